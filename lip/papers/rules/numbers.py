"""Numbers of papers: what may be one."""

import re
from typing import Final

from lip.bodies.rules.references import normal

_FORM: Final = re.compile(
    r"(?:(?:\d{2}-|H-)?\d{1,5}/(?:19|20)\d{2}"
    r"|(?:DHH/)?(?:19|20)\d{2}/\d{3,5}(?:/\d{1,2})?)(?: [ENS]\d{1,2}){0,2}"
)


def is_number(reference: str) -> bool:
    """
    Tell whether papers are called so: number, year, perhaps marks on either side.

    >>> is_number("2088/2016"), is_number("15-2109/2016 E1"), is_number("2088")
    (True, True, False)
    """
    return _FORM.fullmatch(normal(reference)) is not None
