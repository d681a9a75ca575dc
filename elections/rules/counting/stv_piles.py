"""Piles of ranked papers on the table, each with its value, moved paper by paper."""

from collections.abc import Callable, Iterable, Iterator

from elections.rules.counting.papers import Ranking

Sheaf = tuple[Iterator[str], int]
"""Whom a paper names after the one on whose pile it lies, and how many there are."""


class Piles:
    """Papers by the candidate whom they count for now; values in units of the rule."""

    def __init__(
        self, papers: Iterable[tuple[Ranking, int]], names: tuple[str, ...], unit: int
    ) -> None:
        self.names = names
        self._index = {name: number for number, name in enumerate(names)}
        self.votes = [0] * len(names)
        self.exhausted = 0
        self._open = set(names)
        self._piles: dict[str, dict[int, list[Sheaf]]] = {name: {} for name in names}
        first: dict[str, list[Sheaf]] = {name: [] for name in names}
        for ranking, number in papers:
            rest = iter(ranking)
            first[next(rest)].append((rest, number))
        for name, sheaves in first.items():
            self._put(name, unit, sheaves)

    def close(self, candidate: int) -> None:
        """Let no more papers come to this candidate."""
        self._open.discard(self.names[candidate])

    def move(self, candidate: int, new_value: Callable[[int], int], keep: int) -> None:
        """Move all papers of a closed candidate on, at a new value; `keep` stays."""
        name = self.names[candidate]
        pile, self._piles[name] = self._piles[name], {}
        before, total = self.votes[candidate], sum(self.votes)
        self.votes[candidate] = keep
        for value, sheaves in pile.items():
            for receiver, moved in self._parted(sheaves).items():
                self._put(receiver, new_value(value), moved)
        gained = sum(self.votes) - total + before - keep
        self.exhausted += before - keep - gained

    def _parted(self, sheaves: Iterable[Sheaf]) -> dict[str, list[Sheaf]]:
        """Lay papers with the next open candidate whom they name."""
        open_to: dict[str, list[Sheaf]] = {name: [] for name in self._open}
        for sheaf in sheaves:
            for name in sheaf[0]:
                if name in open_to:
                    open_to[name].append(sheaf)
                    break
        return open_to

    def _put(self, name: str, value: int, sheaves: list[Sheaf]) -> None:
        if sheaves:
            self._piles[name].setdefault(value, []).extend(sheaves)
            number = sum(sheaf[1] for sheaf in sheaves)
            self.votes[self._index[name]] += number * value
