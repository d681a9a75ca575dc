"""
The figures of a conference, and what of them may be published.

Organisers see every number. What is published hides counts below five, also from
those who subtract: the ones that would give a hidden count away are hidden with it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lip.registration.rules.small_counts import (
    LEAST,
    published,
    published_alone,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """
    How many people, by what they did; None is hidden.

    Arrived are those who registered and came, and those who just came.
    """

    registered: int | None
    arrived: int | None
    no_shows: int | None
    walk_ins: int | None
    cancelled: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a table: a word (and its language), and a number; None is hidden."""

    word: str
    number: int | None
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """
    Lines under one heading; `parts` when they add up to a total.

    `rest` is what the hidden lines of such a table come to together.
    """

    key: str
    lines: tuple[Line, ...]
    parts: bool = True
    rest: int | None = None

    @property
    def largest(self) -> int:
        """Give the largest number, for the length of bars."""
        numbers = [line.number or 0 for line in self.lines]
        return max([*numbers, self.rest or 0, 1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of one conference; `minutes` are those of all people together."""

    people: People
    organisations: int
    minutes: int | None
    tables: tuple[Table, ...]

    @property
    def average(self) -> int | None:
        """Give the minutes of one person, rounded down."""
        if not self.people.arrived or self.minutes is None:
            return None
        return self.minutes // self.people.arrived


def people_of(*, came: int, no_shows: int, walk_ins: int, cancelled: int) -> People:
    """Put the counts together as organisers see them."""
    return People(
        registered=came + no_shows,
        arrived=came + walk_ins,
        no_shows=no_shows,
        walk_ins=walk_ins,
        cancelled=cancelled,
    )


def counted(words: Iterable[str], *, key: str) -> Table:
    """Count words, the most frequent first; an empty one means not said."""
    counts = Counter(words)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = tuple(Line(word=word, number=many) for word, many in ordered)
    return Table(key=key, lines=lines)


def for_everybody(figures: Figures) -> Figures:
    """Hide what must not be published; what is hidden already stays so."""
    people = public_people(figures.people)
    tables = [
        public_table(one, of=figures.people.arrived or 0) for one in figures.tables
    ]
    return Figures(
        people=people,
        organisations=figures.organisations,
        minutes=figures.minutes if people.arrived is not None else None,
        tables=tuple(
            one for one in tables if any(line.number is not None for line in one.lines)
        ),
    )


def public_people(people: People) -> People:
    """
    Hide small counts of people, and those from which they could be worked out.

    Of came, not come and walked in, each may be small. Two sums go out at most, and
    only where the difference to what else goes out is no small count.
    """
    arrived, registered = people.arrived or 0, people.registered or 0
    no_shows, walk_ins = people.no_shows or 0, people.walk_ins or 0
    came = registered - no_shows
    small = min(came, no_shows, walk_ins) < LEAST
    return People(
        registered=None if small else published_alone(registered),
        arrived=published_alone(arrived),
        no_shows=None if small else no_shows,
        walk_ins=None if small else walk_ins,
        cancelled=published_alone(people.cancelled or 0),
    )


def public_table(table: Table, *, of: int) -> Table:
    """
    Hide the small lines of a table; hidden parts of a whole become one line.

    Lines that stand alone are also hidden where nearly all of the people are in one:
    the few others would be a small count as well.
    """
    if not table.parts:
        alone = [
            replace(line, number=_alone(line.number or 0, of)) for line in table.lines
        ]
        return replace(table, lines=tuple(alone))
    shown = published([line.number or 0 for line in table.lines])
    kept = [
        line
        for line, number in zip(table.lines, shown.counts, strict=True)
        if number is not None
    ]
    return replace(table, lines=tuple(kept), rest=_rest(kept, shown.total))


def _alone(count: int, of: int) -> int | None:
    return None if 0 < of - count < LEAST else published_alone(count)


def _rest(kept: Sequence[Line], total: int | None) -> int | None:
    """Say what the hidden lines come to together; nothing where all are hidden."""
    if total is None:
        return None
    rest = total - sum(line.number or 0 for line in kept)
    return rest or None
