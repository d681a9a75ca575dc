"""How a text came to say what it says today, and where edits stand in it now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lip.plan.rules.amending import Edit, edit_at, spots_of
from lip.plan.rules.line_history import History
from lip.plan.rules.lines import Line
from lip.plan.rules.spots import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """Edits against the wording `base` that made the wording `version`."""

    base: int
    version: int
    edits: Sequence[Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Edits as they would be written to another wording, and their spots there."""

    edits: Sequence[Edit]
    spots: Sequence[Spot]


class Lineage:
    """
    The wordings of one text by their number, and what it says today.

    Of adoptions it is known what changed; the rest is found by comparing wordings.
    """

    def __init__(
        self, wordings: Mapping[int, str], today: str, adoptions: Sequence[Adoption]
    ) -> None:
        self._wordings = wordings
        self._today = today
        self._between: dict[tuple[str, str], History] = {}
        self._adopted: list[tuple[int, History]] = []
        for one in sorted(adoptions, key=lambda adoption: adoption.version):
            self._adopt(one)

    def steps_from(self, version: int) -> Sequence[History]:
        """Give what lies between a wording and that of today."""
        if self._wordings.get(version) == self._today:
            return []
        return self._steps(version, self._today)

    def _steps(self, version: int, to: str) -> Sequence[History]:
        text = self._wordings.get(version, "")
        steps: list[History] = []
        for after, adopted in self._adopted:
            if after > version:
                steps += [*self._compared(text, self._wordings[after - 1]), adopted]
                text = self._wordings[after]
        return [*steps, *self._compared(text, to)]

    def _compared(self, old: str, new: str) -> Sequence[History]:
        if old == new:
            return []
        if (old, new) not in self._between:
            self._between[old, new] = History(old, new)
        return [self._between[old, new]]

    def _adopt(self, one: Adoption) -> None:
        before = self._wordings.get(one.version - 1)
        after = self._wordings.get(one.version)
        if before is None or after is None or one.base not in self._wordings:
            return
        spots = carried(spots_of(one.edits), self._steps(one.base, before))
        self._adopted.append((one.version, History(before, after, spots or ())))


def carried(spots: Sequence[Spot], steps: Sequence[History]) -> Sequence[Spot] | None:
    """Carry spots from one wording to the next; None where one is not there now."""
    for step in steps:
        there = [step.spot(one) for one in spots]
        spots = [one for one in there if one is not None]
        if len(spots) < len(there):
            return None
    return spots


def standing(
    edits: Sequence[Edit], steps: Sequence[History], text: str, lines: Sequence[Line]
) -> Standing | None:
    """Carry edits through steps to a text; None where they do not fit there."""
    if not steps:
        return Standing(edits=edits, spots=spots_of(edits))
    now: list[Edit] = []
    spots: list[Spot] = []
    for edit in edits:
        there = carried(spots_of([edit]), steps)
        if there is None:
            return None
        now.append(edit_at(text, lines, edit, there))
        spots += there
    return Standing(edits=now, spots=spots)
