"""Seats of lists, and the people who take them; what the list methods share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from elections.rules.ballots import Ballot, Contest, Kind, PartyList, Reason
from elections.rules.counting.by_votes import groups_by_votes
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import Judge, Verdict, require, sorted_papers
from elections.rules.quotas import Committee, committee_of
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Quota, Quotas, Terms
from elections.rules.uncountable import Uncountable

Seats = dict[str, int]
SeatRule = Callable[[Mapping[str, int], int, Choose], Seats]
LIST = "\x00list"  # an attribute that no file can contain


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A list with its votes and its members in the order in which they are seated."""

    name: str
    votes: int
    groups: tuple[tuple[str, ...], ...]  # those whom only a lot can part stay together

    @property
    def order(self) -> tuple[str, ...]:
        """Name the members one after the other."""
        return tuple(name for group in self.groups for name in group)


def count_lists(
    method: str, contest: Contest, terms: Terms, seats_of: SeatRule, *, moves_on: bool
) -> Tally:
    """Give seats to lists by votes, then to people; unused ones may move on."""
    require(contest, (Kind.POINTS, Kind.MARKED))
    contest = with_lists(contest, terms)
    papers = sorted_papers(contest, list_votes(contest, terms.votes_each))
    votes = dict.fromkeys([*names_of(contest), *contest.candidates], 0)
    for marks, number in papers.valid:
        for name, times in marks:
            votes[name] += times * number
    of_lists = list_totals(contest, votes)
    entitled = above_threshold(of_lists, terms.threshold)

    def run(choose: Choose) -> Run:
        rooms = {party.name: len(present(party, contest)) for party in contest.lists}
        seats = _seats(
            entitled,
            rooms,
            terms.seats,
            moves_on=moves_on,
            give=lambda open_to, left: seats_of(open_to, left, choose),
        )
        standings = [
            Standing(
                name=party.name,
                votes=of_lists[party.name],
                groups=parted(
                    _groups(present(party, contest), party, votes, terms),
                    seats.get(party.name, 0),
                    choose,
                ),
            )
            for party in contest.lists
        ]
        first = Stage(
            step=Step.SEATS, votes=table(of_lists.items()), facts=table(seats.items())
        )
        return seat(standings, seats, terms, first, choose=choose)

    return explored(method, run, papers=papers, terms=terms)


def names_of(contest: Contest) -> list[str]:
    """Name the lists; a list and a person may not bear one name."""
    names = [party.name for party in contest.lists]
    if len(set(names)) < len(names) or set(names) & set(contest.candidates):
        raise Uncountable("same_name_twice")
    return names


def with_lists(contest: Contest, terms: Terms) -> Contest:
    """Make everybody who stands a list with numbered seats, where none are named."""
    if contest.lists:
        return contest
    lists = tuple(
        PartyList(
            name=name,
            members=tuple(f"{name} {place}" for place in range(1, terms.seats + 1)),
        )
        for name in contest.standing
    )
    members = tuple(member for party in lists for member in party.members)
    return replace(contest, lists=lists, candidates=members, withdrawn=frozenset())


def list_votes(contest: Contest, votes_each: int | None) -> Judge:
    """Judge papers with votes for lists or people; so many, or any number of them."""
    known = {party.name for party in contest.lists} | set(contest.candidates)

    def judge(ballot: Ballot) -> Verdict:
        marks = tuple(sorted(mark for mark in ballot.marks if mark[1]))
        if not known.issuperset(name for name, _ in marks):
            return Reason.UNKNOWN
        if any(times < 0 for _, times in marks):
            return Reason.OUT_OF_RANGE
        if votes_each is not None and sum(times for _, times in marks) > votes_each:
            return Reason.TOO_MANY
        return marks or None

    return judge


def list_totals(contest: Contest, votes: Mapping[str, int]) -> dict[str, int]:
    """Add the votes for the people of a list to those for the list."""
    return {
        party.name: votes[party.name] + sum(votes[name] for name in party.members)
        for party in contest.lists
    }


def above_threshold(votes: Mapping[str, int], threshold: Fraction) -> dict[str, int]:
    """Leave out lists below the threshold, and those without any vote."""
    total = sum(votes.values())
    return {
        name: number
        for name, number in sorted(votes.items())
        if number and number >= threshold * total
    }


