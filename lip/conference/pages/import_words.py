"""A judged list in words: its columns, its rows, and whom they resemble."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.files.wording import (
    LABELS,
    LEVELS,
    STATUSES,
    finding_sentence,
    label,
    shortened,
    twin_sentence,
)
from lip.conference.pages.guest_words import said
from lip.conference.queries.participants import Registered
from lip.conference.rules.column import Column
from lip.conference.rules.columns import Recognised
from lip.conference.rules.findings import Level
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_list import (
    ImportReport,
    JudgedRow,
    RowStatus,
    Twin,
)
from lip.conference.rules.sheet import Sheet
from lip.words import _

SAMPLES = 3
STATUS_SIGNS: Mapping[RowStatus, tuple[str, str]] = {
    RowStatus.NEW: ("good", "user-plus"),
    RowStatus.ALREADY_THERE: ("", "check"),
    RowStatus.CHANGED: ("note", "pencil"),
    RowStatus.POSSIBLE_DUPLICATE: ("warn", "users"),
    RowStatus.FAULTY: ("bad", "ban"),
}
"""The kind and the icon of each verdict's badge."""

_LEVEL_KINDS = {Level.NOTE: "", Level.WARNING: "warn", Level.ERROR: "bad"}
_COMPARED = (
    *(Column.EXTERNAL_ID, Column.ORGANISATION, Column.ROLE, Column.EMAIL),
    *(Column.PHONE, Column.LANGUAGE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column of a sheet, and what it is taken for."""

    position: int
    heading: str
    samples: tuple[str, ...]
    column: Column
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two entries side by side: label, both values, and whether they agree."""

    sentence: str
    other: str
    rows: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """One judged row."""

    line: int
    name: str
    organisation: str
    verdict: str
    kind: str
    icon: str
    may_be_ticked: bool
    tick_label: str
    findings: tuple[tuple[str, str, str], ...]
    comparisons: tuple[Comparison, ...]


def column_lines(
    sheet: Sheet, recognised: Recognised, mapping: Sequence[Column]
) -> list[ColumnLine]:
    """Show every column of a sheet with some of what stands in it."""
    return [
        ColumnLine(
            position=position,
            heading=heading,
            samples=_samples(sheet, position),
            column=column,
            remark=_remark(position, recognised),
        )
        for position, (heading, column) in enumerate(
            zip(sheet.headings, mapping, strict=True)
        )
    ]


def _samples(sheet: Sheet, position: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in sheet.rows[:500]:
        cell = row.cells[position].strip() if position < len(row.cells) else ""
        if cell:
            found[shortened(cell)] = None
        if len(found) == SAMPLES:
            break
    return tuple(found)


def _remark(position: int, recognised: Recognised) -> str:
    if position in recognised.left_out:
        return _("Bleibt absichtlich weg: das braucht am Einlass niemand.")
    if position in recognised.unknown:
        return _("Nicht erkannt.")
    return ""


def columns_offered() -> list[tuple[str, str]]:
    """List what a column can be taken for, nothing at all first."""
    others = (column for column in LABELS if column is not Column.IGNORE)
    return [(column.value, label(column)) for column in (Column.IGNORE, *others)]


def row_lines(
    rows: Sequence[JudgedRow],
    report: ImportReport,
    people: Mapping[UUID, Registered],
) -> list[RowLine]:
    """Put judged rows into words; `people` are the participants they mention."""
    by_line = {row.line: row.guest for row in report.rows}
    return [_row_line(row, by_line, people) for row in rows]


def mentioned(rows: Sequence[JudgedRow]) -> list[UUID]:
    """List the participants whom rows mention."""
    found = {row.participant for row in rows}
    found |= {twin.participant for row in rows for twin in row.twins}
    return [one for one in found if one is not None]


def _row_line(
    row: JudgedRow, by_line: Mapping[int, Guest], people: Mapping[UUID, Registered]
) -> RowLine:
    kind, icon = STATUS_SIGNS[row.status]
    return RowLine(
        line=row.line,
        name=row.guest.name or row.guest.badge_name or _("ohne Namen"),
        organisation=row.guest.organisation,
        verdict=_(STATUSES[row.status]),
        kind=kind,
        icon=icon,
        may_be_ticked=row.status not in {RowStatus.FAULTY, RowStatus.ALREADY_THERE},
        tick_label=_tick_label(row.status),
        findings=tuple(
            (
                _LEVEL_KINDS[finding.level],
                _(LEVELS[finding.level]),
                finding_sentence(finding),
            )
            for finding in row.findings
        ),
        comparisons=tuple(_comparisons(row, by_line, people)),
    )


def _tick_label(status: RowStatus) -> str:
    if status is RowStatus.CHANGED:
        return _("Angaben aus der Liste übernehmen")
    return _("Übernehmen")


def _comparisons(
    row: JudgedRow, by_line: Mapping[int, Guest], people: Mapping[UUID, Registered]
) -> list[Comparison]:
    there = people.get(row.participant) if row.participant else None
    if row.status is RowStatus.CHANGED and there:
        return [_changes(row, there.guest)]
    found = ((twin, _guest_of(twin, by_line, people)) for twin in row.twins)
    return [_likeness(row.guest, twin, other) for twin, other in found if other]


def _guest_of(
    twin: Twin, by_line: Mapping[int, Guest], people: Mapping[UUID, Registered]
) -> Guest | None:
    if twin.line is not None:
        return by_line.get(twin.line)
    there = people.get(twin.participant) if twin.participant else None
    return there.guest if there else None


def _changes(row: JudgedRow, there: Guest) -> Comparison:
    return Comparison(
        sentence=_("Die Liste sagt etwas anderes als das, was gespeichert ist."),
        other=_("gespeichert"),
        rows=tuple(
            (label(column), said(row.guest, column), said(there, column), False)
            for column in row.changed
        ),
    )


def _likeness(guest: Guest, twin: Twin, other: Guest) -> Comparison:
    here = _("Zeile %(line)s", line=twin.line) if twin.line else _("angemeldet")
    pairs = (
        (label(column), said(guest, column), said(other, column))
        for column in _COMPARED
    )
    return Comparison(
        sentence=twin_sentence(twin),
        other=here,
        rows=(
            (_("Name"), guest.name, other.name, guest.name == other.name),
            *(
                (name, mine, theirs, mine == theirs)
                for name, mine, theirs in pairs
                if mine or theirs
            ),
        ),
    )
