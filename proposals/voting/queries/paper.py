"""Read what was counted on paper; neither of two counters sees the other's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.database import fetch
from proposals.voting.queries.rounds import marks_in
from proposals.voting.rules.dots import differing


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What one person counted on a sheet."""

    by: str
    people: int
    counts: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSheet:
    """A sheet with its counts: 1 and 2 by two people, 3 what was settled."""

    number: int
    entries: Mapping[int, Count]

    @property
    def settled(self) -> Count | None:
        """Give what the sheet counts for; None as long as it is open."""
        if 3 in self.entries:
            return self.entries[3]
        if {1, 2} <= self.entries.keys() and not self.differs:
            return self.entries[1]
        return None

    @property
    def differs(self) -> bool:
        """Tell whether both have counted, and not the same."""
        if not {1, 2} <= self.entries.keys():
            return False
        first, second = self.entries[1], self.entries[2]
        return first.people != second.people or bool(self.places)

    @property
    def places(self) -> frozenset[int]:
        """Name the options at which the two counts differ."""
        if not {1, 2} <= self.entries.keys():
            return frozenset()
        return differing(self.entries[1].counts, self.entries[2].counts)

    def own(self, by: str) -> Count | None:
        """Give what somebody counted herself."""
        mine = [self.entries[n] for n in (1, 2) if n in self.entries]
        return next((count for count in mine if count.by == by), None)

    @property
    def open_to_both(self) -> bool:
        """Tell whether the counts may be shown: both stand, and they differ."""
        return self.differs and 3 not in self.entries


async def sheets_of(one: UUID) -> Sequence[CountedSheet]:
    """List the counted sheets of a round; one query."""
    rows = await fetch(
        'SELECT sheet, entry, "by", people, counts FROM paper_count '
        "WHERE in_round = ? ORDER BY sheet, entry",
        one,
    )
    found: dict[int, dict[int, Count]] = {}
    for row in rows:
        found.setdefault(row["sheet"], {})[row["entry"]] = Count(
            by=row["by"], people=row["people"], counts=marks_in(row["counts"])
        )
    return [CountedSheet(number=number, entries=each) for number, each in found.items()]
