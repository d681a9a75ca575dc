"""Rows of values as JSON and as a table that no program takes for formulas."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias
from uuid import UUID

from lip.conference.files.export import table_csv
from lip.opendata.rules.oparl import oparl_time, without_empty, written
from lip.partial_dates import PartialDate
from lip.said import Said

Row: TypeAlias = Mapping[str, Any]


def as_row(value: Any, *without: str) -> dict[str, Any]:
    """Give the fields of a value by their names, but for some."""
    return {
        one.name: getattr(value, one.name)
        for one in fields(value)
        if one.name not in without
    }


def rows_json(rows: Sequence[Row], head: Row) -> bytes:
    """Write rows with what is said of all of them; empty values are left out."""
    return written({**head, "data": [plain(row) for row in rows]}).encode()


def rows_csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """Write rows for Excel: UTF-8 with BOM, semicolons; lists in one cell."""
    cells = [tuple(cell(row.get(name)) for name in columns) for row in rows]
    return table_csv([tuple(columns), *cells])


def plain(value: Any) -> Any:
    """Give a value as JSON can say it; texts in several languages by their tags."""
    if isinstance(value, Said | Mapping):
        return without_empty({str(key): plain(one) for key, one in value.items()})
    if isinstance(value, datetime):
        return oparl_time(value)
    if isinstance(value, PartialDate):
        return value.dump()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def cell(value: Any) -> str:
    """
    Give a value as one cell: German before other languages, lists with semicolons.

    >>> cell([{"year": 2017, "text": Said.of(en="x", de="Ziel")}, None])
    '2017, Ziel'
    """
    if isinstance(value, Said):
        return value.pick("de").text
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, Mapping):
        return ", ".join(filter(None, (cell(one) for one in value.values())))
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, (cell(one) for one in value)))
    said = plain(value)
    return "" if said is None else str(said)
