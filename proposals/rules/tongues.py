"""The languages of a conference, and those that their letters alone give away."""

import re
from collections.abc import Mapping
from typing import Final

TONGUES: Final = (
    *("de", "en", "tr", "ar", "fa", "uk", "ru", "pl", "ku", "fr", "es"),
    *("sq", "sr", "vi", "ti", "ro", "bg", "ps", "so", "am", "it"),
    *("bs", "hr", "mk", "el", "pt", "hu", "cs", "sk", "nl", "ckb", "ur", "hi"),
    *("az", "ka", "hy", "sw", "bn", "ta", "zh"),
)
"""What can be chosen, the commonest first; no other language is ever guessed."""

_SIGNS: Final[Mapping[str, re.Pattern[str]]] = {
    "ti": re.compile(r"[\u1250-\u125d\u12a3]"),
    "ckb": re.compile(r"[ێۆڕڵ]"),
}
_ETHIOPIC = re.compile(r"[\u1200-\u137f]")


def told_by_letters(text: str) -> str | None:
    """
    Give the language that letters give away; None where words must tell.

    "" where letters rule out what words would say: Tigrinya and Amharic share a script,
    and only one of them has a model.

    >>> told_by_letters("ወረቓቕቲ ብቐሊል ቋንቋ"), told_by_letters("Mehr Kurse")
    ('ti', None)
    """
    for tag, sign in _SIGNS.items():
        if sign.search(text):
            return tag
    return "" if _ETHIOPIC.search(text) else None
