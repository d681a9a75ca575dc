"""Names of associations without what people write in different ways."""

import unicodedata
from typing import Final

_LEGAL_FORMS: Final = (
    ("eingetragener", "verein"),
    ("gemeinnutzige", "gmbh"),
    ("e", "v"),
    ("ev",),
    ("ggmbh",),
    ("gmbh",),
    ("ug",),
)
_LETTERS: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "&": " und "})


def likeness(name: str) -> str:
    """
    Write a name without case, signs, accents and legal form; empty for no name.

    >>> likeness("Çınar e. V."), likeness("CINAR  eV")
    ('cinar', 'cinar')
    >>> likeness("Frauen & Familie (e.V.)")
    'frauen und familie'
    """
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(
        sign if sign.isalnum() else " "
        for sign in folded
        if not unicodedata.combining(sign)
    )
    return " ".join(_without_form(plain.split()))[:200]


def _without_form(words: list[str]) -> list[str]:
    for form in _LEGAL_FORMS:
        if len(words) > len(form) and tuple(words[-len(form) :]) == form:
            return words[: -len(form)]
    return words
