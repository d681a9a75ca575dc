"""Piles of ranked papers on the table, each with its value, moved paper by paper."""

from collections.abc import Callable, Iterable

from elections.rules.ballots import Marks

Bundle = tuple[Marks, int, int, int]  # ranking, place in it, value, number of papers


class Piles:
    """Papers by the candidate whom they count for now; values in units of the rule."""

    def __init__(
        self, papers: Iterable[tuple[Marks, int]], names: tuple[str, ...], unit: int
    ) -> None:
        index = {name: number for number, name in enumerate(names)}
        self.names = names
        self._index = index
        self.votes = [0] * len(names)
        self.exhausted = 0
        self._open = [True] * len(names)
        self._piles: list[list[Bundle]] = [[] for _ in names]
        for marks, number in papers:
            first = index[marks[0][0]]
            self._piles[first].append((marks, 0, unit, number))
            self.votes[first] += unit * number

    def close(self, candidate: int) -> None:
        """Let no more papers come to this candidate."""
        self._open[candidate] = False

    def move(self, candidate: int, new_value: Callable[[int], int], keep: int) -> None:
        """Move all papers of a closed candidate on, at a new value; `keep` stays."""
        pile, self._piles[candidate] = self._piles[candidate], []
        values: dict[int, int] = {}
        open_to, votes, piles = self._open, self.votes, self._piles
        index = self._index
        before, moved = votes[candidate], 0
        for ranking, place, value, number in pile:
            if value not in values:
                values[value] = new_value(value)
            worth = values[value]
            for step in range(place + 1, len(ranking)):
                receiver = index[ranking[step][0]]
                if open_to[receiver]:
                    piles[receiver].append((ranking, step, worth, number))
                    votes[receiver] += worth * number
                    moved += worth * number
                    break
        votes[candidate] = keep
        self.exhausted += before - keep - moved
