"""Read CSV and TSV: separator, quotes, line breaks inside cells, physical lines."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lip.conference.rules.columns import known_headings
from lip.conference.rules.sheet import SheetRow
from lip.errors import Unusable

SEPARATORS = ";,\t|"
_LOOKED_AT_ROWS = 50
_LOOKED_AT = 200_000
_HEADINGS_WITHIN = 10
_MOST_LINES_OF_A_ROW = 200
_HINT = re.compile(r"\A\"?sep=(.)\"?(?:\r\n|\r|\n)")
_LARGEST_CELL = 131_072  # as csv's own limit, which others may have raised


def csv_rows(text: str) -> tuple[str, Iterator[SheetRow]]:
    """Find the separator and yield each row with its first physical line."""
    if "\x00" in text:
        raise Unusable("nul_byte", line=_line(text, text.index("\x00")))
    if hint := _HINT.match(text):
        return hint[1], _rows(text[hint.end() :], hint[1], before=1)
    separator = _separator(text[:_LOOKED_AT])
    return separator, _rows(text, separator)


def _line(text: str, position: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[:position])) + 1


def _separator(start: str) -> str:
    """
    Choose the separator that parts the most headings we know.

    Where none is known, the one that cuts most rows into equally many columns.
    """
    return max(SEPARATORS, key=lambda separator: _fit(start, separator))


def _fit(start: str, separator: str) -> tuple[int, float, int]:
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=separator)
    try:
        rows = [cells for cells in islice(reader, _LOOKED_AT_ROWS) if cells]
    except csv.Error:
        return 0, 0.0, 0
    known = max(map(known_headings, rows[:_HEADINGS_WITHIN]), default=0)
    widths = Counter(len(cells) for cells in rows if len(cells) > 1)
    if not widths:
        return known, 0.0, 0
    width, agreeing = widths.most_common(1)[0]
    return known, agreeing / len(rows) * min(width, 5), width


def _rows(text: str, separator: str, *, before: int = 0) -> Iterator[SheetRow]:
    strict = _is_strict(text, separator)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, strict=strict
    )
    line = 0
    try:
        for cells in reader:
            spanned = reader.line_num - line
            if spanned > _MOST_LINES_OF_A_ROW:
                raise Unusable("open_quote", line=before + line + 1)
            if max(map(len, cells), default=0) > _LARGEST_CELL:
                raise Unusable("cell_too_large", line=before + line + 1)
            yield SheetRow(line=before + line + 1, cells=tuple(cells))
            line = reader.line_num
    except csv.Error as error:
        open_quote = "unexpected end" in str(error)
        code = "open_quote" if open_quote else "cell_too_large"
        raise Unusable(code, line=before + line + 1) from error


def _is_strict(text: str, separator: str) -> bool:
    """Tell whether quotes are used by the book; some programs write them freely."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error as error:
        return "expected after" not in str(error)
    return True
