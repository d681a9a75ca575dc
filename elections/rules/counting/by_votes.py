"""
Seats by number of votes: what block, limited, single, approval and score share.

From the most votes down, whoever the quotas leave room for is elected; with a minimum
for a group this gives its seats to those of the group with the most votes first, as
WO BetrVG § 22 does. Level people are elected together where there is room for all.
"""

from collections.abc import Collection, Mapping
from itertools import groupby

from elections.rules.ballots import Marks
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import Papers
from elections.rules.quotas import Committee, committee_of
from elections.rules.tally import Number, Run, Stage, Step, Tally, table
from elections.rules.terms import Terms


def count_votes(
    method: str, votes: Mapping[str, Number], *, papers: Papers[Marks], terms: Terms
) -> Tally:
    """Fill the seats by votes, within the quotas."""
    committee = committee_of(votes, terms)
    return explored(
        method,
        lambda choose: _fill(votes, committee, choose),
        papers=papers,
        terms=terms,
    )


def totals(papers: Papers[Marks], standing: Collection[str]) -> dict[str, int]:
    """Add up the numbers beside each name."""
    votes = dict.fromkeys(standing, 0)
    for marks, count in papers.valid:
        for name, number in marks:
            votes[name] += number * count
    return votes


def groups_by_votes(
    names: Collection[str], votes: Mapping[str, Number]
) -> tuple[tuple[str, ...], ...]:
    """Put names into groups with equal votes, the most first."""
    ordered = sorted(names, key=lambda name: (-votes[name], name))
    return tuple(tuple(level) for _, level in groupby(ordered, key=votes.__getitem__))


def _fill(votes: Mapping[str, Number], committee: Committee, choose: Choose) -> Run:
    elected: list[str] = []
    stages = [Stage(step=Step.VOTES, votes=table(votes.items()))]
    for group in groups_by_votes(votes, votes):
        new = _of_group(group, elected, votes, committee, choose=choose)
        elected += new
        passed_over = tuple(name for name in group if name not in new)
        if new or passed_over:
            stages.append(_stage(new, passed_over, elected, committee))
        if len(elected) == committee.size:
            break
    rest = [name for name in votes if name not in elected]
    return Run(
        winners=tuple(elected),
        deputies=groups_by_votes(rest, votes),
        stages=tuple(stages),
    )


def _stage(
    new: list[str],
    passed_over: tuple[str, ...],
    elected: list[str],
    committee: Committee,
) -> Stage:
    full = len(elected) == committee.size
    return Stage(
        step=Step.ELECTED if new else Step.DOOMED,
        elected=tuple(new),
        excluded=() if full else passed_over,
    )


def _of_group(
    group: tuple[str, ...],
    elected: list[str],
    votes: Mapping[str, Number],
    committee: Committee,
    *,
    choose: Choose,
) -> list[str]:
    below = [name for name in votes if name not in elected and name not in group]
    if committee.completable([*elected, *group], below):
        return list(group)
    new: list[str] = []
    open_names = list(group)
    while open_names:
        so_far = [*elected, *new]
        open_names = [
            name
            for name in open_names
            if not committee.doomed(name, so_far, [*open_names, *below])
        ]
        if open_names:
            name = choose(open_names, elected=so_far)
            new.append(name)
            open_names.remove(name)
    return new
