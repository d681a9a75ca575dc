"""Read measures, one or all, in the same number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.database import fetch, padded
from lip.errors import NotFound
from lip.measures.queries.rows import TABLES, line_from
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.measures import MeasureFacts, StatusLine, ValueLine
from lip.measures.rules.sheet import Sheet
from lip.partial_dates import PartialDate
from lip.said import Said

Rows = Sequence[Mapping[str, Any]]
ByMeasure = Mapping[UUID, Rows]

EVERYTHING: Final = frozenset(TABLES) | {"history", "values"}
IN_LISTS: Final = frozenset({"goals", "timetable"})
"""What a list of measures shows of each beside its own row."""

_PUBLIC: Final = "WHERE public_from IS NOT NULL AND public_from <= ? "
_ORDER: Final = "ORDER BY code, key"


async def all_measures(
    *, public_at: datetime | None = None, parts: Collection[str] = EVERYTHING
) -> Sequence[MeasureFacts]:
    """List all measures, or those that everybody may read at a moment."""
    if public_at is None:
        rows = await fetch(f"SELECT * FROM measure {_ORDER}")  # noqa: S608 - ours
    else:
        rows = await fetch(
            f"SELECT * FROM measure {_PUBLIC}{_ORDER}",  # noqa: S608 - ours
            public_at,
        )
    return await _whole(rows, parts)


async def measures_by_id(
    ids: Collection[UUID], *, parts: Collection[str] = IN_LISTS
) -> Mapping[UUID, MeasureFacts]:
    """Find some; those that are not there are left out."""
    if not ids:
        return {}
    wanted = padded(list(ids))
    rows = await fetch(
        f"SELECT * FROM measure WHERE id IN ({_marks(wanted)})",  # noqa: S608 - marks
        *wanted,
    )
    return {one.id: one for one in await _whole(rows, parts)}


async def measure_by_id(measure: UUID) -> MeasureFacts:
    """Find one, or raise NotFound."""
    rows = await fetch("SELECT * FROM measure WHERE id = ?", measure)
    return await _one(rows)


async def public_measure(key: str, *, now: datetime) -> MeasureFacts:
    """Find one that everybody may read, or raise NotFound."""
    rows = await fetch(
        f"SELECT * FROM measure {_PUBLIC} AND key = ?",  # noqa: S608 - ours
        now,
        key,
    )
    return await _one(rows)


async def keys_taken() -> frozenset[str]:
    """Give the places in addresses that measures have."""
    rows = await fetch("SELECT key FROM measure")
    return frozenset(row["key"] for row in rows)


async def _one(rows: Rows) -> MeasureFacts:
    if not rows:
        raise NotFound("unknown_measure")
    return (await _whole(rows, EVERYTHING))[0]


async def _whole(rows: Rows, parts: Collection[str]) -> Sequence[MeasureFacts]:
    ids = [row["id"] for row in rows]
    if not ids:
        return []
    found = {
        name: await _lines(table, ids)
        for name, (table, _kind) in TABLES.items()
        if name in parts
    }
    districts = await _lines(
        "measure_district", ids, order="(SELECT position FROM district d "
        "WHERE d.id = measure_district.district)",
    )  # fmt: skip
    fields = await _lines("measure_field", ids)
    history = await _lines("status_change", ids, "at") if "history" in parts else {}
    values = await _values(ids) if "values" in parts else {}
    return [
        _facts(
            row,
            sheet=_sheet(
                row,
                {name: lines.get(row["id"], ()) for name, lines in found.items()},
                districts=[one["district"] for one in districts.get(row["id"], ())],
                fields=[one["field"] for one in fields.get(row["id"], ())],
            ),
            history=history.get(row["id"], ()),
            values=values,
        )
        for row in rows
    ]


async def _lines(table: str, ids: Sequence[UUID], order: str = "position") -> ByMeasure:
    wanted = padded(ids)
    rows = await fetch(
        f"SELECT * FROM {table} WHERE measure IN ({_marks(wanted)}) "  # noqa: S608
        f"ORDER BY {order}, id",
        *wanted,
    )
    found: dict[UUID, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["measure"]].append(row)
    return found


async def _values(ids: Sequence[UUID]) -> Mapping[UUID, Sequence[ValueLine]]:
    wanted = padded(ids)
    rows = await fetch(
        "SELECT v.indicator, v.at, v.value, v.note FROM indicator_value v "  # noqa: S608
        "JOIN indicator i ON i.id = v.indicator "
        f"WHERE i.measure IN ({_marks(wanted)})",
        *wanted,
    )
    found: dict[UUID, list[ValueLine]] = defaultdict(list)
    for row in rows:
        at = PartialDate.load(row["at"])
        line = ValueLine(at=at, value=row["value"], note=row["note"])
        found[row["indicator"]].append(line)
    return {
        one: sorted(lines, key=lambda line: (line.at.last, line.at))
        for one, lines in found.items()
    }


def _sheet(
    row: Mapping[str, Any],
    found: Mapping[str, Rows],
    *,
    districts: Sequence[UUID],
    fields: Sequence[UUID],
) -> Sheet:
    numbers = {
        one["id"]: number
        for number, one in enumerate(found.get("timetable", ()), start=1)
    }
    lines = {
        name: tuple(line_from(TABLES[name][1], _placed(one, numbers)) for one in rows)
        for name, rows in found.items()
    }
    own = {**row, "districts": tuple(districts), "fields": tuple(fields), **lines}
    return line_from(Sheet, own)


def _placed(row: Mapping[str, Any], numbers: Mapping[UUID, int]) -> Mapping[str, Any]:
    """Name the line of the timetable by its number, as people do."""
    if "milestone" not in row:
        return row
    return {**row, "line": numbers.get(row["milestone"], 0)}


def _facts(
    row: Mapping[str, Any],
    *,
    sheet: Sheet,
    history: Rows,
    values: Mapping[UUID, Sequence[ValueLine]],
) -> MeasureFacts:
    own = {one.id for one in sheet.indicators}
    return MeasureFacts(
        id=row["id"],
        key=row["key"],
        sheet=sheet,
        version=row["version"],
        created_at=row["created_at"],
        changed_at=row["changed_at"],
        public_from=row["public_from"],
        reminded_at=row["reminded_at"],
        history=[_status(one) for one in history],
        values={one: lines for one, lines in values.items() if one in own},
    )


def _status(row: Mapping[str, Any]) -> StatusLine:
    return StatusLine(
        kind=StatusKind(row["kind"]),
        label=Said.load(row["label"]),
        note=Said.load(row["note"]),
        at=row["at"],
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
