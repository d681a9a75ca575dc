"""Numbers of papers: what may be one."""

import re
from typing import Final

from lip.bodies.rules.references import normal

_FORM: Final = re.compile(
    r"(?:\d{2}-)?(?:\d{1,5}/(?:19|20)\d{2}|(?:19|20)\d{2}/\d{3,5})(?: [ENS]\d{1,2})?"
)


def is_number(reference: str) -> bool:
    """
    Tell whether papers are called so: number, year, perhaps a district and a mark.

    >>> is_number("2088/2016"), is_number("15-2109/2016 E1"), is_number("2088")
    (True, True, False)
    """
    return _FORM.fullmatch(normal(reference)) is not None


def year_of(reference: str) -> int | None:
    """
    Read the year of a number.

    >>> year_of("2088/2016 E1"), year_of("2024/0027"), year_of("16836")
    (2016, 2024, None)
    """
    if not is_number(reference):
        return None
    parts = normal(reference).split(" ")[0].split("-")[-1].split("/")
    years = [int(one) for one in parts if re.fullmatch(r"(?:19|20)\d{2}", one)]
    return years[-1] if years else None
