"""Numbers of indicators: decimals as text, so that both engines keep them exactly."""

import re
from decimal import Decimal
from typing import Final

_NUMBER: Final = re.compile(
    r"(?P<sign>[-−]?)(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})"
    r"(?:,(?P<part>[0-9]{1,6}))?"
)


def decimal_of(text: str) -> str | None:
    """
    Read a number as people in Germany write it; None where it is none.

    >>> decimal_of("1.350"), decimal_of("12,5"), decimal_of("viele")
    ('1350', '12.5', None)
    """
    found = _NUMBER.fullmatch(text.strip().removesuffix("%").strip())
    if found is None:
        return None
    whole = found["whole"].replace(".", "")
    part = (found["part"] or "").rstrip("0")
    number = f"{int(whole)}.{part}" if part else str(int(whole))
    return f"-{number}" if found["sign"] and Decimal(number) else number


def typed(number: str) -> str:
    """
    Write a number for a field, as `decimal_of` reads it.

    >>> typed("1350"), typed("12.5")
    ('1350', '12,5')
    """
    return number.replace(".", ",")
