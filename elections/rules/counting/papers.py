"""Papers sorted into valid, spoiled with a reason, and abstaining."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

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

Content = TypeVar("Content")
Ranking: TypeAlias = tuple[str, ...]
"""Names, the first choice first."""
Verdict: TypeAlias = Marks | Reason | None
"""What a paper says, why it is spoiled, or None: it abstains."""
Judge: TypeAlias = Callable[[Ballot], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers(Generic[Content]):
    """What goes into the count, equal papers together, and what does not."""

    valid: tuple[tuple[Content, int], ...]
    number: int
    spoiled: tuple[tuple[Reason, int], ...]
    abstained: int


def sorted_papers(
    contest: Contest, judge: Callable[[Ballot], Content | Reason | None]
) -> Papers[Content]:
    """Judge every paper; the order in which they lie has no effect."""
    valid: dict[Content, int] = {}
    spoiled: Counter[Reason] = Counter()
    abstained = 0
    for ballot in contest.ballots:
        verdict = judge(ballot) if ballot.marks else None
        if ballot.marks == SPOILED_ON_PURPOSE:
            verdict = Reason.ON_PURPOSE
        if verdict is None:
            abstained += ballot.times
        elif isinstance(verdict, Reason):
            spoiled[verdict] += ballot.times
        else:
            valid[verdict] = valid.get(verdict, 0) + ballot.times
    return Papers(
        valid=tuple(valid.items()),
        number=sum(valid.values()),
        spoiled=tuple(sorted(spoiled.items())),
        abstained=abstained,
    )


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


def ranks(
    contest: Contest, *, gaps_end: bool
) -> Callable[[Ballot], Ranking | Reason | None]:
    """
    Judge ranked papers: they hold up to the first rank that is not unique.

    A name ranked again is passed over. Whether a missing number ends the paper is the
    method's affair: it does under the Scottish order, which wants consecutive numbers.
    """
    known = frozenset(contest.candidates)
    withdrawn = contest.withdrawn
    usual = [tuple(range(1, number + 1)) for number in range(len(known) + 1)]

    def judge(ballot: Ballot) -> Ranking | Reason | None:
        given = dict(ballot.marks)
        if not given.keys() <= known:
            return Reason.UNKNOWN
        ranking = tuple(given)
        in_order = tuple(given.values()) == usual[len(ranking)]
        if not in_order or len(ranking) < len(ballot.marks):
            ranking = _unique_ranks(ballot.marks, gaps_end=gaps_end)
        if not ranking:
            return Reason.UNCLEAR
        if withdrawn:
            ranking = tuple(name for name in ranking if name not in withdrawn)
        return ranking or None

    return judge


def _unique_ranks(marks: Marks, *, gaps_end: bool) -> Ranking:
    ordered = sorted(marks, key=lambda mark: mark[1])
    levels = Counter(rank for _, rank in marks)
    seen: dict[str, None] = {}
    expected = 1
    for name, rank in ordered:
        if levels[rank] > 1 or (gaps_end and rank > expected):
            break
        expected = rank + 1
        seen[name] = None
    return tuple(seen)


def _above_own_limit(names: Iterable[str], group: str, terms: Terms) -> bool:
    if terms.own_limit is None or not group:
        return False
    own = sum(terms.quotas.of(name, terms.association) == group for name in names)
    return own > terms.own_limit
