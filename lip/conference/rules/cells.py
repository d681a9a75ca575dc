"""
Clean the text of one cell, and say what was cleaned away.

Nothing that a person wrote is cut: white space is tidied, characters that cannot be
seen are removed, and everything else is only remarked upon.
"""

import re
import unicodedata

from lip.conference.rules.column import Column
from lip.conference.rules.findings import Code, Finding
from lip.conference.rules.guest import LIMITS
from lip.conference.rules.names import fold

PROTECTED = re.compile(r"'+[=+\-@\t\r]")
"""
What our exports write before text that a spreadsheet may take for a formula.

OWASP ("CSV Injection") names = + - @ tab and carriage return, and the apostrophe as
the remedy. Exporting adds one apostrophe, reading takes one away.
"""

_LINE_BREAK = re.compile(r"\s*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\s*")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2060-\u2065"
    r"\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]",
)
_UNREADABLE = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")
_UNUSUAL = re.compile(
    r"^[\s'=+@-]|\s$|\s\s|[^\S ]|[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    r"\U000e0000-\U000e007f]",
)
_FORMULA = re.compile(r"[=@]|[+-].*[|!(]", re.DOTALL)
_DASHES = re.compile(r"[-\u2010-\u2015_./?*~]+")
_NONE_ANYWHERE = frozenset({"n/a", "k.a.", "k. a.", "keine angabe", "keine angaben"})
_NONE = frozenset(
    {
        *("kein", "keine", "keiner", "keins", "keines", "nein", "nichts", "ohne"),
        *("no", "none", "null", "nicht vorhanden", "nicht bekannt", "unbekannt"),
        *("keine e mail", "kein e mail", "keine email", "keine mail", "hat keine"),
        *("keine e mail adresse", "kein telefon", "keine nummer", "entfallt"),
    },
)
_NONE_STARTS = frozenset("".join(word[0] + word[0].upper() for word in _NONE))
_MAY_BE_NONE = frozenset(
    {
        *(Column.EMAIL, Column.PHONE, Column.ORGANISATION, Column.ROLE, Column.NOTE),
        *(Column.ACCESS, Column.DIET, Column.WORKSHOP),
    },
)
"""Where words such as "keine" mean that there is nothing."""


def clean(text: str, column: Column) -> tuple[str, list[Finding]]:
    """
    Tidy one cell and say what was done to it.

    >>> clean("  Дубина ", Column.FAMILY_NAME)[0]
    'Дубина'
    """
    codes: list[Finding] = []
    if _UNUSUAL.search(text):
        text, codes = _tidied(text, column)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if (meant := _garbled(text)) is not None:
            codes.append(Finding(code=Code.GARBLED, column=column, value=meant))
    if text and _means_none(text, column):
        codes.append(Finding(code=Code.READ_AS_NONE, column=column, value=text))
        return "", codes
    if len(text) > LIMITS.get(column, len(text)):
        codes.append(
            Finding(code=Code.TOO_LONG, column=column, value=str(len(text))),
        )
    return text, codes


def _tidied(text: str, column: Column) -> tuple[str, list[Finding]]:
    codes = []
    if PROTECTED.match(text):
        text = text[1:]
    for code, pattern, instead in (
        (Code.LINE_BREAK, _LINE_BREAK, " "),
        (Code.DIRECTION_REMOVED, _DIRECTION, ""),
        (Code.INVISIBLE_REMOVED, _INVISIBLE, ""),
        (Code.UNREADABLE_CHARACTER, _UNREADABLE, "\ufffd"),
    ):
        if pattern.search(text.strip() if code is Code.LINE_BREAK else text):
            codes.append(code)
            text = pattern.sub(instead, text)
    tidy = " ".join(text.split())
    if tidy != text:
        codes.append(Code.TRIMMED)
    if _FORMULA.match(tidy) and column is not Column.PHONE:
        codes.append(Code.FORMULA)
    return tidy, [Finding(code=code, column=column, value=tidy) for code in codes]


def _garbled(text: str) -> str | None:
    """Tell what was meant where UTF-8 was once read as Windows text."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _means_none(text: str, column: Column) -> bool:
    if len(text) > 20:
        return False
    if _DASHES.fullmatch(text) or text.casefold() in _NONE_ANYWHERE:
        return True
    if column not in _MAY_BE_NONE or text[0] not in _NONE_STARTS:
        return False
    return fold(text) in _NONE
