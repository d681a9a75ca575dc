"""How the fields of a person are called in the registration form that is sent."""

from typing import Final

MOST_LANGUAGES: Final = 12

TONGUES: Final = (
    *("de", "ar", "uk", "tr", "en", "fa", "prs", "ru", "ku", "ckb", "ps", "ti", "so"),
    *("am", "fr", "es", "pl", "ro", "bg", "sq", "sr", "it", "pt", "vi", "zh", "rom"),
)
"""The languages offered by a tap: those heard most in a German city."""

SIGNED: Final = "gsg"
"""German Sign Language, offered where people ask for interpreting."""


def name_of(key: str, person: int) -> str:
    """
    Name the field of a person.

    >>> name_of("given_name", 2)
    'p2_given_name'
    """
    return f"p{person}_{key}"
