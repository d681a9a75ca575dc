"""
Somebody who holds all that a server and its copies ever stored, and joins by it.

She knows the roll in the order in which it was written, frozen and given credentials,
the sealed rows in the order in which they came, and every published ballot. For each
way to put two of these beside each other she guesses who cast which ballot.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Rows = Sequence[Mapping[str, Any]]
Guess = list[int]
"""For each voter the place of a ballot in the published list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """
    Everything there is; each list in the order in which it was stored.

    `voters` have id, participant, blinded and `given`, the place of their credential
    in write-ahead log and journal. `sealed` have id, handle and content.
    """

    voters: Rows
    sealed: Rows
    ballots: Rows


def guesses(dump: Dump) -> Iterator[tuple[str, Guess]]:
    """Join in every way that is known to us."""
    voters = _orders(dump.voters, ("id", "participant", "blinded", "given"))
    ballots = _orders(dump.ballots, tuple(dump.ballots[0]), length=True)
    for one, first in voters.items():
        for other, second in ballots.items():
            yield f"{one} – {other}", _beside(first, second)
    arrival = dict(zip(voters["given"], range(len(dump.voters)), strict=True))
    for one, first in _orders(dump.sealed, ("id", "handle", "content")).items():
        places = dict(zip(first, range(len(first)), strict=True))
        for other, second in ballots.items():
            through = [
                second[places[arrival[voter]]] for voter in range(len(dump.voters))
            ]
            yield f"arrival – {one} – {other}", through


def hits(guess: Guess, truth: Guess) -> int:
    """Count how many were joined rightly."""
    return sum(one == other for one, other in zip(guess, truth, strict=True))


def _orders(
    rows: Rows, names: Sequence[str], *, length: bool = False
) -> Mapping[str, list[int]]:
    """Put rows in order by what is stored, and by each thing that they carry."""
    everything = range(len(rows))
    found = {"stored": list(everything), "stored last": list(reversed(everything))}
    for name in names:
        found[name] = sorted(everything, key=_key(rows, name))
    if length:
        found["length"] = sorted(everything, key=lambda at: len(str(rows[at])))
    return found


def _key(rows: Rows, name: str) -> Callable[[int], Any]:
    return lambda at: rows[at][name]


def _beside(voters: list[int], ballots: list[int]) -> Guess:
    guess = [0] * len(voters)
    for voter, ballot in zip(voters, ballots, strict=True):
        guess[voter] = ballot
    return guess
