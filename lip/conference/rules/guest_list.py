"""A whole list judged against itself and against those already registered."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from uuid import UUID

from lip.conference.rules.column import Column
from lip.conference.rules.findings import Code, Finding
from lip.conference.rules.guest import NEEDS, Guest
from lip.conference.rules.guest_origin import source_key, source_keys
from lip.conference.rules.guest_rows import GuestRow
from lip.conference.rules.guest_twins import (
    Entry,
    Likeness,
    Register,
    Twin,
    entry,
    similar,
)

__all__ = [
    "Choice",
    "Existing",
    "ImportReport",
    "JudgedRow",
    "Likeness",
    "RowStatus",
    "Twin",
    "chosen",
    "judge",
    "source_key",
]


class RowStatus(StrEnum):
    """What importing a row would mean."""

    NEW = "new"
    ALREADY_THERE = "already_there"
    CHANGED = "changed"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    FAULTY = "faulty"


class Choice(StrEnum):
    """Which rows an organiser wants: `TICKED` means only the lines she names."""

    ALL = "all"
    GOOD_ONLY = "good_only"
    TICKED = "ticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Existing:
    """
    A participant who is registered already.

    `source_key` is None for walk-ins; `needs_known` is False where the sensitive
    needs were not loaded or are deleted, so that they are not compared.
    """

    id: UUID
    guest: Guest
    source_key: UUID | None = None
    needs_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRow:
    """
    One row with its verdict.

    `twins` names who may be the same person; the first of several equal entries stays
    NEW, the later ones are POSSIBLE_DUPLICATE. `participant` is set for ALREADY_THERE
    and CHANGED; `changed` names the columns in which list and participant differ.
    """

    line: int
    guest: Guest
    source_key: UUID
    status: RowStatus
    findings: tuple[Finding, ...] = ()
    twins: tuple[Twin, ...] = ()
    changed: tuple[Column, ...] = ()
    participant: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """Every row of a list with its verdict, in the order of the list."""

    rows: tuple[JudgedRow, ...]

    def count(self, status: RowStatus) -> int:
        """Count the rows with one verdict."""
        return sum(row.status is status for row in self.rows)

    @property
    def counts(self) -> Mapping[RowStatus, int]:
        """Count the rows with each verdict."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in RowStatus}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a row is judged against."""

    by_key: Mapping[UUID, Existing]
    by_id: Mapping[UUID, Existing]
    participants: Register
    lines: Register
    mapped: frozenset[Column]


def judge(
    rows: Sequence[GuestRow],
    *,
    conference: UUID,
    existing: Sequence[Existing] = (),
    mapped: frozenset[Column] = frozenset(Column),
) -> ImportReport:
    """
    Judge every row of a list.

    Only the columns in `mapped` are compared with participants who are there, and
    only where the list says something.
    """
    good = [row for row in rows if not row.faulty]
    entries = [entry(row.guest, line=row.line) for row in good]
    keys = source_keys(conference, [row.guest for row in good])
    known = _Known(
        by_key={one.source_key: one for one in existing if one.source_key},
        by_id={one.id: one for one in existing},
        participants=Register(
            [entry(one.guest, participant=one.id) for one in existing],
        ),
        lines=Register(entries),
        mapped=mapped,
    )
    judged = (
        _judged(row, key, one, known)
        for row, key, one in zip(good, keys, entries, strict=True)
    )
    return ImportReport(
        rows=tuple(
            _faulty(row, conference) if row.faulty else next(judged) for row in rows
        ),
    )


def _faulty(row: GuestRow, conference: UUID) -> JudgedRow:
    return JudgedRow(
        line=row.line,
        guest=row.guest,
        source_key=source_key(conference, row.guest, 0),
        status=RowStatus.FAULTY,
        findings=row.findings,
    )


def _judged(row: GuestRow, key: UUID, one: Entry, known: _Known) -> JudgedRow:
    findings = (*row.findings, *_neighbours(one, known))
    there = known.by_key.get(key) or _same_number(one, known)
    if there is not None:
        changed = tuple(_changes(row.guest, there, known.mapped))
        return JudgedRow(
            line=row.line,
            guest=row.guest,
            source_key=key,
            status=RowStatus.CHANGED if changed else RowStatus.ALREADY_THERE,
            findings=findings,
            changed=changed,
            participant=there.id,
        )
    registered, listed = known.participants.twins(one), known.lines.twins(one)
    again = any(twin.line is not None and twin.line < row.line for twin in listed)
    doubtful = bool(registered) or again
    return JudgedRow(
        line=row.line,
        guest=row.guest,
        source_key=key,
        status=RowStatus.POSSIBLE_DUPLICATE if doubtful else RowStatus.NEW,
        findings=findings,
        twins=registered + listed,
    )


def _same_number(one: Entry, known: _Known) -> Existing | None:
    for other in known.participants.sharing_number(one):
        if other.participant is not None and _same_person(one, other):
            return known.by_id[other.participant]
    return None


def _same_person(one: Entry, other: Entry) -> bool:
    email = one.guest.email.casefold()
    same_address = bool(email) and email == other.guest.email.casefold()
    return one.name_key == other.name_key or same_address or similar(one, other)


def _changes(
    guest: Guest, there: Existing, mapped: frozenset[Column]
) -> Iterator[Column]:
    compared = mapped if there.needs_known else mapped - NEEDS
    for field in fields(Guest):
        column = Column(field.name)
        said = getattr(guest, field.name)
        if column not in compared or not (said or column is Column.MAY_VOTE):
            continue
        if said != getattr(there.guest, field.name):
            yield column


def _neighbours(one: Entry, known: _Known) -> Iterator[Finding]:
    """Say what the row shares with others, of whom nobody need be the same person."""
    if known.lines.sharing_number(one):
        yield _number(Code.NUMBER_TWICE, one)
    taken = known.participants.sharing_number(one)
    if taken and not any(_same_person(one, other) for other in taken):
        yield _number(Code.NUMBER_TAKEN, one)
    others = known.lines.sharing_address(one) + known.participants.sharing_address(one)
    names = [other.guest.name for other in others if not similar(one, other)]
    if any(names):
        yield Finding(
            code=Code.EMAIL_SHARED,
            column=Column.EMAIL,
            value=", ".join(dict.fromkeys(filter(None, names))),
        )


def _number(code: Code, one: Entry) -> Finding:
    return Finding(code=code, column=Column.EXTERNAL_ID, value=one.guest.external_id)


def chosen(
    report: ImportReport, choice: Choice, lines: frozenset[int] = frozenset()
) -> tuple[JudgedRow, ...]:
    """
    Pick the rows to import.

    ALL takes every row that is new or a possible duplicate, GOOD_ONLY the new ones,
    TICKED none; the rows in `lines` come along in each case. A faulty row and one
    that is already there never do; a changed one only when its line is named, and
    then it means an update.
    """
    taken = {
        Choice.ALL: {RowStatus.NEW, RowStatus.POSSIBLE_DUPLICATE},
        Choice.GOOD_ONLY: {RowStatus.NEW},
        Choice.TICKED: set[RowStatus](),
    }[choice]
    never = {RowStatus.FAULTY, RowStatus.ALREADY_THERE}
    return tuple(
        row
        for row in report.rows
        if row.status in taken or (row.line in lines and row.status not in never)
    )
