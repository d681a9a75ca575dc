"""A whole list judged against itself and against those already registered."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from lip.conference.rules.columns import Column
from lip.conference.rules.findings import Finding
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_rows import GuestRow


class RowStatus(StrEnum):
    """What importing a row would mean."""

    NEW = "new"
    ALREADY_THERE = "already_there"
    CHANGED = "changed"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    FAULTY = "faulty"


class Likeness(StrEnum):
    """Why two entries may be the same person."""

    SAME_ENTRY = "same_entry"
    SAME_NAME = "same_name"
    SAME_EMAIL = "same_email"


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
class Twin:
    """Who may be the same person: another line of the list, or a participant."""

    likeness: Likeness
    name: str
    line: int | None = None
    participant: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRow:
    """
    One row with its verdict.

    `participant` is set for ALREADY_THERE and CHANGED; `changed` names the columns
    in which list and participant differ.
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


def source_key(conference: UUID, guest: Guest, occurrence: int) -> UUID:
    """
    Name the origin of a participant, the same for the same person in any encoding.

    `occurrence` counts equal entries of one list from 1.
    """
    raise NotImplementedError


def judge(
    rows: Sequence[GuestRow],
    *,
    conference: UUID,
    existing: Sequence[Existing] = (),
    mapped: frozenset[Column] = frozenset(Column),
) -> ImportReport:
    """
    Judge every row of a list.

    Only the columns in `mapped` are compared with participants who are there.
    """
    raise NotImplementedError


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
    raise NotImplementedError


def as_plain(report: ImportReport) -> dict[str, object]:
    """Write a report as plain values for JSON."""
    raise NotImplementedError
