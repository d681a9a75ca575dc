"""
Every way a count can go where only a lot decides.

A method asks `choose` whenever the rule leaves several people level. With a lot, its
order answers. Without one, the count is run again for every answer that some lot could
give, where a lot is one order of all people: who once came before another does so
again. Who is elected in all runs is elected, and the others are reported as a tie. Only
where there are too many ways does the count stop at the first such question and say so.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from elections.rules.counting.papers import Papers
from elections.rules.tally import Run, Stage, Tally, Tie, TieOver
from elections.rules.terms import Terms
from elections.rules.uncountable import Uncountable

MOST_RUNS = 600
WORK = 4_000_000  # papers looked at in all runs together


class Choose(Protocol):
    """Ask who comes first among people whom the rule does not part."""

    def __call__(self, tied: Iterable[str], *, elected: Sequence[str]) -> str:
        """Name one of the tied; `elected` are those already sure."""
        ...


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the lot."""

    tied: tuple[str, ...]
    answers: tuple[str, ...]  # those that the lot, as far as it is known, allows
    answer: str
    elected: tuple[str, ...]


class Known:
    """What is known of a lot's order from the answers it has given."""

    def __init__(self) -> None:
        self._before: dict[str, set[str]] = {}

    def first_among(self, names: Sequence[str]) -> tuple[str, ...]:
        """Name those who may still come first among these."""
        among = set(names)
        return tuple(n for n in names if not among & self._before.get(n, set()))

    def note(self, first: str, names: Iterable[str]) -> None:
        """Keep that one came before others, and whatever follows from it."""
        earlier = {first, *self._before.get(first, set())}
        for name in names:
            if name != first:
                later = [name, *(n for n, b in self._before.items() if name in b)]
                for one in later:
                    self._before.setdefault(one, set()).update(earlier)


def explored(
    method: str, count: Callable[[Choose], Run], *, papers: Papers, terms: Terms
) -> Tally:
    """Run a count through all its ties and put the result together."""
    asked, run = _run(count, (), terms.lot)
    ways, complete = [run], True
    if asked and not terms.lot:
        most = max(24, min(MOST_RUNS, WORK // (1 + len(papers.valid))))
        ways, complete = _all_ways(count, most)
    if not complete:
        return _stopped(method, asked[0], run, papers=papers, terms=terms)
    winners, ties = _merged(ways, asked, terms)
    deputies = _shared([way.deputies for way in ways])
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


def _run(
    count: Callable[[Choose], Run], script: Sequence[str], lot: Sequence[str]
) -> tuple[list[Question], Run]:
    asked: list[Question] = []
    known = Known()

    def choose(tied: Iterable[str], *, elected: Sequence[str]) -> str:
        names = tuple(sorted(tied))
        answers = (by_lot(names, lot)[0],) if lot else known.first_among(names)
        answer = answers[0]
        if len(names) > 1 and (lot or len(answers) > 1):
            if len(asked) < len(script):
                answer = script[len(asked)]
            asked.append(Question(names, answers, answer, tuple(elected)))
        known.note(answer, names)
        return answer

    run = count(choose)
    return asked, run


def _all_ways(count: Callable[[Choose], Run], most: int) -> tuple[list[Run], bool]:
    ways: list[Run] = []
    scripts: list[tuple[str, ...]] = [()]
    while scripts:
        if len(ways) >= most:
            return ways, False
        script = scripts.pop()
        asked, run = _run(count, script, ())
        ways.append(run)
        answers = tuple(question.answer for question in asked)
        for step in range(len(script), len(asked)):
            question = asked[step]
            scripts.extend(
                (*answers[:step], other)
                for other in question.answers
                if other != question.answer
            )
    return ways, True


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


def _stages(ways: Sequence[Run]) -> tuple[Stage, ...]:
    """Give the stages of the count, as far as they do not hang on an open lot."""
    if len({frozenset(way.winners) for way in ways}) == 1:
        return ways[0].stages
    shared = []
    for stages in zip(*(way.stages for way in ways), strict=False):
        if any(stage != stages[0] for stage in stages):
            break
        shared.append(stages[0])
    return tuple(shared)


def _stopped(
    method: str, question: Question, run: Run, *, papers: Papers, terms: Terms
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
