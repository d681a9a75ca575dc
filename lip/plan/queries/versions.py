"""Read versions of a plan and the chapters that are frozen in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """A version as it was published."""

    id: UUID
    plan: UUID
    number: int
    name: Said
    note: Said
    digest: str
    published_at: datetime
    chapters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenText:
    """A chapter of a version in one language; `text` is empty in lists."""

    chapter: UUID
    parent: UUID | None
    key: str
    code: str
    number: str
    kind: Said
    initiator: Said
    decided_on: str
    language: str
    title: str
    text: str
    digest: str

    @property
    def head(self) -> str:
        """Its title with its number, as it is printed."""
        return f"{self.number} {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenSheet:
    """A measure as it stood in a version."""

    measure: UUID
    document: str


_FACTS = (
    "SELECT v.id, v.plan, v.number, v.name, v.note, v.digest, v.published_at, "
    "(SELECT count(DISTINCT f.chapter) FROM frozen_chapter f WHERE f.version = v.id) "
    "AS chapters FROM plan_version v WHERE v.plan = ? "
)
_HEAD = (
    "SELECT chapter, parent, key, code, number, kind, initiator, decided_on, "
    "language, title, digest"
)


async def versions_of(plan: UUID) -> Sequence[VersionFacts]:
    """List the versions of a plan, newest first."""
    rows = await fetch(_FACTS + "ORDER BY v.number DESC", plan)
    return [_version(row) for row in rows]


async def version_of(plan: UUID, number: int) -> VersionFacts:
    """Find a version by its number, or raise NotFound."""
    rows = await fetch(_FACTS + "AND v.number = ?", plan, number)
    if not rows:
        raise NotFound("unknown_version", number=number)
    return _version(rows[0])


async def contents_of(version: UUID) -> Sequence[FrozenText]:
    """List the chapters of a version in all their languages, without the words."""
    rows = await fetch(
        f"{_HEAD}, '' AS text FROM frozen_chapter WHERE version = ? "
        "ORDER BY position, language",
        version,
    )
    return [_frozen(row) for row in rows]


async def texts_of(version: UUID, language: str) -> Sequence[FrozenText]:
    """Read all chapters of a version in a language."""
    rows = await fetch(
        f"{_HEAD}, text FROM frozen_chapter WHERE version = ? AND language = ? "
        "ORDER BY position",
        version,
        language,
    )
    return [_frozen(row) for row in rows]


async def frozen_chapter(version: UUID, key: str) -> Sequence[FrozenText]:
    """Read a chapter of a version in all its languages, or raise NotFound."""
    rows = await fetch(
        f"{_HEAD}, text FROM frozen_chapter WHERE version = ? AND key = ? "
        "ORDER BY language",
        version,
        key,
    )
    if not rows:
        raise NotFound("unknown_chapter")
    return [_frozen(row) for row in rows]


async def frozen_sheets(version: UUID) -> Sequence[FrozenSheet]:
    """Read the measures of a version in their order."""
    rows = await fetch(
        "SELECT measure, document FROM frozen_measure WHERE version = ? "
        "ORDER BY position",
        version,
    )
    return [
        FrozenSheet(measure=row["measure"], document=row["document"]) for row in rows
    ]


async def digests_of_plan(
    plan: UUID,
) -> Mapping[int, Mapping[tuple[UUID, str], FrozenText]]:
    """Give by a version's number its chapters, by chapter and language, wordless."""
    rows = await fetch(
        "SELECT v.number AS version_number, f.chapter, f.parent, f.key, f.code, "
        "f.number, f.kind, f.initiator, f.decided_on, f.language, f.title, f.digest, "
        "'' AS text FROM frozen_chapter f JOIN plan_version v ON v.id = f.version "
        "WHERE v.plan = ? ORDER BY v.number, f.position, f.language",
        plan,
    )
    found: dict[int, dict[tuple[UUID, str], FrozenText]] = {}
    for row in rows:
        text = _frozen(row)
        one = found.setdefault(row["version_number"], {})
        one[text.chapter, text.language] = text
    return found


def _version(row: Mapping[str, Any]) -> VersionFacts:
    return VersionFacts(
        id=row["id"],
        plan=row["plan"],
        number=row["number"],
        name=Said.load(row["name"]),
        note=Said.load(row["note"]),
        digest=row["digest"],
        published_at=row["published_at"],
        chapters=row["chapters"],
    )


def _frozen(row: Mapping[str, Any]) -> FrozenText:
    return FrozenText(
        chapter=row["chapter"],
        parent=row["parent"],
        key=row["key"],
        code=row["code"],
        number=row["number"],
        kind=Said.load(row["kind"]),
        initiator=Said.load(row["initiator"]),
        decided_on=row["decided_on"],
        language=row["language"],
        title=row["title"],
        text=row["text"],
        digest=row["digest"],
    )
