"""Write the lines of a sheet into their tables, keeping the ids that others know."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from lip.database import execute_many, fetch
from lip.measures.queries.rows import TABLES, columns_of
from lip.measures.rules.sheet import LocationLine, Sheet, place_lists

Rows = Sequence[Mapping[str, Any]]


async def write_lines(measure: UUID, sheet: Sheet, before: Sheet) -> None:
    """Write all parts that are different now."""
    changed = {name for name in TABLES if getattr(sheet, name) != getattr(before, name)}
    if changed & {"timetable", "places"}:
        changed -= {"timetable", "places"}
        await _write_timetable(measure, sheet, before)
    for name in sorted(changed):
        rows = _rows(measure, _with_ids(getattr(sheet, name), getattr(before, name)))
        await _replace(measure, TABLES[name][0], rows)
    if sheet.districts != before.districts:
        await _link(measure, "district", sheet.districts)
    if sheet.fields != before.fields:
        await _link(measure, "field", sheet.fields)


async def _write_timetable(measure: UUID, sheet: Sheet, before: Sheet) -> None:
    """Write lines and places together, since places name their lines."""
    lines = _rows(measure, sheet.timetable)
    await _replace(measure, "milestone", lines)
    milestones = {number: row["id"] for number, row in enumerate(lines, start=1)}
    places = _with_ids(sheet.places, before.places)
    numbers = _numbers(places)
    await _replace(
        measure,
        "location",
        [
            {
                **{name: value for name, value in row.items() if name != "line"},
                "milestone": milestones.get(row["line"]),
                "number": number,
            }
            for row, number in zip(_rows(measure, places), numbers, strict=True)
        ],
    )


def _numbers(places: Sequence[LocationLine]) -> Sequence[int]:
    lists = place_lists(places)
    return [number + 1 for one in lists for number in range(len(one.places))]


def _with_ids(lines: Sequence[Any], before: Sequence[Any]) -> Sequence[Any]:
    """Give an id to lines that others name; one of another measure is not taken."""
    if not lines or not hasattr(lines[0], "id"):
        return lines
    known = {line.id for line in before}
    kept = []
    for line in lines:
        one = line.id if line.id in known else uuid4()
        known.discard(one)
        kept.append(replace(line, id=one))
    return kept


def _rows(measure: UUID, lines: Sequence[Any]) -> Rows:
    return [
        {"id": uuid4(), **columns_of(line), "measure": measure, "position": position}
        for position, line in enumerate(lines, start=1)
    ]


async def _replace(measure: UUID, table: str, rows: Rows) -> None:
    """Remove what is gone, change what is there, add what is new."""
    there = await fetch(
        f"SELECT id FROM {table} WHERE measure = ?",  # noqa: S608 - our own names
        measure,
    )
    kept = {row["id"] for row in rows}
    gone = [(row["id"],) for row in there if row["id"] not in kept]
    if gone:
        await execute_many(f"DELETE FROM {table} WHERE id = ?", gone)  # noqa: S608
    if rows:
        await execute_many(
            _upsert(table, tuple(rows[0])), [tuple(row.values()) for row in rows]
        )


def _upsert(table: str, columns: Collection[str]) -> str:
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{one}"' for one in columns)
    again = ", ".join(f'"{one}" = excluded."{one}"' for one in columns if one != "id")
    return (
        f"INSERT INTO {table} ({names}) VALUES ({marks}) "  # noqa: S608 - our own names
        f"ON CONFLICT (id) DO UPDATE SET {again}"
    )


async def _link(measure: UUID, what: str, ids: Sequence[UUID]) -> None:
    table = f"measure_{what}"
    await fetch(f"DELETE FROM {table} WHERE measure = ?", measure)  # noqa: S608
    rows: list[tuple[Any, ...]] = [
        (uuid4(), measure, one, *((position,) if what == "field" else ()))
        for position, one in enumerate(dict.fromkeys(ids), start=1)
    ]
    names = f"id, measure, {what}" + (", position" if what == "field" else "")
    if rows:
        await execute_many(
            f"INSERT INTO {table} ({names}) "  # noqa: S608 - our own names
            f"VALUES ({', '.join('?' * len(rows[0]))})",
            rows,
        )
