"""
Write guest lists as CSV and XLSX that no spreadsheet takes for formulas.

OWASP ("CSV Injection") names = + - @ tab and carriage return as dangerous first
characters, an apostrophe and quotes around every cell as the remedy. In Excel files
each cell is text and carries Excel's own apostrophe, which is not part of the value.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from lip.conference.files.timeless import timeless
from lip.conference.files.wording import label
from lip.conference.rules.column import Column
from lip.conference.rules.guest import Guest
from lip.words import _

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_WRITTEN = frozenset({Column.STATUS, Column.IGNORE})
_WIDEST = 50
_NO_ANSWERS = {"ja": "ja-JP", "no": "no-NO"}  # languages, not answers

EXPORTED: tuple[Column, ...] = tuple(
    column for column in Column if column not in _NOT_WRITTEN
)
"""The columns of an export, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraColumn:
    """A column beside the guest's own, such as the time of arrival."""

    heading: str
    cells: tuple[str, ...]


def participants_csv(
    guests: Sequence[Guest],
    *,
    extra: Sequence[ExtraColumn] = (),
    columns: Sequence[Column] = EXPORTED,
) -> bytes:
    """Write a list for Excel: UTF-8 with BOM, semicolons, CRLF."""
    return table_csv(list(_rows(guests, extra, columns)))


def table_csv(rows: Sequence[tuple[str, ...]]) -> bytes:
    """Write any table for Excel; the first row are its headings."""
    written = io.StringIO(newline="")
    sheet = csv.writer(
        written, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL
    )
    sheet.writerows(map(neutral, row) for row in rows)
    return written.getvalue().encode("utf-8-sig", errors="replace")


def participants_xlsx(
    guests: Sequence[Guest],
    *,
    extra: Sequence[ExtraColumn] = (),
    columns: Sequence[Column] = EXPORTED,
) -> bytes:
    """Write a list as an Excel file in which every cell is text."""
    return table_xlsx(_("Teilnehmende"), list(_rows(guests, extra, columns)))


def table_xlsx(title: str, rows: Sequence[tuple[str, ...]]) -> bytes:
    """Write any table as an Excel file; the first row are its headings."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for column, width in enumerate(_widths(rows), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows):
        sheet.append([text_cell(sheet, value, bold=number == 0) for value in row])
    written = io.BytesIO()
    book.save(written)
    return timeless(written.getvalue())


def neutral(value: str) -> str:
    """
    Put an apostrophe before what a spreadsheet may take for a formula.

    >>> neutral("=1+1"), neutral("+49 511 1"), neutral("O'Connor")
    ("'=1+1", "'+49 511 1", "O'Connor")
    """
    return f"'{value}" if _DANGEROUS.match(value) else value


def text_cell(
    sheet: WriteOnlyWorksheet, value: str, *, bold: bool = False
) -> Cell | None:
    """Make a cell that is text, whatever it looks like."""
    if not value:
        return None
    value = neutral(value) if value.startswith("'") else value
    cell = WriteOnlyCell(sheet, value=_NOT_IN_XML.sub("\ufffd", value))
    cell.data_type = "s"
    if _DANGEROUS.match(value):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _rows(
    guests: Sequence[Guest], extra: Sequence[ExtraColumn], columns: Sequence[Column]
) -> Iterator[tuple[str, ...]]:
    yield (*map(label, columns), *(column.heading for column in extra))
    for number, guest in enumerate(guests):
        cells_beside = (column.cells[number] for column in extra)
        yield (*cells(guest, columns), *cells_beside)


def cells(guest: Guest, columns: Sequence[Column] = EXPORTED) -> tuple[str, ...]:
    """Write a guest as the cells of an export; the import reads the same again."""
    return tuple(_cell(guest, column) for column in columns)


def _cell(guest: Guest, column: Column) -> str:
    value = getattr(guest, column.value)
    if column is Column.INTERPRETING:
        return _interpreting(guest)
    if column is Column.MAY_VOTE:
        return "x" if value else ""
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value) if value else ""


def _interpreting(guest: Guest) -> str:
    return ", ".join(_NO_ANSWERS.get(tag, tag) for tag in guest.interpreting)


def _widths(rows: Sequence[tuple[str, ...]]) -> Iterator[int]:
    for column in zip(*rows, strict=True):
        yield min(max(map(len, column)) + 2, _WIDEST)
