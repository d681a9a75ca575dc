"""
What may be handed in, when, and how much by one person.

Own words in any language: nothing is demanded but something to read.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_TEXT = 4000
LONGEST_TITLE = 150
LONGEST_NAME = 200
LONGEST_PLACE = 120

_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n{3,}")
_MARKS = {
    *map(chr, range(0x20)),
    "\x7f",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
} - {"\n"}


class Fault(StrEnum):
    """Why a text cannot be handed in as it is."""

    NOTHING_TO_READ = "nothing_to_read"
    TOO_LONG = "too_long"
    TITLE_TOO_LONG = "title_too_long"


class Window(StrEnum):
    """Whether proposals are collected just now."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A proposal's words, cleaned; `language` is empty where nobody can tell."""

    title: str = ""
    text: str = ""
    language: str = ""


def tidy(text: str) -> str:
    r"""
    Take out what cannot be seen and turns the direction of what follows.

    Lines stay, blanks are joined. Emoji and joiners between letters stay as they are.

    >>> tidy("  Mehr \u202e Kurse \r\n\n\n\nam Abend ")
    'Mehr Kurse\n\nam Abend'
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    seen = "".join(sign for sign in plain.replace("\t", " ") if sign not in _MARKS)
    lines = (_BLANKS.sub(" ", line).strip() for line in seen.split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def faults_of(wording: Wording) -> Fault | None:
    """Find what keeps words from being handed in."""
    if not any(sign.isalnum() for sign in wording.text):
        return Fault.NOTHING_TO_READ
    if len(wording.text) > LONGEST_TEXT:
        return Fault.TOO_LONG
    if len(wording.title) > LONGEST_TITLE:
        return Fault.TITLE_TOO_LONG
    return None


def window(
    opens_at: datetime | None, closes_at: datetime | None, *, now: datetime
) -> Window:
    """Say whether proposals are collected at a moment; the last instant counts."""
    if opens_at is not None and now < opens_at:
        return Window.NOT_YET
    if closes_at is not None and now > closes_at:
        return Window.OVER
    return Window.OPEN


def heading(wording: Wording) -> str:
    """
    Give what a list shows as heading: the title, or how the text begins.

    >>> heading(Wording(text="Wir brauchen Kurse am Abend. Und Kinderbetreuung."))
    'Wir brauchen Kurse am Abend.'
    """
    if wording.title:
        return wording.title
    first = re.split(r"(?<=[.!?؟。])\s|\n", wording.text, maxsplit=1)[0]
    if len(first) <= LONGEST_TITLE:
        return first
    return first[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def rest(wording: Wording) -> str:
    """
    Give what the heading has not said yet.

    >>> rest(Wording(text="Wir brauchen Kurse am Abend. Und Kinderbetreuung."))
    'Und Kinderbetreuung.'
    """
    if wording.title:
        return wording.text
    return wording.text.removeprefix(heading(wording)).strip()
