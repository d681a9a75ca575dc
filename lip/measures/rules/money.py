"""Amounts of money as people in Germany write them."""

import re
from typing import Final

MOST_CENTS: Final = 10**14
"""A million million euros: more is a slip of the keyboard."""

LONGEST: Final = 40
_AMOUNT: Final = re.compile(
    r"(?P<euros>[0-9]{1,3}(?:[. \u00a0\u202f'][0-9]{3})+|[0-9]+)"
    r"(?:,(?P<cents>[0-9]{2}|[0-9](?=$)|[-–]{1,2}))?"
)
_CURRENCY: Final = re.compile(r"^(?:€|eur)|(?:€|eur|euro)$", re.IGNORECASE)


def cents_of(text: str) -> int | None:
    """
    Read an amount in cents; None where it is none, or could mean two things.

    >>> cents_of("495.016 €"), cents_of("12,50"), cents_of("1.234,5"), cents_of("12.50")
    (49501600, 1250, 123450, None)
    """
    bare = _CURRENCY.sub("", text.strip()).strip()
    found = _AMOUNT.fullmatch(bare) if len(bare) <= LONGEST else None
    if found is None:
        return None
    euros = int(re.sub(r"\D", "", found["euros"]))
    part = re.sub(r"\D", "", found["cents"] or "")
    cents = euros * 100 + int((part + "00")[:2])
    return cents if cents <= MOST_CENTS else None


def written(cents: int | None) -> str:
    """
    Write an amount for a field, as `cents_of` reads it.

    >>> written(49501600), written(1250)
    ('495.016', '12,50')
    """
    if cents is None:
        return ""
    euros, part = divmod(cents, 100)
    grouped = f"{euros:,}".replace(",", ".")
    return f"{grouped},{part:02d}" if part else grouped
