"""Languages of texts: how their tags are read."""

from typing import Final

SIMPLE: Final = "-simple"
"""How the tag of an easily understood version ends (BCP 47)."""

_FROM_THE_RIGHT: Final = frozenset((
    "ar",
    "arc",
    "azb",
    "bal",
    "ckb",
    "dv",
    "fa",
    "he",
    "khw",
    "ks",
    "mzn",
    "pnb",
    "ps",
    "sd",
    "syr",
    "ug",
    "ur",
    "yi",
))
_SCRIPTS: Final = ("-Arab", "-Hebr", "-Syrc", "-Thaa", "-Nkoo")


def direction_of(tag: str) -> str:
    """
    Say in which direction a language is written.

    >>> [direction_of(tag) for tag in ("ar", "de-simple", "ku-Arab", "fa-Latn")]
    ['rtl', 'ltr', 'rtl', 'ltr']
    """
    language, _dash, _rest = tag.partition("-")
    arabic = any(script in tag for script in _SCRIPTS)
    latin = "-Latn" in tag
    return "rtl" if arabic or (language in _FROM_THE_RIGHT and not latin) else "ltr"
