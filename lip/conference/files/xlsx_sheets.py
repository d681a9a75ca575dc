"""Read Excel files: values as a person sees them, without running anything."""

import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from lip.conference.files.file_kinds import BROKEN_ZIP
from lip.conference.rules.sheet import SheetRow
from lip.errors import Unusable

MAX_UNPACKED = 40_000_000
"""How large the parts of an Excel file may be together, in bytes."""

MAX_COLUMNS = 500
_MAX_EMPTY_ROWS = 100_000

_BROKEN = (
    *BROKEN_ZIP,
    zlib.error,
    ParseError,
    InvalidFileException,
    TypeError,
    AttributeError,
    AssertionError,
)
"""What openpyxl raises on files that are not what they claim to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcelRows:
    """The rows of one sheet, and the names of all."""

    rows: tuple[SheetRow, ...]
    sheet_name: str
    sheet_names: tuple[str, ...]


def excel_rows(content: bytes, *, sheet_name: str = "", max_rows: int) -> ExcelRows:
    """Read one sheet: the named one, or the first that holds anything."""
    with _refusing_what_is_broken():
        _refuse_bombs(content)
        values = _Workbook(content, formulas=False, max_rows=max_rows)
        if sheet_name and sheet_name not in values.names:
            raise Unusable("unknown_sheet", name=sheet_name)
        for name in [sheet_name] if sheet_name else values.names:
            rows = values.rows(name)
            if _has_formulas(content):
                written = _Workbook(content, formulas=True, max_rows=max_rows)
                rows = _with_formulas(rows, written.rows(name))
            if any(any(row.cells) for row in rows):
                return ExcelRows(
                    rows=tuple(rows), sheet_name=name, sheet_names=values.names
                )
    raise Unusable("empty_file")


@contextmanager
def _refusing_what_is_broken() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's remarks on styles
            yield
    except _BROKEN as error:
        code = "xlsx_bomb" if _is_bomb(error) else "broken_xlsx"
        raise Unusable(code) from error


def _is_bomb(error: BaseException | None) -> bool:
    """Tell whether entities were refused; openpyxl wraps what it meets."""
    while error is not None:
        if isinstance(error, DefusedXmlException):
            return True
        error = error.__cause__ or error.__context__
    return False


def _refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
    if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > 2000:
        raise Unusable("xlsx_bomb")


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return any(
            b"<f>" in part or b"<f " in part
            for part in map(package.read, package.namelist())
        )


class _Workbook:
    """An Excel file, opened for reading its values or its formulas."""

    def __init__(self, content: bytes, *, formulas: bool, max_rows: int) -> None:
        self._book = load_workbook(
            BytesIO(content), read_only=True, data_only=not formulas, keep_links=False
        )
        self.names = tuple(sheet.title for sheet in self._book.worksheets)
        self._max_rows = max_rows

    def rows(self, name: str) -> list[SheetRow]:
        """Read the rows of a sheet that hold anything, hidden ones too."""
        sheet = self._book[name]
        sheet.reset_dimensions()  # what the file says about its size may be wrong
        found: list[SheetRow] = []
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells = tuple(map(_text, values))
            if any(cells):
                _refuse_too_many(found, cells, self._max_rows)
                found.append(SheetRow(line=line, cells=cells))
            elif line - len(found) > _MAX_EMPTY_ROWS:
                break
        return found


def _refuse_too_many(
    found: list[SheetRow], cells: tuple[str, ...], max_rows: int
) -> None:
    if len(cells) > MAX_COLUMNS:
        raise Unusable("too_many_columns", limit=MAX_COLUMNS)
    if len(found) > max_rows:
        raise Unusable("too_many_rows", limit=max_rows)


def _with_formulas(values: list[SheetRow], written: list[SheetRow]) -> list[SheetRow]:
    """Show the formula where Excel left no value for it."""
    by_line = {row.line: row.cells for row in values}
    return [
        SheetRow(line=row.line, cells=_filled(by_line.get(row.line, ()), row.cells))
        for row in written
    ]


def _filled(values: tuple[str, ...], written: tuple[str, ...]) -> tuple[str, ...]:
    padded = values + ("",) * (len(written) - len(values))
    return tuple(
        value or formula for value, formula in zip(padded, written, strict=False)
    )


def _text(value: object) -> str:
    """Write a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    write = _WRITTEN.get(type(value))
    return write(value) if write else str(getattr(value, "text", value))


def _moment(value: Any) -> str:
    if value.time() == time():
        return str(value.date())
    return str(value.isoformat(sep=" ", timespec="minutes"))


_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: "WAHR" if value else "FALSCH",
    float: lambda value: f"{value:.15g}",
    datetime: _moment,
    date: str,
    time: lambda value: str(value.isoformat(timespec="minutes")),
}
