"""Read an uploaded list into a sheet, whatever program wrote it."""

from collections.abc import Iterable, Sequence
from itertools import islice

from lip.conference.files.csv_sheets import csv_rows
from lip.conference.files.encodings import decode
from lip.conference.files.file_kinds import kind_of
from lip.conference.files.wording import known_labels
from lip.conference.files.xlsx_sheets import MAX_COLUMNS, excel_rows
from lip.conference.rules.columns import Recognised, known_headings, recognise
from lip.conference.rules.sheet import Sheet, SheetKind, SheetRow
from lip.errors import Unusable

MAX_BYTES = 10_000_000
MAX_ROWS = 20_000
_ROWS_ABOVE_HEADINGS = 10


def read_sheet(
    content: bytes,
    *,
    filename: str = "",
    sheet_name: str = "",
    encoding: str = "",
    max_bytes: int = MAX_BYTES,
) -> Sheet:
    """
    Read bytes into a sheet, or raise Unusable with a code.

    The content decides, not the ending of `filename`, which only stands in refusals.
    `sheet_name` picks a sheet of an Excel file, `encoding` overrides what was
    detected in a text file.
    """
    try:
        return _sheet(content, sheet_name, encoding, max_bytes=max_bytes)
    except Unusable as refusal:
        refusal.facts.setdefault("filename", filename)
        raise


def recognise_sheet(sheet: Sheet) -> Recognised:
    """Recognise the columns of a sheet, our own exports in any language included."""
    return recognise(sheet.headings, labels=known_labels())


def _sheet(content: bytes, sheet_name: str, encoding: str, *, max_bytes: int) -> Sheet:
    if len(content) > max_bytes:
        raise Unusable("too_large_file", megabytes=max_bytes // 1_000_000)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unusable("empty_file")
    if kind_of(content) is SheetKind.XLSX:
        return _excel(content, sheet_name)
    return _text(content, encoding)


def _excel(content: bytes, sheet_name: str) -> Sheet:
    found = excel_rows(content, sheet_name=sheet_name, max_rows=MAX_ROWS + 1)
    headings, rows = _table(found.rows)
    return Sheet(
        kind=SheetKind.XLSX,
        headings=headings,
        rows=rows,
        sheet_name=found.sheet_name,
        sheet_names=found.sheet_names,
    )


def _text(content: bytes, encoding: str) -> Sheet:
    text, name = decode(content, encoding=encoding)
    separator, read = csv_rows(text)
    headings, rows = _table(read)
    return Sheet(
        kind=SheetKind.CSV,
        headings=headings,
        rows=rows,
        encoding=name,
        separator=separator,
    )


def _table(
    rows: Iterable[SheetRow],
) -> tuple[tuple[str, ...], tuple[SheetRow, ...]]:
    """Part the headings from the rows, and leave out what is empty."""
    filled = (row for row in rows if any(map(str.strip, row.cells)))
    found = list(islice(filled, MAX_ROWS + _ROWS_ABOVE_HEADINGS + 1))
    start = _heading_position(found)
    headings = tuple(" ".join(cell.split()) for cell in found[start].cells)
    below = found[start + 1 :]
    if len(below) > MAX_ROWS:
        raise Unusable("too_many_rows", limit=MAX_ROWS)
    if not below:
        raise Unusable("no_rows")
    headings = _without_empty_end(headings, below)
    if len(headings) > MAX_COLUMNS:
        raise Unusable("too_many_columns", limit=MAX_COLUMNS)
    return headings, tuple(below)


def _heading_position(rows: Sequence[SheetRow]) -> int:
    """Find the headings below a title; without a known word they come first."""
    if not rows:
        raise Unusable("empty_file")
    known = [known_headings(row.cells) for row in rows[:_ROWS_ABOVE_HEADINGS]]
    best = max(range(len(known)), key=lambda position: known[position])
    position = best if known[best] > 1 else 0
    if known[position] == 0 and _looks_like_a_guest(rows[position].cells):
        raise Unusable("no_heading", line=rows[position].line)
    return position


def _looks_like_a_guest(cells: Sequence[str]) -> bool:
    return any("@" in cell or cell.strip().isdigit() for cell in cells)


def _without_empty_end(
    headings: tuple[str, ...], rows: Sequence[SheetRow]
) -> tuple[str, ...]:
    """Leave out columns at the end that have neither heading nor content."""
    used = len(headings)
    while used and not headings[used - 1]:
        column = used - 1
        if any(len(row.cells) > column and row.cells[column].strip() for row in rows):
            break
        used -= 1
    return headings[:used]
