"""
Kumulieren und Panaschieren: three votes, on one person or several, also across lists.

Fewer votes are valid, more spoil the paper; but list votes on top of up to three votes
for people of the same list only lose what is too much. With lists the seats go by
Hare-Niemeyer, with the majority clause, then by votes to people and by order of the
list; without lists to the people with the most votes. Level people and fractions are
reported for the lot. Followed: NKWG §§ 30a, 36 and 38.
"""

from collections.abc import Mapping

from elections.rules.ballots import (
    Ballot,
    Contest,
    Kind,
    Marks,
    PartyList,
    Reason,
)
from elections.rules.counting.by_votes import count_votes, groups_by_votes, totals
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.hare_niemeyer import by_remainders, hand_out
from elections.rules.counting.lists import (
    Seats,
    Standing,
    list_totals,
    names_of,
    parted,
    present,
    seat,
)
from elections.rules.counting.papers import Judge, Verdict, require, sorted_papers
from elections.rules.counting.papers import without as _without
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms

VOTES_EACH = 3  # NKWG § 4 (2)


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with several votes for one name."""
    require(contest, (Kind.POINTS, Kind.MARKED))
    papers = sorted_papers(contest, _judge(contest, terms))
    if not contest.lists:
        votes = totals(papers, contest.standing)
        return count_votes("cumulative", votes, papers=papers, terms=terms)
    votes = totals(papers, [*names_of(contest), *contest.candidates])
    of_lists = list_totals(contest, votes)

    def run(choose: Choose) -> Run:
        entitled = {name: number for name, number in of_lists.items() if number}
        seats = _with_majority(entitled, contest, terms.seats, choose)
        standings = [
            Standing(
                name=party.name,
                votes=of_lists[party.name],
                groups=_groups(
                    party, contest, votes, seats.get(party.name, 0), choose=choose
                ),
            )
            for party in contest.lists
        ]
        first = Stage(
            step=Step.SEATS, votes=table(votes.items()), facts=table(seats.items())
        )
        return seat(standings, seats, terms, first, choose=choose)

    return explored("cumulative", run, papers=papers, terms=terms)


def _judge(contest: Contest, terms: Terms) -> Judge:
    list_of = {name: party.name for party in contest.lists for name in party.members}
    names = {party.name for party in contest.lists}
    known = names | set(contest.candidates)
    most = terms.votes_each or VOTES_EACH

    def judge(ballot: Ballot) -> Verdict:
        votes: dict[str, int] = {}
        for name, times in ballot.marks:
            votes[name] = votes.get(name, 0) + times
        if not known.issuperset(votes):
            return Reason.UNKNOWN
        if any(
            times < 0 or (terms.votes_per_candidate or times) < times
            for times in votes.values()
        ):
            return Reason.OUT_OF_RANGE
        marks = tuple(sorted(mark for mark in votes.items() if mark[1]))
        if sum(votes.values()) > most:
            marks = _healed(marks, names, list_of, most)
            if not marks:
                return Reason.TOO_MANY
        return _without(marks, contest.withdrawn) or None

    return judge


def _healed(
    marks: Marks, names: set[str], list_of: Mapping[str, str], most: int
) -> Marks:
    """Cut list votes on top of votes for people of the same list; § 30a (1) 3."""
    people = tuple(mark for mark in marks if mark[0] not in names)
    lists = [name for name, _ in marks if name in names]
    given = sum(times for _, times in people)
    same = {list_of.get(name) for name, _ in people} | set(lists)
    if len(lists) != 1 or not people or given > most or same != set(lists):
        return ()
    left = ((lists[0], most - given),) if given < most else ()
    return tuple(sorted((*people, *left)))


def _with_majority(
    votes: dict[str, int], contest: Contest, seats: int, choose: Choose
) -> Seats:
    """Give more than half of the votes more than half of the seats; § 36 (3)."""
    total = sum(votes.values())
    if not total:
        return {}
    major = next((name for name, number in votes.items() if 2 * number > total), None)
    given = {name: number * seats // total for name, number in votes.items()}
    rest = {name: number * seats % total for name, number in votes.items()}
    left = seats - sum(given.values())
    singles = {party.name for party in contest.lists if party.single}
    if major and major not in singles and left and _short(given, rest, major, seats):
        given[major] += 1
        return hand_out(given, rest, left - 1, choose)
    return hand_out(given, rest, left, choose)


def _short(given: Seats, rest: Mapping[str, int], major: str, seats: int) -> bool:
    """Tell whether the majority would get no more than half of the seats."""
    left = seats - sum(given.values())
    ahead = sum(number >= rest[major] for name, number in rest.items() if name != major)
    sure = given[major] + (rest[major] > 0 and ahead < left)
    return 2 * sure <= seats


def _groups(
    party: PartyList,
    contest: Contest,
    votes: Mapping[str, int],
    number: int,
    *,
    choose: Choose,
) -> tuple[tuple[str, ...], ...]:
    """Order the people of a list: by votes first, then as listed; § 36 (4) to (6)."""
    members = present(party, contest)
    people = sum(votes[name] for name in party.members)
    parts = {"list": votes[party.name], "people": people}
    share = {part: many for part, many in parts.items() if many}
    by_part = by_remainders(share, number, choose) if number and share else {}
    voted = groups_by_votes([name for name in members if votes[name]], votes)
    ranked = parted(voted, by_part.get("people", 0), choose)
    seated: list[str] = []
    for group in ranked:
        if len(seated) + len(group) <= by_part.get("people", 0):
            seated += group
    listed = [name for name in members if name not in seated]
    seated += listed[: max(0, number - len(seated))]
    deputies = tuple(  # § 38 (2)
        rest
        for group in ranked
        if (rest := tuple(name for name in group if name not in seated))
    )
    known = {name for group in deputies for name in group}.union(seated)
    others = [name for name in members if name not in known]  # § 38 (4)
    return (*((name,) for name in seated), *deputies, *((name,) for name in others))
