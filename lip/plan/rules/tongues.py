"""Languages of texts: how their tags are read."""

from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

SIMPLE: Final = "-simple"
"""How the tag of an easily understood version ends (BCP 47)."""


@cache
def direction_of(tag: str) -> str:
    """
    Say in which direction a language is written.

    >>> direction_of("ar"), direction_of("de-simple"), direction_of("xx")
    ('rtl', 'ltr', 'ltr')
    """
    try:
        return str(Locale.parse(tag.removesuffix(SIMPLE), sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"
