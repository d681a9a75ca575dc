"""A table as it was handed in: headings and rows of text, nothing judged yet."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class SheetKind(StrEnum):
    """The kind of file a sheet came from, found by its content."""

    CSV = "csv"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """Say what such a file is to whoever saves it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Final = {
    SheetKind.CSV: "text/csv; charset=utf-8",
    SheetKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row; `line` is where a person finds it in a text editor or in Excel."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """
    A file as a table of text.

    `encoding` and `separator` are empty for XLSX, `sheet_names` and `sheet_name`
    for CSV. Rows without any content are left out; rows may be shorter or longer
    than the headings.
    """

    kind: SheetKind
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    encoding: str = ""
    separator: str = ""
    sheet_names: tuple[str, ...] = ()
    sheet_name: str = ""
