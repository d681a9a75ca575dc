"""
What can be followed through the plan, as areas name it to each other.

A proposal, a cluster, a chapter, a measure, a council paper: whoever links one to
another knows its kind and id only. Each area says what it is called and where it
can be read, for many at once (`SubjectsOf`), and which pages of it are public
(`DocumentsOf`); `lip.contributions` lists them.
"""

from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from lip.said import Said


class SubjectKind(StrEnum):
    """Kinds in the order of the way from a sentence on a card to a report."""

    CONFERENCE = "conference"
    PROPOSAL = "proposal"
    CLUSTER = "cluster"
    VOTING_ROUND = "voting_round"
    CHAPTER = "chapter"
    AMENDMENT = "amendment"
    MEASURE = "measure"
    PAPER = "paper"
    PROJECT = "project"
    NEWS = "news"
    VERSION = "version"
    CONTACT_POINT = "contact_point"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """
    One thing as others name it: `path` from "/" without the language, "" if nowhere.

    `state` is a German sentence or word marked for translation, "" where there is none.
    """

    kind: SubjectKind
    id: UUID
    title: Said
    path: str = ""
    code: str = ""
    state: str = ""
    public: bool = False


SubjectsOf: TypeAlias = Callable[[Collection[UUID]], Awaitable[Mapping[UUID, Subject]]]
"""Names things of one kind; those that are not there are left out."""


SubjectsBeside: TypeAlias = Callable[[UUID], Awaitable[Sequence[Subject]]]
"""Names what a higher area keeps of one thing, drafts too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """
    A public page as search, feed, site map and the static copy see it.

    `language` is that of title and text, "" where the page stands in every language of
    the house. `text` is what can be searched. `group` is the kind as readers filter it.
    """

    kind: SubjectKind
    id: UUID
    path: str
    title: str
    language: str = ""
    text: str = ""
    changed_at: datetime | None = None
    more_paths: tuple[str, ...] = field(default=())


DocumentsOf: TypeAlias = Callable[[], AsyncIterator[Document]]
"""All public documents of an area, in a stable order."""
