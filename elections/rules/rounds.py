"""
Several rounds as one election: the best go on, the tied meet again, all are seated.

In a first round as many are counted in as go on; level people at its border all go on
unless a lot was drawn. A run-off fills the seats that were tied, and no other. People
keep the mark of the first round, however they are called on later ballots.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from elections.rules.counting.by_votes import groups_by_votes
from elections.rules.planning import Method
from elections.rules.quotas import meets
from elections.rules.stages import RoundKind
from elections.rules.tally import Step, Tally, TieOver
from elections.rules.terms import Quota, Quotas

Groups = tuple[tuple[str, ...], ...]

BY_VOTES: Final = frozenset({
    Method.BLOCK,
    Method.LIMITED,
    Method.SNTV,
    Method.APPROVAL,
    Method.CUMULATIVE,
    Method.SCORE,
})
KEPT_IN_RUNOFF: Final = frozenset({
    Method.SNTV,
    Method.APPROVAL,
    Method.SCORE,
    Method.STAR,
    Method.STV_SCOTTISH,
    Method.STV_MEEK,
    Method.IRV,
    Method.SCHULZE,
})


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round; `marks` leads from its marks to those of the round before."""

    kind: RoundKind
    tally: Tally
    advance: int = 0
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Who is elected over all rounds; `open_seats` are tied among `tied`."""

    winners: tuple[str, ...] = ()
    deputies: Groups = ()
    going_on: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    open_seats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """Who takes a seat once people have declined; `level` must be parted by lot."""

    members: tuple[str, ...]
    moved_up: tuple[str, ...] = ()
    deputies: Groups = ()
    level: tuple[str, ...] = ()
    vacant: int = 0


def tied_for_seats(tally: Tally) -> tuple[tuple[str, ...], int]:
    """Name those who are level over seats, and how many seats that are."""
    for tie in tally.ties:
        if tie.over is TieOver.SEAT and tie.settled_by_lot is None:
            return tie.candidates, tie.seats
    return (), 0


def goes_on(tally: Tally) -> tuple[str, ...]:
    """Name the best of a first round: all who are level at the border go on too."""
    tied, _seats = tied_for_seats(tally)
    return (*tally.winners, *(name for name in tied if name not in tally.winners))


def runoff_method(method: Method) -> Method:
    """Say how a run-off is counted: as before where that can be, else by crosses."""
    return method if method in KEPT_IN_RUNOFF else Method.BLOCK


def rest_of(quotas: Quotas, elected: Collection[str]) -> tuple[Quota, ...]:
    """Say what the quotas still ask for once these are elected."""
    rest = []
    for rule in quotas.rules:
        have = sum(quotas.of(one, rule.attribute) == rule.value for one in elected)
        most = None if rule.at_most is None else max(0, rule.at_most - have)
        rest.append(
            Quota(
                attribute=rule.attribute,
                value=rule.value,
                at_least=max(0, rule.at_least - have),
                at_most=most,
            )
        )
    return tuple(rest)


def whole_of(rounds: Sequence[Round]) -> Whole:
    """Put the rounds together, in the marks of the first one."""
    whole = Whole()
    roots: Mapping[str, str] = {}
    for place, one in enumerate(rounds):
        roots = _roots(one, roots) if place else {}
        whole = _after(whole, one, roots)
    return whole


def seated(
    winners: Sequence[str],
    deputies: Groups,
    declined: Collection[str],
    *,
    quotas: Quotas | None = None,
) -> Seated:
    """
    Replace whoever has declined by the next deputy who keeps the quotas, if any does.

    >>> seated(["Ada", "Bo"], (("Cem",), ("Eli",)), ["Bo"]).members
    ('Ada', 'Cem')
    """
    members = [name for name in winners if name not in declined]
    rest = [
        left
        for group in deputies
        if (left := tuple(name for name in group if name not in declined))
    ]
    vacant, moved_up = len(winners) - len(members), list[str]()
    level: tuple[str, ...] = ()
    while vacant and rest:
        group = _next(rest, [*members, *moved_up], vacant, quotas)
        if len(group) > vacant:
            level = group
            break
        moved_up += group
        vacant -= len(group)
        rest = list(_without(rest, group))
    return Seated(
        members=(*members, *moved_up),
        moved_up=tuple(moved_up),
        deputies=tuple(rest),
        level=level,
        vacant=vacant,
    )


def _roots(one: Round, before: Mapping[str, str]) -> dict[str, str]:
    return {mark: before.get(former, former) for mark, former in one.marks.items()}


def _after(whole: Whole, one: Round, roots: Mapping[str, str]) -> Whole:
    tally = one.tally
    tied, seats = tied_for_seats(tally)
    if one.advance:
        return Whole(going_on=_named(goes_on(tally), roots))
    winners = _named(tally.winners, roots)
    deputies = tuple(_named(group, roots) for group in _deputies(tally))
    if one.kind is RoundKind.RUNOFF:
        winners = (*whole.winners, *winners)
        stood = set(roots.values())
        deputies = (*deputies, *_without(whole.deputies, stood))
    return Whole(
        winners=winners,
        deputies=deputies,
        tied=_named(tied, roots),
        open_seats=seats,
    )


def _deputies(tally: Tally) -> Groups:
    """Name the deputies; by votes they are known even while a seat is tied."""
    tied, _seats = tied_for_seats(tally)
    stages = tally.stages
    if not tied or tally.method not in BY_VOTES or not stages:
        return tally.deputies
    if stages[0].step is not Step.VOTES:
        return tally.deputies
    votes = dict(stages[0].votes)
    ahead = {*tally.winners, *tied}
    return groups_by_votes([name for name in votes if name not in ahead], votes)


def _next(
    rest: Sequence[tuple[str, ...]],
    members: Sequence[str],
    vacant: int,
    quotas: Quotas | None,
) -> tuple[str, ...]:
    if quotas is None or not quotas.rules or vacant > 1:
        return rest[0]
    for group in rest:
        fit = tuple(name for name in group if meets([*members, name], quotas))
        if fit:
            return fit
    return rest[0]


def _without(groups: Iterable[tuple[str, ...]], names: Collection[str]) -> Groups:
    left = (tuple(name for name in group if name not in names) for group in groups)
    return tuple(group for group in left if group)


def _named(marks: Iterable[str], roots: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(roots.get(mark, mark) for mark in marks)