def present(party: PartyList, contest: Contest) -> tuple[str, ...]:
    """Name the members of a list who have not withdrawn."""
    return tuple(name for name in party.members if name not in contest.withdrawn)


def parted(
    groups: Sequence[tuple[str, ...]], seats: int, choose: Choose
) -> tuple[tuple[str, ...], ...]:
    """Let the lot part a level group across the last seat, and no other."""
    result: list[tuple[str, ...]] = []
    left = seats
    for group in groups:
        level = list(group)
        while 0 < left < len(level):
            name = choose(level, elected=())
            result.append((name,))
            level.remove(name)
            left -= 1
        result.append(tuple(level))
        left = max(0, left - len(level))
    return tuple(result)


def _groups(
    members: tuple[str, ...],
    party: PartyList,
    votes: Mapping[str, int],
    terms: Terms,
) -> tuple[tuple[str, ...], ...]:
    """Put those far enough above the list's average first, by votes."""
    ahead: list[str] = []
    if terms.preference is not None and members:
        total = sum(votes[name] for name in party.members)
        needed = Fraction(total, len(party.members)) * (1 + terms.preference)
        ahead = [name for name in members if votes[name] and votes[name] >= needed]
    listed = ((name,) for name in members if name not in ahead)
    return (*groups_by_votes(ahead, votes), *listed)


def _seats(
    votes: Mapping[str, int],
    rooms: Mapping[str, int],
    seats: int,
    *,
    moves_on: bool,
    give: Callable[[Mapping[str, int], int], Seats],
) -> Seats:
    """Give out the seats; a list with too few people keeps or passes on the rest."""
    fixed: Seats = {}
    open_to = dict(votes)
    while open_to:
        given = give(open_to, seats - sum(fixed.values()))
        short = {name for name in open_to if given[name] > rooms[name]}
        if not short or not moves_on:
            return fixed | {name: min(n, rooms[name]) for name, n in given.items()}
        fixed |= {name: rooms[name] for name in short}
        open_to = {name: open_to[name] for name in open_to if name not in short}
    return fixed


def seat(
    standings: Sequence[Standing],
    seats: Mapping[str, int],
    terms: Terms,
    first: Stage,
    *,
    choose: Choose,
) -> Run:
    """Seat people in the order of their lists, as far as the quotas have room."""
    ranked = sorted(standings, key=lambda one: (-one.votes, one.name))
    elected = _people(ranked, seats, terms, choose)
    stages = [
        Stage(step=Step.ELECTED, elected=tuple(names), facts=((one.name, len(names)),))
        for one in ranked
        if (names := [name for name in elected if name in one.order])
    ]
    deputies = tuple(
        rest
        for one in ranked
        if seats.get(one.name)
        for group in one.groups
        if (rest := tuple(name for name in group if name not in elected))
    )
    return Run(winners=elected, deputies=deputies, stages=(first, *stages))


def _people(
    ranked: Sequence[Standing],
    seats: Mapping[str, int],
    terms: Terms,
    choose: Choose,
) -> tuple[str, ...]:
    if not terms.quotas.rules:
        return tuple(
            name for one in ranked for name in one.order[: seats.get(one.name, 0)]
        )
    committee = _committee(ranked, seats, terms)
    places = {
        name: Fraction(one.votes, one.order.index(group[0]) + 1)
        for one in ranked
        for group in one.groups
        for name in group
    }
    elected: list[str] = []
    while len(elected) < committee.size:
        pool = [name for name in places if name not in elected]
        fit = [name for name in pool if not committee.doomed(name, elected, pool)]
        best = max(places[name] for name in fit)
        level = [name for name in fit if places[name] == best]
        elected.append(choose(level, elected=elected))
    return tuple(elected)


def _committee(
    ranked: Sequence[Standing], seats: Mapping[str, int], terms: Terms
) -> Committee:
    """Add to the quotas that every list has just its seats."""
    attributes = {
        name: {**terms.quotas.attributes.get(name, {}), LIST: one.name}
        for one in ranked
        for name in one.order
    }
    rules = tuple(
        Quota(attribute=LIST, value=one.name, at_most=seats.get(one.name, 0))
        for one in ranked
    )
    quotas = Quotas(rules=(*terms.quotas.rules, *rules), attributes=attributes)
    return committee_of(tuple(attributes), replace(terms, quotas=quotas))
