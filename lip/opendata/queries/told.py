"""Read what programs were told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch, padded
from lip.journal.queries import as_time
from lip.opendata.rules.filters import Asked
from lip.opendata.rules.oparl import OparlType, Stamps
from lip.opendata.rules.stamping import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocument:
    """One object as it is answered."""

    id: UUID
    kind: OparlType
    document: str
    modified: datetime
    deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of a list, how many there are in all, its `last` one if more follow."""

    documents: Sequence[str]
    many: int
    pages: int
    last: UUID | None


async def all_told() -> Mapping[UUID, Told]:
    """Read what programs were told of all things, without the documents."""
    rows = await fetch(
        "SELECT id, kind, digest, created_at, modified_at, deleted_at FROM open_object"
    )
    return {
        row["id"]: Told(
            kind=OparlType(row["kind"]),
            digest=row["digest"],
            stamps=Stamps(created=row["created_at"], modified=row["modified_at"]),
            deleted=row["deleted_at"] is not None,
        )
        for row in rows
    }


async def object_told(kind: OparlType, one: UUID) -> OpenDocument | None:
    """Find one object, deleted ones too; None where there never was one."""
    rows = await fetch(
        "SELECT document, modified_at, deleted_at FROM open_object "
        "WHERE id = ? AND kind = ?",
        one,
        kind.value,
    )
    if not rows:
        return None
    (row,) = rows
    return OpenDocument(
        id=one,
        kind=kind,
        document=row["document"],
        modified=row["modified_at"],
        deleted=row["deleted_at"] is not None,
    )


async def people_told(ids: Sequence[UUID]) -> Sequence[OpenDocument]:
    """Find persons or memberships that programs know of, without deleted ones."""
    if not ids:
        return []
    wanted = padded(list(ids))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT id, kind, document, modified_at FROM open_object "  # noqa: S608
        f"WHERE deleted_at IS NULL AND id IN ({marks}) ORDER BY created_at, id",
        *wanted,
    )
    return [
        OpenDocument(
            id=row["id"],
            kind=OparlType(row["kind"]),
            document=row["document"],
            modified=row["modified_at"],
            deleted=False,
        )
        for row in rows
    ]


async def list_told(kind: OparlType, asked: Asked) -> Listed:
    """Read one page of a list in its lasting order; two queries."""
    where, values = _where(kind, asked)
    (row,) = await fetch(
        f"SELECT count(*) AS many FROM open_object WHERE {where}",  # noqa: S608
        *values,
    )
    behind, place = _behind(asked)
    rows = await fetch(
        f"SELECT id, document FROM open_object WHERE {where} {behind}"  # noqa: S608
        "ORDER BY created_at, id LIMIT ? OFFSET ?",
        *values,
        *place,
        asked.limit + 1,
        0 if asked.after else (asked.page - 1) * asked.limit,
    )
    here = rows[: asked.limit]
    return Listed(
        documents=[one["document"] for one in here],
        many=int(row["many"]),
        pages=max(1, -(-int(row["many"]) // asked.limit)),
        last=here[-1]["id"] if len(rows) > len(here) else None,
    )


def _behind(asked: Asked) -> tuple[str, Sequence[UUID]]:
    """Go on behind an object; also behind one that is gone, which still has a row."""
    if asked.after is None:
        return "", ()
    made = "(SELECT o.created_at FROM open_object o WHERE o.id = ?)"
    behind = f"AND (created_at > {made} OR (created_at = {made} AND id > ?)) "
    return behind, (asked.after, asked.after, asked.after)


_CONDITIONS = {
    "created_since": "created_at >= ?",
    "created_until": "created_at <= ?",
    "modified_since": "modified_at >= ?",
    "modified_until": "modified_at <= ?",
}


def _where(kind: OparlType, asked: Asked) -> tuple[str, Sequence[Any]]:
    conditions, values = ["kind = ?"], [kind.value]
    if not asked.with_deleted:
        conditions.append("deleted_at IS NULL")
    times = [(name, at) for name, at in asked.times.items() if name in _CONDITIONS]
    conditions += [_CONDITIONS[name] for name, _at in times]
    return " AND ".join(conditions), [*values, *(at for _name, at in times)]


async def times_told() -> Mapping[OparlType, Stamps]:
    """Tell of each type when the first was made and the last one changed."""
    rows = await fetch(
        "SELECT kind, min(created_at) AS made, max(modified_at) AS changed "
        "FROM open_object GROUP BY kind"
    )
    return {
        OparlType(row["kind"]): Stamps(
            created=as_time(row["made"]), modified=as_time(row["changed"])
        )
        for row in rows
    }
