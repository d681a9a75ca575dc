"""Papers sorted into valid, spoiled with a reason, and abstaining."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from elections.rules.ballots import (
    SPOILED_ON_PURPOSE,
    Ballot,
    Contest,
    Kind,
    Marks,
    Reason,
)
from elections.rules.terms import Terms
from elections.rules.uncountable import Uncountable

Verdict = Marks | Reason | None  # None: the paper abstains
Judge = Callable[[Ballot], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What goes into the count, and what does not."""

    valid: tuple[tuple[Marks, int], ...]
    number: int
    spoiled: tuple[tuple[Reason, int], ...]
    abstained: int


def sorted_papers(contest: Contest, judge: Judge) -> Papers:
    """Judge every paper; the order in which they lie has no effect."""
    valid: Counter[Marks] = Counter()
    spoiled: Counter[Reason] = Counter()
    abstained = 0
    for ballot in contest.ballots:
        verdict = _judged(ballot, judge)
        if verdict is None:
            abstained += ballot.times
        elif isinstance(verdict, Reason):
            spoiled[verdict] += ballot.times
        else:
            valid[verdict] += ballot.times
    return Papers(
        valid=tuple(valid.items()),
        number=valid.total(),
        spoiled=tuple(sorted(spoiled.items())),
        abstained=abstained,
    )


def _judged(ballot: Ballot, judge: Judge) -> Verdict:
    if ballot.marks == SPOILED_ON_PURPOSE:
        return Reason.ON_PURPOSE
    return judge(ballot) if ballot.marks else None


def require(contest: Contest, kinds: Iterable[Kind]) -> None:
    """Refuse papers of a kind that the method cannot count."""
    if contest.kind not in kinds:
        raise Uncountable("wrong_kind_of_paper", kind=contest.kind.value)
    if len(set(contest.candidates)) != len(contest.candidates):
        raise Uncountable("same_name_twice")


def without(marks: Marks, withdrawn: frozenset[str]) -> Marks:
    """Leave out marks for people who have withdrawn."""
    if not withdrawn:
        return marks
    return tuple(mark for mark in marks if mark[0] not in withdrawn)


def crosses(contest: Contest, terms: Terms, votes_each: int | None) -> Judge:
    """Judge papers with crosses: known names, each once, not too many."""
    known = frozenset(contest.candidates)

    def judge(ballot: Ballot) -> Verdict:
        marks = tuple(sorted(mark for mark in ballot.marks if mark[1]))
        names = [name for name, _ in marks]
        if not known.issuperset(names):
            return Reason.UNKNOWN
        if any(times < 0 for _, times in marks):
            return Reason.OUT_OF_RANGE
        if len(set(names)) < len(names) or any(times > 1 for _, times in marks):
            return Reason.DUPLICATE
        if votes_each is not None and len(names) > votes_each:
            return Reason.TOO_MANY
        if _above_own_limit(names, ballot.group, terms):
            return Reason.OWN_LIMIT
        return without(marks, contest.withdrawn) or None

    return judge


def scores(contest: Contest, terms: Terms) -> Judge:
    """Judge papers with points for each name, from 0 to the highest score."""
    known = frozenset(contest.candidates)

    def judge(ballot: Ballot) -> Verdict:
        names = [name for name, _ in ballot.marks]
        if not known.issuperset(names):
            return Reason.UNKNOWN
        if len(set(names)) < len(names):
            return Reason.DUPLICATE
        if any(
            points < 0 or (terms.highest_score or points) < points
            for _, points in ballot.marks
        ):
            return Reason.OUT_OF_RANGE
        return without(tuple(sorted(ballot.marks)), contest.withdrawn) or None

    return judge


def ranks(contest: Contest, *, gaps_end: bool) -> Judge:
    """
    Judge ranked papers: they hold up to the first rank that is not unique.

    A name ranked again is passed over. Whether a missing number ends the paper is the
    method's affair: it does under the Scottish order, which wants consecutive numbers.
    """
    known = frozenset(contest.candidates)
    usual = [tuple(range(1, number + 1)) for number in range(len(known) + 1)]

    def judge(ballot: Ballot) -> Verdict:
        names, numbers = zip(*ballot.marks, strict=True)
        distinct = frozenset(names)
        if not distinct <= known:
            return Reason.UNKNOWN
        if len(distinct) == len(names) and numbers == usual[len(names)]:
            return without(ballot.marks, contest.withdrawn) or None
        holding = _unique_ranks(ballot.marks, gaps_end=gaps_end)
        if not holding:
            return Reason.UNCLEAR
        return without(holding, contest.withdrawn) or None

    return judge


def _unique_ranks(marks: Marks, *, gaps_end: bool) -> Marks:
    ordered = sorted(marks, key=lambda mark: mark[1])
    levels = Counter(rank for _, rank in marks)
    seen: dict[str, int] = {}
    expected = 1
    for name, rank in ordered:
        if levels[rank] > 1 or (gaps_end and rank > expected):
            break
        expected = rank + 1
        seen.setdefault(name, len(seen) + 1)
    return tuple(seen.items())


def _above_own_limit(names: Iterable[str], group: str, terms: Terms) -> bool:
    if terms.own_limit is None or not group:
        return False
    own = sum(terms.quotas.of(name, terms.association) == group for name in names)
    return own > terms.own_limit
