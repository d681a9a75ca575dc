"""
A result as CSV, Excel, JSON and Pabulib.

The JSON is the sealed text itself: its digest is the digest of the round. In the others
no cell is a formula, whatever people wrote.
"""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from lip.conference.files.export import table_csv, text_cell
from lip.conference.files.timeless import timeless
from lip.conference.rules.sheet import SheetKind
from lip.words import _
from proposals.voting.result_table import Cell, result_table, title_of
from proposals.voting.result_words import (
    CHANNELS,
    COMPLETIONS,
    FATES,
    METHODS,
    heading,
)
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Result
from proposals.voting.rules.rounds import Completion

_WIDEST = 60
Rows = Sequence[Sequence[Cell]]


class ResultFile(StrEnum):
    """The kinds of files that a result is handed out as."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PDF = "pdf"
    PB = "pb"

    @property
    def media_type(self) -> str:
        """Say what it is to whoever saves it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Final = {
    ResultFile.CSV: SheetKind.CSV.media_type,
    ResultFile.XLSX: SheetKind.XLSX.media_type,
    ResultFile.JSON: "application/json",
    ResultFile.PDF: "application/pdf",
    ResultFile.PB: "text/plain; charset=utf-8",
}


def kinds_of(result: Result) -> tuple[ResultFile, ...]:
    """List what a result can be handed out as; Pabulib is for budgets."""
    with_money = result.asked.method is Method.BUDGET
    return tuple(kind for kind in ResultFile if with_money or kind != ResultFile.PB)


def result_csv(result: Result) -> bytes:
    """Write the ranked list for Excel: UTF-8 with BOM, semicolons, CRLF."""
    table = result_table(result)
    rows = [tuple(_written(cell) for cell in row) for row in table.rows]
    return table_csv([table.headings, *rows])


def _written(cell: Cell) -> str:
    if isinstance(cell, Fraction):
        return f"{_rounded(cell):.1f}".replace(".", ",")
    return str(cell)


def _rounded(share: Fraction) -> float:
    """Round half up, as people do; `round` alone would go to the even digit."""
    return float(Fraction((share * 20 + 1) // 2, 10))


def result_xlsx(result: Result, *, digest: str, closed_at: datetime | None) -> bytes:
    """Write an Excel file: the list, how people took part, and how money was spent."""
    book = Workbook(write_only=True)
    table = result_table(result)
    _sheet(book, _("Ergebnis"), [table.headings, *table.rows])
    _sheet(book, _("Abstimmung"), _facts(result, digest, closed_at))
    if result.spending:
        _sheet(book, _("Rechenweg"), _steps(result))
    written = io.BytesIO()
    book.save(written)
    return timeless(written.getvalue())


def _facts(result: Result, digest: str, closed_at: datetime | None) -> Rows:
    asked = result.asked
    hidden = _("verborgen")
    rows: list[Sequence[Cell]] = [
        (_("Angabe"), _("Wert")),
        (_("Abstimmung Nr."), asked.number),
        (_("Verfahren"), _(METHODS[asked.method])),
        (_("Personen"), result.participation.people),
        *(
            (_(CHANNELS[channel]), hidden if people is None else people)
            for channel, people in result.participation.by_channel
        ),
        (_("Geschlossen"), closed_at.isoformat() if closed_at else ""),
        (_("Prüfsumme (SHA-256)"), digest),
    ]
    if result.spending:
        rows += [
            (_("Geld in Euro"), asked.budget),
            (_("Verteilt"), _(COMPLETIONS[asked.completion])),
            (_("Ausgegeben in Euro"), result.spending.spent),
        ]
    return rows


def _steps(result: Result) -> Rows:
    assert result.spending
    titles = {one.option.position: title_of(one.option) for one in result.standings}
    by_shares = result.asked.completion is Completion.EQUAL_SHARES
    rows: list[Sequence[Cell]] = [
        (
            _("Schritt"),
            heading("title"),
            heading("votes"),
            heading("cost"),
            heading("fate"),
            _("Danach übrig in Euro"),
            *((_("Es zahlen"), _("Höchstens je Person in Euro")) if by_shares else ()),
        )
    ]
    for at, step in enumerate(result.spending.steps, 1):
        paid = (step.payers, str(step.most_paid)) if by_shares else ()
        rows.append((
            at,
            titles[step.position].text,
            step.votes,
            step.cost,
            _(FATES[step.why]),
            step.left,
            *paid,
        ))
    return rows


def _sheet(book: Workbook, title: str, rows: Rows) -> None:
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for column, cells in enumerate(zip(*rows, strict=True), start=1):
        width = min(max(len(str(cell)) for cell in cells) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for place, row in enumerate(rows):
        sheet.append([_cell(sheet, value, bold=place == 0) for value in row])


def _cell(sheet: WriteOnlyWorksheet, value: Cell, *, bold: bool) -> object:
    if isinstance(value, str):
        return text_cell(sheet, value, bold=bold)
    cell = WriteOnlyCell(sheet, value=value if isinstance(value, int) else None)
    if isinstance(value, Fraction):
        cell.value = _rounded(value)
        cell.number_format = "0.0"
    if bold:
        cell.font = Font(bold=True)
    return cell


def result_pabulib(result: Result, *, conference: str, place: str) -> bytes:
    """
    Write a budget round as Pabulib `.pb`; a voter is a number without meaning.

    Dots on paper are no votes of people and are left out, as Pabulib has no place for
    them.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    papers = [line for line in result.lines if any(m > 0 for m in line.marks.values())]
    writer.writerow(["META"])
    writer.writerows(
        _meta(result, sum(line.people for line in papers), conference, place)
    )
    writer.writerow(["PROJECTS"])
    writer.writerow(["project_id", "cost", "votes", "name", "selected"])
    bought = set(result.spending.bought) if result.spending else set()
    for one in sorted(result.standings, key=lambda one: one.option.position):
        option = one.option
        name = " ".join(title_of(option).text.split())
        votes = one.people - one.dots
        writer.writerow([
            option.position,
            option.cost,
            votes,
            name,
            int(option.position in bought),
        ])
    writer.writerow(["VOTES"])
    writer.writerow(["voter_id", "vote"])
    voter = 0
    for line in papers:
        chosen = ",".join(
            str(place) for place, mark in sorted(line.marks.items()) if mark > 0
        )
        for _person in range(line.people):
            voter += 1
            writer.writerow([voter, chosen])
    return out.getvalue().encode()


def _meta(result: Result, votes: int, conference: str, place: str) -> Rows:
    rule = (
        "equalshares/approval"
        if result.asked.completion is Completion.EQUAL_SHARES
        else "greedy"
    )
    return [
        ("key", "value"),
        (
            "description",
            " ".join(f"{conference}, Abstimmung {result.asked.number}".split()),
        ),
        ("country", "Germany"),
        ("unit", " ".join(place.split()) or "-"),
        ("num_projects", len(result.standings)),
        ("num_votes", votes),
        ("budget", result.asked.budget),
        ("vote_type", "approval"),
        ("rule", rule),
    ]
