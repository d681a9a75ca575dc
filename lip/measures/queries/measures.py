"""Read measures, one or all, in the same number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.database import fetch, fetch_in
from lip.errors import NotFound
from lip.measures.queries.rows import TABLES, line_from
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.measures import MeasureFacts, StatusLine
from lip.measures.rules.sheet import Sheet
from lip.measures.rules.values import AgreementFacts, ValueLine
from lip.partial_dates import PartialDate
from lip.said import Said

Rows = Sequence[Mapping[str, Any]]
ByMeasure = Mapping[UUID, Rows]

EVERYTHING: Final = frozenset(TABLES) | {"history", "values", "files"}
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
    rows = await fetch_in("SELECT * FROM measure WHERE id IN", ids)
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


async def agreement_content(agreement: UUID) -> bytes:
    """Read the file of an agreement."""
    return await _content(
        "SELECT coalesce(z.content, f.content) AS content FROM agreement_file f "
        "LEFT JOIN frozen_file z ON z.digest = f.digest WHERE f.agreement = ?",
        agreement,
    )


async def frozen_content(digest: str) -> bytes:
    """Read a file as it stands in versions of the plan."""
    return await _content("SELECT content FROM frozen_file WHERE digest = ?", digest)


async def _content(select: str, value: object) -> bytes:
    rows = await fetch(select, value)
    if not rows:
        raise NotFound("unknown_agreement")
    return bytes(rows[0]["content"])


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
    files = await _files(ids) if "files" in parts else {}
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
            files=files,
        )
        for row in rows
    ]


async def _lines(table: str, ids: Sequence[UUID], order: str = "position") -> ByMeasure:
    select = f"SELECT * FROM {table} WHERE measure IN"  # noqa: S608 - our own names
    rows = await fetch_in(select, ids, f"ORDER BY {order}, id")
    found: dict[UUID, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["measure"]].append(row)
    return found


async def _values(ids: Sequence[UUID]) -> Mapping[UUID, Sequence[ValueLine]]:
    rows = await fetch_in(
        "SELECT v.indicator, v.at, v.value, v.note FROM indicator_value v "
        "JOIN indicator i ON i.id = v.indicator WHERE i.measure IN",
        ids,
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


async def _files(ids: Sequence[UUID]) -> Mapping[UUID, AgreementFacts]:
    rows = await fetch_in(
        "SELECT f.agreement, f.filename, f.size, f.digest FROM agreement_file f "
        "JOIN agreement a ON a.id = f.agreement WHERE a.measure IN",
        ids,
    )
    return {
        row["agreement"]: AgreementFacts(
            filename=row["filename"], size=row["size"], digest=row["digest"]
        )
        for row in rows
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
    files: Mapping[UUID, AgreementFacts],
) -> MeasureFacts:
    lines: Sequence[Any] = (*sheet.indicators, *sheet.agreements)
    own = {one.id for one in lines}
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
        files={one: file for one, file in files.items() if one in own},
    )


def _status(row: Mapping[str, Any]) -> StatusLine:
    return StatusLine(
        kind=StatusKind(row["kind"]),
        label=Said.load(row["label"]),
        note=Said.load(row["note"]),
        at=row["at"],
    )
