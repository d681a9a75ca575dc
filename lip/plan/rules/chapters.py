"""What is known of a chapter and of its text in one language."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from lip.partial_dates import PartialDate
from lip.plan.rules.kinds import MotionStatus, SavedBy, TextState
from lip.said import Said

LONGEST_KEY: Final = 80
LONGEST_TITLE: Final = 300
LONGEST_KIND: Final = 60
LONGEST_NUMBER: Final = 20
LONGEST_INITIATOR: Final = 200
MOST_CHAPTERS: Final = 500
MOST_LANGUAGES: Final = 30
ONE_SITTING: Final = timedelta(minutes=10)
"""Autosaves of one person within this time are one wording."""

RESERVED_KEYS: Final = frozenset({
    *("draft", "versions", "changes", "amendments", "compare", "feed", "new"),
    *("pdf", "markdown", "plan", "search", "atom", "measures", "whole"),
})
READABLE: Final = (TextState.CHECKED, TextState.RELEASED)
"""What everybody may read of a public draft; what is no more than begun stays in."""

_KEY: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?(?:-[a-z]{5,8})?")
_LETTERS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterHead:
    """What is said of a chapter as a whole; the initiator is a body or a name."""

    parent: UUID | None = None
    code: str = ""
    number: str = ""
    kind: Said = Said()  # noqa: RUF009 - frozen
    status: MotionStatus = MotionStatus.DRAFT
    field: UUID | None = None
    initiator: UUID | None = None
    initiator_name: str = ""
    decided_on: PartialDate | None = None
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterFacts(ChapterHead):
    """A chapter without its texts; `level` counts the chapters that it is within."""

    id: UUID
    plan: UUID
    level: int = 0
    position: int = 0
    key: str
    removed: bool = False
    shown_since: datetime | None = None
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHead:
    """A chapter's text in one language, without its words."""

    id: UUID
    chapter: UUID
    language: str
    title: str = ""
    state: TextState = TextState.DRAFT
    version: int = 1
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFacts(TextHead):
    """A chapter's text in one language, with its words (Markdown)."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingFacts:
    """What a text said at a time."""

    version: int
    title: str
    text: str
    saved_by: SavedBy
    person: UUID | None
    saved_at: datetime


def key_of(words: str, taken: Collection[str] = ()) -> str:
    """
    Make a place in addresses out of words.

    >>> key_of("5. Für alle – Straße"), key_of("فصل"), key_of("draft", {"draft-2"})
    ('5-fuer-alle-strasse', 'chapter', 'draft-3')
    """
    plain = words.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    start = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "chapter"
    key, count = start, 1
    while key in taken or key in RESERVED_KEYS:
        count += 1
        key = f"{start}-{count}"
    return key


def usable_key(key: str) -> bool:
    """Tell whether a key can stand in an address."""
    return len(key) <= LONGEST_KEY and bool(_KEY.fullmatch(key))


def usable_language(tag: str) -> bool:
    """
    Tell whether something is a tag of a language (BCP 47), with what we need of it.

    >>> [usable_language(tag) for tag in ("de-simple", "sr-Latn", "pt-BR", "Deutsch")]
    [True, True, True, False]
    """
    return bool(_TAG.fullmatch(tag))
