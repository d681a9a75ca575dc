"""What goes into a version of the plan, and what is missing for one."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID

from lip.plan.rules.glossary import Term
from lip.plan.rules.kinds import TextState

LONGEST_NAME: Final = 200
LONGEST_NOTE: Final = 4_000


class GapKind(StrEnum):
    """What is missing."""

    NO_CHAPTERS = "no_chapters"
    NO_TEXT = "no_text"
    NO_TITLE = "no_title"
    NO_WORDS = "no_words"
    NOT_RELEASED = "not_released"
    NOT_DECIDED = "not_decided"
    OTHER_LEFT_OUT = "other_left_out"


HINTS: Final = frozenset({GapKind.NOT_DECIDED, GapKind.OTHER_LEFT_OUT})
"""What is told, and keeps nobody from publishing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing in a chapter; `name` is how people call it."""

    kind: GapKind
    chapter: str = ""
    name: str = ""
    language: str = ""

    @property
    def hint(self) -> bool:
        """Tell whether a version can be published all the same."""
        return self.kind in HINTS


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """
    A chapter of the draft in one language, with all that is shown of it.

    Where it has no text in any language, `language` is empty. Said texts are as stored.
    """

    chapter: UUID
    parent: UUID | None
    position: int
    key: str
    code: str
    number: str
    kind: str
    initiator: str
    decided_on: str
    field: UUID | None
    language: str
    title: str
    text: str
    state: str

    @property
    def name(self) -> str:
        """How people call it."""
        return self.title or self.code or self.number or self.key

    @property
    def digest(self) -> str:
        """The sum over its words."""
        return digest_of([self.language, self.title, self.text])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """
    A measure as it goes into a version; `document` is canonical JSON.

    `files` are the digests of the files that it names, while it is being frozen.
    """

    measure: UUID
    document: str
    files: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A term as it goes into a version."""

    language: str
    term: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a version holds."""

    texts: Sequence[DraftText]
    sheets: Sequence[Sheet]
    terms: Sequence[Explained]


def frozen_part(drafts: Sequence[DraftText]) -> Sequence[DraftText]:
    """Give the texts that a version holds: those that are released."""
    return [one for one in drafts if one.state == TextState.RELEASED]


def gaps_of(drafts: Sequence[DraftText], language: str) -> Sequence[Gap]:
    """List what is missing for a version, chapter by chapter."""
    if not drafts:
        return [Gap(kind=GapKind.NO_CHAPTERS)]
    chapters: dict[UUID, list[DraftText]] = {}
    for one in drafts:
        chapters.setdefault(one.chapter, []).append(one)
    return [gap for texts in chapters.values() for gap in _gaps(texts, language)]


def version_digest(plan: str, number: int, contents: Contents) -> str:
    """Give the sum over all that a version holds."""
    chapters = [
        {name: str(value or "") for name, value in asdict(one).items()}
        for one in contents.texts
    ]
    measures = [
        {"measure": str(one.measure), "document": one.document}
        for one in contents.sheets
    ]
    return digest_of({
        "plan": plan,
        "number": number,
        "chapters": chapters,
        "measures": measures,
        "terms": [asdict(one) for one in contents.terms],
    })


def digest_of(value: object) -> str:
    """
    Give the SHA-256 of a value's canonical JSON, in hex.

    >>> digest_of({"b": 1, "a": "ä"}) == digest_of({"a": "ä", "b": 1})
    True
    """
    whole = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()


def _gaps(texts: Sequence[DraftText], language: str) -> Iterator[Gap]:
    main = next((one for one in texts if one.language == language), None)
    first = texts[0]
    if main is None:
        yield _gap(GapKind.NO_TEXT, first, language)
    else:
        yield from _gaps_of_text(main)
    for one in texts:
        if one.language and one.language != language:
            if one.state != TextState.RELEASED:
                yield _gap(GapKind.OTHER_LEFT_OUT, one)
            else:
                yield from _gaps_of_text(one)
    if not first.decided_on:
        yield _gap(GapKind.NOT_DECIDED, main or first)


def _gaps_of_text(one: DraftText) -> Iterator[Gap]:
    if not one.title.strip():
        yield _gap(GapKind.NO_TITLE, one)
    if not one.text.strip():
        yield _gap(GapKind.NO_WORDS, one)
    if one.state != TextState.RELEASED:
        yield _gap(GapKind.NOT_RELEASED, one)


def _gap(kind: GapKind, one: DraftText, language: str = "") -> Gap:
    return Gap(
        kind=kind, chapter=one.key, name=one.name, language=language or one.language
    )
