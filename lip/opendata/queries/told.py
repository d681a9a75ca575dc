"""Read what programs were told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.journal.queries import as_time
from lip.opendata.rules.filters import Asked
from lip.opendata.rules.oparl import OparlType, Stamps
from lip.opendata.rules.stamping import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocument:
    """One object as it is answered."""

    kind: OparlType
    document: str
    modified: datetime
    deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of a list, and how many there are in all."""

    documents: Sequence[str]
    many: int
    pages: int


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
        kind=kind,
        document=row["document"],
        modified=row["modified_at"],
        deleted=row["deleted_at"] is not None,
    )


async def list_told(kind: OparlType, asked: Asked) -> Listed:
    """Read one page of a list in its lasting order; two queries."""
    where, values = _where(kind, asked)
    (row,) = await fetch(
        f"SELECT count(*) AS many FROM open_object WHERE {where}",  # noqa: S608
        *values,
    )
    rows = await fetch(
        f"SELECT document FROM open_object WHERE {where} "  # noqa: S608
        "ORDER BY created_at, id LIMIT ? OFFSET ?",
        *values,
        asked.limit,
        (asked.page - 1) * asked.limit,
    )
    return Listed(
        documents=[one["document"] for one in rows],
        many=int(row["many"]),
        pages=max(1, -(-int(row["many"]) // asked.limit)),
    )


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


async def last_changes() -> Mapping[OparlType, datetime]:
    """Tell when objects of each type changed the last time."""
    rows = await fetch(
        "SELECT kind, max(modified_at) AS at FROM open_object GROUP BY kind"
    )
    return {OparlType(row["kind"]): as_time(row["at"]) for row in rows}
