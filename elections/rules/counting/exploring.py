"""
Every way a count can go where only a lot decides.

A method asks `choose` whenever the rule leaves several people level. With a lot, its
order answers. Without one, the count is run again for every answer: who is elected in
all runs is elected, and the others are reported as a tie. Ways that come to the same
`state` go on alike: only the first of them is followed. Only where there are too many
ways does the count stop at the first such question and say so.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from elections.rules.counting.papers import Papers
from elections.rules.tally import Run, Stage, Tally, Tie, TieOver
from elections.rules.terms import Terms
from elections.rules.uncountable import Uncountable

MOST_RUNS = 600
WORK = 4_000_000  # papers looked at in all runs together


class Choose(Protocol):
    """Ask who comes first among people whom the rule does not part."""

    def __call__(
        self,
        tied: Iterable[str],
        *,
        elected: Sequence[str],
        state: Hashable = None,
        stages: Sequence[Stage] = (),
    ) -> str:
        """
        Name one of the tied; `elected` are those already sure.

        `state` is all that the rest of the count hangs on, `stages` what came before.
        """
        ...


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the lot."""

    tied: tuple[str, ...]
    answer: str
    elected: tuple[str, ...]


class _Met(Exception):  # no mistake: this way is known from here on
    """The count has come to a state from which another way went on."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        super().__init__()
        self.stages = tuple(stages)


@dataclass(slots=True)
class _Ways:
    """The runs of a count, and the beginnings of those that joined one of them."""

    runs: list[Run]
    beginnings: list[tuple[Stage, ...]] = field(default_factory=list)


def explored(
    method: str, count: Callable[[Choose], Run], *, papers: Papers[Any], terms: Terms
) -> Tally:
    """Run a count through all its ties and put the result together."""
    asked, choose = _asking(lot=terms.lot)
    run = count(choose)
    ways: _Ways | None = _Ways([run])
    if asked and not terms.lot:
        most = max(24, min(MOST_RUNS, WORK // (1 + len(papers.valid))))
        ways = _all_ways(count, most)
    if ways is None:
        return _stopped(method, asked[0], run, papers=papers, terms=terms)
    winners, ties = _merged(ways.runs, asked, terms)
    deputies = _shared([way.deputies for way in ways.runs])
    if terms.lot:
        deputies = tuple(
            (name,) for group in deputies for name in by_lot(group, terms.lot)
        )
    return Tally(
        method=method,
        seats=terms.seats,
        valid=papers.number,
        abstained=papers.abstained,
        spoiled=papers.spoiled,
        winners=winners,
        deputies=deputies,
        ties=(*ties, *_deputy_ties(deputies)),
        stages=_stages(ways),
    )


def by_lot(names: Collection[str], lot: Sequence[str]) -> tuple[str, ...]:
    """Order names as the lot did; it must know all of them."""
    missing = set(names) - set(lot)
    if missing and len(names) > 1:
        raise Uncountable("lot_lacks_names", names=", ".join(sorted(missing)))
    return tuple(sorted(names, key=lot.index)) if len(names) > 1 else tuple(names)


def _asking(
    script: Sequence[str] = (),
    lot: Sequence[str] = (),
    met: set[Hashable] | None = None,
) -> tuple[list[Question], Choose]:
    """Answer by the lot, or as the script says and then with the first name."""
    asked: list[Question] = []

    def choose(
        tied: Iterable[str],
        *,
        elected: Sequence[str],
        state: Hashable = None,
        stages: Sequence[Stage] = (),
    ) -> str:
        names = tuple(sorted(tied))
        if len(names) == 1:
            return names[0]
        if lot:
            answer = by_lot(names, lot)[0]
        elif len(asked) < len(script):
            answer = script[len(asked)]
        else:
            _meet(state, met, stages)
            answer = names[0]
        asked.append(Question(names, answer, tuple(elected)))
        return answer

    return asked, choose


def _meet(state: Hashable, met: set[Hashable] | None, stages: Sequence[Stage]) -> None:
    if state is None or met is None:
        return
    if state in met:
        raise _Met(stages)
    met.add(state)


def _all_ways(count: Callable[[Choose], Run], most: int) -> _Ways | None:
    """Follow every way to its end; None where there are more than so many."""
    ways, met = _Ways([]), set[Hashable]()
    scripts: list[tuple[str, ...]] = [()]
    while scripts:
        if len(ways.runs) + len(ways.beginnings) >= most:
            return None
        script = scripts.pop()
        asked, choose = _asking(script, met=met)
        try:
            ways.runs.append(count(choose))
        except _Met as known:
            ways.beginnings.append(known.stages)
        scripts.extend(_other_answers(asked, len(script)))
    return ways


def _other_answers(asked: Sequence[Question], known: int) -> Iterator[tuple[str, ...]]:
    answers = tuple(question.answer for question in asked)
    for step in range(known, len(asked)):
        for other in asked[step].tied:
            if other != asked[step].answer:
                yield (*answers[:step], other)


def _merged(
    ways: Sequence[Run], asked: Sequence[Question], terms: Terms
) -> tuple[tuple[str, ...], tuple[Tie, ...]]:
    sure = set(ways[0].winners).intersection(*(way.winners for way in ways))
    open_to = set().union(*(way.winners for way in ways)) - sure
    winners = tuple(name for name in ways[0].winners if name in sure)
    if open_to:
        seats = max(len(way.winners) for way in ways) - len(sure)
        return winners, (Tie(candidates=tuple(sorted(open_to)), seats=seats),)
    over = TieOver.SEAT if terms.lot else TieOver.NOTHING
    return winners, tuple(
        Tie(
            candidates=question.tied,
            seats=1,
            over=over,
            settled_by_lot=question.answer if terms.lot else None,
        )
        for question in asked
    )


def _deputy_ties(groups: Iterable[tuple[str, ...]]) -> tuple[Tie, ...]:
    return tuple(
        Tie(candidates=group, seats=len(group), over=TieOver.DEPUTIES)
        for group in groups
        if len(group) > 1
    )


def _shared(
    orders: Sequence[tuple[tuple[str, ...], ...]],
) -> tuple[tuple[str, ...], ...]:
    """Give the deputies on whom all ways agree, from the first one down."""
    shared = []
    for groups in zip(*orders, strict=False):
        if len(set(groups)) > 1:
            break
        shared.append(tuple(sorted(groups[0])))
    return tuple(shared)


def _stages(ways: _Ways) -> tuple[Stage, ...]:
    """Give the stages of the count, as far as they do not hang on an open lot."""
    if len({frozenset(way.winners) for way in ways.runs}) == 1:
        return ways.runs[0].stages
    shared = []
    for stages in zip(*(way.stages for way in ways.runs), strict=False):
        if any(stage != stages[0] for stage in stages):
            break
        shared.append(stages[0])
    for beginning in ways.beginnings:
        for step, (one, other) in enumerate(zip(shared, beginning, strict=False)):
            if one != other:
                del shared[step:]
                break
    return tuple(shared)


def _stopped(
    method: str, question: Question, run: Run, *, papers: Papers[Any], terms: Terms
) -> Tally:
    """Report what is sure before the first tie, where there are too many ways on."""
    seats = len(run.winners) - len(question.elected)
    return Tally(
        method=method,
        seats=terms.seats,
        valid=papers.number,
        abstained=papers.abstained,
        spoiled=papers.spoiled,
        winners=question.elected,
        deputies=(),
        ties=(Tie(candidates=question.tied, seats=seats),),
        stages=(),
        complete=False,
    )
