"""Piles of ranked papers on the table, each with its value, moved paper by paper."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from elections.rules.counting.papers import Ranking

Rest: TypeAlias = Iterator[str]
"""Whom a paper names after the one on whose pile it lies."""


class Piles:
    """
    Papers by the candidate whom they count for now; values in units of the rule.

    On a pile lie together those of the same value of which there are as many.
    """

    def __init__(
        self, papers: Iterable[tuple[Ranking, int]], names: tuple[str, ...], unit: int
    ) -> None:
        self.names = names
        self._index = {name: number for number, name in enumerate(names)}
        self.votes = [0] * len(names)
        self.exhausted = 0
        self._open = set(names)
        self._piles: dict[str, dict[tuple[int, int], list[Rest]]] = {
            name: {} for name in names
        }
        by_number: dict[int, dict[str, list[Rest]]] = {}
        for ranking, number in papers:
            if number not in by_number:
                by_number[number] = {name: [] for name in names}
            rest = iter(ranking)
            by_number[number][next(rest)].append(rest)
        for number, parted in by_number.items():
            self._put(parted, unit, number)

    def close(self, candidate: int) -> None:
        """Let no more papers come to this candidate."""
        self._open.discard(self.names[candidate])

    def move(self, candidate: int, new_value: Callable[[int], int], keep: int) -> None:
        """Move all papers of a closed candidate on, at a new value; `keep` stays."""
        name = self.names[candidate]
        pile, self._piles[name] = self._piles[name], {}
        leaving = self.votes[candidate] - keep
        self.votes[candidate] = keep
        kept = sum(self.votes)
        for (value, number), papers in pile.items():
            self._put(self._parted(papers), new_value(value), number)
        self.exhausted += leaving - (sum(self.votes) - kept)

    def _parted(self, papers: Iterable[Rest]) -> Mapping[str, list[Rest]]:
        """Lay papers with the next open candidate whom they name."""
        parted: dict[str, list[Rest]] = {name: [] for name in self._open}
        for rest in papers:
            for name in rest:
                if name in parted:
                    parted[name].append(rest)
                    break
        return parted

    def _put(self, parted: Mapping[str, list[Rest]], value: int, number: int) -> None:
        for name, papers in parted.items():
            if papers:
                self._piles[name].setdefault((value, number), []).extend(papers)
                self.votes[self._index[name]] += len(papers) * number * value
