"""
Somebody who holds all that a server and its copies ever stored, and joins by it.

She knows the roll in the order in which it was written, frozen and given credentials,
the sealed rows in the order in which they came, and every published ballot. For each
way to put two of these beside each other she guesses who cast which ballot.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = Sequence[Mapping[str, Any]]
Places = NDArray[np.intp]
Guess = Places
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
    arrival = _places(voters["given"])
    for one, first in _orders(dump.sealed, ("id", "handle", "content")).items():
        places = _places(first)
        for other, second in ballots.items():
            yield f"arrival – {one} – {other}", second[places[arrival]]


def hits(guess: Guess, truth: Guess) -> int:
    """Count how many were joined rightly."""
    return int(np.count_nonzero(guess == truth))


def _orders(
    rows: Rows, names: Sequence[str], *, length: bool = False
) -> Mapping[str, Places]:
    """Put rows in order by what is stored, and by each thing that they carry."""
    everything = range(len(rows))
    found = {"stored": np.arange(len(rows)), "stored last": np.arange(len(rows))[::-1]}
    keys = {name: [row[name] for row in rows] for name in names}
    if length:
        keys["length"] = [sum(len(str(part)) for part in row.values()) for row in rows]
    for name, values in keys.items():
        found[name] = np.array(sorted(everything, key=values.__getitem__))
    return found


def _places(order: Places) -> Places:
    """Tell at which place of an order each one stands."""
    return _beside(order, np.arange(len(order)))


def _beside(voters: Places, ballots: Places) -> Guess:
    guess = np.zeros(len(voters), dtype=np.intp)
    guess[voters] = ballots
    return guess
