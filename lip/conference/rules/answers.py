"""
What an answer means: yes or no, a number, a day, languages, an address.

Each function takes the cleaned text of a cell and returns the value with what has to
be said about it.
"""

import re
from collections.abc import Iterable
from datetime import date

from lip.conference.rules.column import Column
from lip.conference.rules.findings import Code, Finding
from lip.conference.rules.guest import UNDETERMINED
from lip.conference.rules.languages import language_tags
from lip.conference.rules.names import fold

Findings = tuple[Finding, ...]

YES = frozenset(
    {
        *("ja", "j", "x", "1", "true", "yes", "y", "wahr", "ok", "bitte", "benotigt"),
        *("oui", "si", "evet", "da", "tak", "да", "так", "نعم", "بله"),
    },
)
NO = frozenset(
    {
        *("nein", "n", "0", "false", "no", "falsch", "kein", "keine", "nicht"),
        *("non", "hayir", "nie", "нет", "ні", "لا", "نه"),
    },
)
_TICKS = frozenset("✓✔☑√✗")
_VOTERS = frozenset(
    {
        *("delegates", "delegate", "delegierte", "delegierter", "delegiert"),
        *("delegierte r", "stimmberechtigt", "wahlberechtigt", "voter", "voters"),
    },
)
_NON_VOTERS = frozenset(
    {
        *("guests", "guest", "gast", "gaste", "observer", "observers", "beobachter"),
        *("nicht stimmberechtigt", "nicht wahlberechtigt", "beratend", "staff"),
        *("admin", "admins", "default"),
    },
)
_GONE = frozenset(
    {
        *("storniert", "abgesagt", "abgemeldet", "zuruckgezogen", "abgelehnt"),
        *("canceled", "cancelled", "expired", "abgelaufen", "verfallen", "denied"),
    },
)
_WORDED = {"ein": 1, "eine": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5}
_MOST_CHILDREN = 20
_LONGEST_READ = 1000

_ADDRESS = re.compile(
    r"[^\s@<>()\[\],;:\"\\]+@(?:[^\s@<>()\[\],;:\"\\.]+\.)+[^\s@<>()\[\],;:\"\\.]{2,}",
)
_PHONE = re.compile(
    r"(?:tel\.?:?|mobil:?|handy:?)?\s*\+?[\d\s()/.\-\u2010-\u2015]+", re.IGNORECASE
)
_LEADING_YES = re.compile(r"^(?:ja|yes)\b[\s,;:/]+", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_GERMAN_DAY = re.compile(r"(?:\w+,? )?(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")


def _said(code: Code, column: Column, value: str) -> Findings:
    return (Finding(code=code, column=column, value=value),)


def yes_or_no(text: str) -> bool | None:
    """Read yes or no, or None where it is neither."""
    word = fold(text)
    if word in YES or text.strip() in _TICKS:
        return True
    return False if word in NO or not text.strip() else None


def email(text: str) -> tuple[str, Findings]:
    """Read an address; a broken one is left out, since nobody can be reached by it."""
    if not text:
        return "", ()
    found = _ADDRESS.findall(text.removeprefix("mailto:")[:_LONGEST_READ])
    if len(found) > 1:
        return found[0], _said(Code.SEVERAL_EMAILS, Column.EMAIL, text)
    doubtful = " " in text and "<" not in text
    if not found or doubtful or ".." in found[0] or found[0].startswith("."):
        return "", _said(Code.EMAIL_BROKEN, Column.EMAIL, text)
    return found[0], ()


def phone(text: str) -> tuple[str, Findings]:
    """Read a telephone number; what is none is kept, for a person to read."""
    digits = sum(letter.isdigit() for letter in text)
    if not text or (_PHONE.fullmatch(text) and 3 <= digits <= 20):
        return text, ()
    return text, _said(Code.PHONE_UNREADABLE, Column.PHONE, text)


def language(text: str) -> tuple[str, tuple[str, ...], Findings]:
    """Read the language of a person, further ones, and what was not understood."""
    tags, unknown = language_tags(text)
    findings = _unknown(unknown, Column.LANGUAGE)
    if len(tags) > 1:
        findings += _said(Code.SEVERAL_LANGUAGES, Column.LANGUAGE, text)
    return (tags[0] if tags else ""), tags[1:], findings


def spoken(text: str) -> tuple[tuple[str, ...], Findings]:
    """Read a list of languages."""
    tags, unknown = language_tags(text)
    return tags, _unknown(unknown, Column.SPOKEN_LANGUAGES)


def interpreting(text: str, own: str) -> tuple[tuple[str, ...], Findings]:
    """
    Read for which languages someone needs interpreting; `own` is meant by a yes.

    >>> interpreting("ja", "sq")[0], interpreting("Arabisch", "de")[0]
    (('sq',), ('ar',))
    """
    answer = yes_or_no(text)
    if answer is not None:
        return ((own or UNDETERMINED,) if answer else ()), ()
    if text == UNDETERMINED:
        return (UNDETERMINED,), ()
    tags, unknown = language_tags(_LEADING_YES.sub("", text, count=1))
    unclear = [word for word in unknown if yes_or_no(word) is None]
    if not tags:
        tags = (UNDETERMINED,) if unclear else (own or UNDETERMINED,)
    return tags, _unknown(unclear, Column.INTERPRETING)


def _unknown(words: Iterable[str], column: Column) -> Findings:
    return tuple(
        Finding(code=Code.LANGUAGE_UNKNOWN, column=column, value=word) for word in words
    )


def children(text: str) -> tuple[int, Findings]:
    """Read a number of children; a bare yes means one, and is said."""
    if yes_or_no(text) is False:
        return 0, ()
    number = re.search(r"\d+", text)
    if number and len(number[0]) < 3 and int(number[0]) <= _MOST_CHILDREN:
        return int(number[0]), ()
    first = fold(text).split(" ", maxsplit=1)[0]
    if first in _WORDED:
        return _WORDED[first], ()
    least = 1 if yes_or_no(text) else 0
    return least, _said(Code.NUMBER_UNREADABLE, Column.CHILDCARE, text)


def may_vote(text: str) -> tuple[bool, Findings]:
    """Read whether someone may vote; groups of OpenSlides are understood too."""
    answers = [_vote(part) for part in re.split(r"[,;/]", text)]
    if True in answers:
        return True, ()
    if False in answers:
        return False, ()
    return False, _said(Code.ANSWER_UNREADABLE, Column.MAY_VOTE, text)


def _vote(text: str) -> bool | None:
    word = fold(text)
    if word in _VOTERS:
        return True
    return False if word in _NON_VOTERS else yes_or_no(text)


def day(text: str) -> tuple[date | None, Findings]:
    """Read a day as 24.11.2026 or 2026-11-24."""
    if not text:
        return None, ()
    if iso := _ISO_DAY.fullmatch(text):
        year, month, number = map(int, iso.groups())
    elif german := _GERMAN_DAY.fullmatch(text):
        number, month, year = map(int, german.groups())
        year += 2000 if year < 100 else 0
    else:
        return None, _said(Code.DAY_UNREADABLE, Column.ONLY_ON, text)
    try:
        return date(year, month, number), ()
    except ValueError:
        return None, _said(Code.DAY_UNREADABLE, Column.ONLY_ON, text)


def cancelled(text: str) -> Findings:
    """Say where a registration was taken back."""
    words = set(fold(text).split())
    gone = not words.isdisjoint(_GONE) or yes_or_no(text) is True
    return _said(Code.CANCELLED, Column.STATUS, text) if gone else ()
