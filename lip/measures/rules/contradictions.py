"""
What does not fit together in a timetable.

It is kept as it was written; only who edits the sheet is told of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.sheet import MilestoneLine, Sheet


class Doubt(StrEnum):
    """What somebody should look at."""

    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    NEXT_ENDS_BEFORE_THIS_BEGINS = "next_ends_before_this_begins"
    ONGOING_WITH_END = "ongoing_with_end"
    DONE_WITH_OPEN_LINES = "done_with_open_lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A doubt, and the lines that it is about, counted from 1."""

    doubt: Doubt
    line: int = 0
    other: int = 0


def contradictions(sheet: Sheet) -> Sequence[Warned]:
    """List what does not fit together, in the order of the timetable."""
    return (*_in_lines(sheet.timetable), *_between(sheet.timetable), *_open(sheet))


def _in_lines(timetable: Sequence[MilestoneLine]) -> Iterator[Warned]:
    for number, line in enumerate(timetable, start=1):
        if line.begins and line.ends and line.ends.last < line.begins.first:
            yield Warned(doubt=Doubt.ENDS_BEFORE_IT_BEGINS, line=number)
        if line.ongoing and line.ends:
            yield Warned(doubt=Doubt.ONGOING_WITH_END, line=number)


def _between(timetable: Sequence[MilestoneLine]) -> Iterator[Warned]:
    """Begins in January 2018, and the line after it is to be done by January 2018."""
    for number, (this, after) in enumerate(pairwise(timetable), start=1):
        begins = this.begins if this.ends is None else None
        if begins and after.ends and not after.begins and after.ends <= begins:
            yield Warned(
                doubt=Doubt.NEXT_ENDS_BEFORE_THIS_BEGINS, line=number, other=number + 1
            )


def _open(sheet: Sheet) -> Iterator[Warned]:
    if sheet.status_kind is not StatusKind.DONE:
        return
    for number, line in enumerate(sheet.timetable, start=1):
        if line.ends and not line.done and not line.ongoing:
            yield Warned(doubt=Doubt.DONE_WITH_OPEN_LINES, line=number)
