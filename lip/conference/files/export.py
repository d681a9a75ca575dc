"""Write guest lists as CSV and XLSX that no spreadsheet takes for formulas."""

from collections.abc import Sequence
from dataclasses import dataclass

from lip.conference.rules.guest import Guest


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraColumn:
    """A column beside the guest's own, such as the time of arrival."""

    heading: str
    cells: tuple[str, ...]


def participants_csv(
    guests: Sequence[Guest], *, extra: Sequence[ExtraColumn] = ()
) -> bytes:
    """Write a list for Excel: UTF-8 with BOM, semicolons, CRLF."""
    raise NotImplementedError


def participants_xlsx(
    guests: Sequence[Guest], *, extra: Sequence[ExtraColumn] = ()
) -> bytes:
    """Write a list as an Excel file in which every cell is text."""
    raise NotImplementedError
