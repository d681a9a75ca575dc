"""Read versions of a plan and the chapters that are frozen in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.plan.rules.freezing import Sheet
from lip.plan.rules.shown import head_of
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """
    A version as it was published.

    `terms_later` says that its terms are explained as they were some time after.
    """

    id: UUID
    plan: UUID
    number: int
    name: Said
    note: Said
    digest: str
    terms_later: bool
    published_at: datetime
    chapters: int
    measures: int


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
    field: UUID | None
    language: str
    title: str
    text: str
    digest: str

    @property
    def head(self) -> str:
        """Its title with its number, as it is printed."""
        return head_of(self.number, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenSheet(Sheet):
    """A measure of a version; `readable` tells whether its sheet of today is too."""

    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStep:
    """A measure that is new, different or gone in a version."""

    number: int
    measure: UUID
    document: str
    known: bool = True
    gone: bool = False


_FACTS = (
    "SELECT v.id, v.plan, v.number, v.name, v.note, v.digest, v.terms_later, "
    "v.published_at, "
    "(SELECT count(DISTINCT f.chapter) FROM frozen_chapter f WHERE f.version = v.id) "
    "AS chapters, (SELECT count(*) FROM frozen_measure m WHERE m.version = v.id) "
    "AS measures FROM plan_version v WHERE v.plan = ? "
)
_COLUMNS = (
    *("chapter", "parent", "key", "code", "number", "kind", "initiator"),
    *("decided_on", "field", "language", "title", "digest"),
)
_HEAD = f"SELECT {', '.join(f'f.{name}' for name in _COLUMNS)}"
_WORDLESS = f"{_HEAD}, '' AS text"
_WHOLE = f"{_HEAD}, f.text"


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
    return await _frozen(_WORDLESS, "f.version = ?", version)


async def texts_of(version: UUID, language: str) -> Sequence[FrozenText]:
    """Read all chapters of a version in a language."""
    return await _frozen(_WHOLE, "f.version = ? AND f.language = ?", version, language)


async def frozen_chapter(version: UUID, key: str) -> Sequence[FrozenText]:
    """Read a chapter of a version in all its languages, or raise NotFound."""
    found = await _frozen(_WHOLE, "f.version = ? AND f.key = ?", version, key)
    if not found:
        raise NotFound("unknown_chapter")
    return found


async def _frozen(select: str, where: str, *values: Any) -> Sequence[FrozenText]:
    rows = await fetch(
        f"{select} FROM frozen_chapter f WHERE {where} ORDER BY f.position, f.language",
        *values,
    )
    return [_text(row) for row in rows]


async def frozen_sheets(version: UUID) -> Sequence[Sheet]:
    """Read the measures of a version in their order."""
    rows = await fetch(
        "SELECT measure, document FROM frozen_measure WHERE version = ? "
        "ORDER BY position",
        version,
    )
    return [Sheet(measure=row["measure"], document=row["document"]) for row in rows]


async def frozen_sheet(version: UUID, key: str, *, now: datetime) -> FrozenSheet:
    """Read a measure of a version by its place in addresses, or raise NotFound."""
    rows = await fetch(
        "SELECT f.measure, f.document, m.public_from FROM frozen_measure f "
        "JOIN measure m ON m.id = f.measure WHERE f.version = ? AND m.key = ?",
        *(version, key),
    )
    if not rows:
        raise NotFound("unknown_measure")
    since = rows[0]["public_from"]
    return FrozenSheet(
        measure=rows[0]["measure"],
        document=rows[0]["document"],
        readable=since is not None and since <= now,
    )


async def sheet_keys(version: UUID) -> Sequence[str]:
    """List the places in addresses of a version's measures."""
    rows = await fetch(
        "SELECT m.key FROM frozen_measure f JOIN measure m ON m.id = f.measure "
        "WHERE f.version = ? ORDER BY f.position",
        version,
    )
    return [row["key"] for row in rows]


async def sheet_steps(plan: UUID) -> Sequence[SheetStep]:
    """List what became of measures in each version, the newest first."""
    changed = await fetch(
        "SELECT v.number, f.measure, f.document, o.id AS known FROM frozen_measure f "
        "JOIN plan_version v ON v.id = f.version "
        "LEFT JOIN plan_version w ON w.plan = v.plan AND w.number = v.number - 1 "
        "LEFT JOIN frozen_measure o ON o.version = w.id AND o.measure = f.measure "
        "WHERE v.plan = ? AND (o.id IS NULL OR o.document <> f.document) "
        "ORDER BY v.number DESC, f.position",
        plan,
    )
    gone = await fetch(
        "SELECT v.number, o.measure, o.document FROM frozen_measure o "
        "JOIN plan_version w ON w.id = o.version "
        "JOIN plan_version v ON v.plan = w.plan AND v.number = w.number + 1 "
        "LEFT JOIN frozen_measure f ON f.version = v.id AND f.measure = o.measure "
        "WHERE w.plan = ? AND f.id IS NULL ORDER BY v.number DESC, o.position",
        plan,
    )
    steps = [SheetStep(**{**row, "known": row["known"] is not None}) for row in changed]
    return [*steps, *(SheetStep(**row, gone=True) for row in gone)]


async def digests_of_plan(
    plan: UUID,
) -> Mapping[int, Mapping[tuple[UUID, str], FrozenText]]:
    """Give by a version's number its chapters, by chapter and language, wordless."""
    rows = await fetch(
        f"{_WORDLESS}, v.number AS version_number FROM frozen_chapter f "
        "JOIN plan_version v ON v.id = f.version "
        "WHERE v.plan = ? ORDER BY v.number, f.position, f.language",
        plan,
    )
    found: dict[int, dict[tuple[UUID, str], FrozenText]] = {}
    for row in rows:
        text = _text(row)
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
        terms_later=bool(row["terms_later"]),
        published_at=row["published_at"],
        chapters=row["chapters"],
        measures=row["measures"],
    )


def _text(row: Mapping[str, Any]) -> FrozenText:
    plain = {name: row[name] for name in (*_COLUMNS, "text")}
    said = {name: Said.load(row[name]) for name in ("kind", "initiator")}
    return FrozenText(**plain | said)
