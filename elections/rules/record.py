"""
The public record of a round: entries in a chain, each with the digest of the last.

Whoever changes, drops, adds or swaps an entry changes every digest after it. There are
no times. `root` is the digest after the last ballot: it is read out before anybody
knows the count, and the lot is drawn with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elections.rules.canonical import Plain, digest_of

START = "0" * 64


class Kind(StrEnum):
    """What an entry says, in the order in which a round goes."""

    ELECTION = "election"
    CANDIDATES = "candidates"
    ROLL = "roll"
    KEYS = "keys"
    ANNULLED = "annulled"
    CLOSED = "closed"
    BALLOTS = "ballots"
    PAPERS = "papers"
    LOT = "lot"
    RESULT = "result"


class Board(StrEnum):
    """Whether ballots are published whole, or digests and contents apart."""

    FULL = "full"
    DIGESTS = "digests"


BEFORE_THE_COUNT = tuple(Kind)[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; `previous` is the digest of the entry before, or 64 zeros."""

    kind: Kind
    content: Mapping[str, Plain]
    previous: str = START

    @property
    def digest(self) -> str:
        """Compute the digest that the next entry carries."""
        return digest_of({
            "kind": self.kind.value,
            "content": self.content,
            "previous": self.previous,
        })


def chained(parts: Iterable[tuple[Kind, Mapping[str, Plain]]]) -> tuple[Entry, ...]:
    """Join contents to a chain."""
    entries: list[Entry] = []
    for kind, content in parts:
        previous = entries[-1].digest if entries else START
        entries.append(Entry(kind=kind, content=content, previous=previous))
    return tuple(entries)


def broken_at(entries: Sequence[Entry]) -> int | None:
    """Return the place (from 1) of the first entry that does not follow, if any."""
    previous = START
    for place, entry in enumerate(entries, 1):
        if entry.previous != previous:
            return place
        previous = entry.digest
    return None


def is_in_order(entries: Sequence[Entry]) -> bool:
    """Say whether there is everything once, in order, with any number of lots."""
    kinds = [entry.kind for entry in entries]
    after = kinds[len(BEFORE_THE_COUNT) :]
    return (
        tuple(kinds[: len(BEFORE_THE_COUNT)]) == BEFORE_THE_COUNT
        and after[-1:] == [Kind.RESULT]
        and all(kind is Kind.LOT for kind in after[:-1])
    )


def root_of(entries: Sequence[Entry]) -> str:
    """Return the digest that is read out: that of everything before the count."""
    return entries[len(BEFORE_THE_COUNT) - 1].digest
