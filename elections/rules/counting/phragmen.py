"""
Sequential Phragmén: each seat is a load of one, shared by those who wanted the person.

The next seat goes to whoever leaves their supporters with the smallest load each. Level
people are reported for the lot. People whom nobody wants come last, all level.
Followed: Brill, Freeman, Janson, Lackner (2017), "Phragmén's voting methods and
justified representation", sequential rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from elections.rules.ballots import Contest, Kind, Marks
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import Papers, crosses, require, sorted_papers
from elections.rules.quotas import Committee, committee_of
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with any number of crosses."""
    require(contest, (Kind.MARKED, Kind.POINTS))
    papers = sorted_papers(contest, crosses(contest, terms, terms.votes_each))
    committee = committee_of(contest.standing, terms)
    voters = supporters(papers, contest.standing)

    def run(choose: Choose) -> Run:
        loads = Loads(voters, [number for _, number in papers.valid])
        elected: list[str] = []
        stages = fill(loads, elected, committee, contest.standing, choose=choose)
        rest = [name for name in contest.standing if name not in elected]
        return Run(
            winners=tuple(elected), deputies=loads.order(rest), stages=tuple(stages)
        )

    return explored("phragmen", run, papers=papers, terms=terms)


def supporters(papers: Papers[Marks], names: Sequence[str]) -> dict[str, list[int]]:
    """List for each name the numbers of the papers that carry it."""
    voters: dict[str, list[int]] = {name: [] for name in names}
    for paper, (marks, _) in enumerate(papers.valid):
        for name, _ in marks:
            voters[name].append(paper)
    return voters


@dataclass(slots=True)
class Loads:
    """What every paper bears; papers with the same load share a class."""

    voters: Mapping[str, list[int]]
    weights: list[int]
    load_of: list[Fraction] = field(default_factory=lambda: [Fraction(0)])
    class_of: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.class_of:
            self.class_of = [0] * len(self.weights)

    def after(self, name: str) -> Fraction | None:
        """Tell what each supporter would bear, or None where there are none."""
        numbers = [0] * len(self.load_of)
        for paper in self.voters[name]:
            numbers[self.class_of[paper]] += self.weights[paper]
        total = sum(numbers)
        if not total:
            return None
        borne = sum(
            (
                load * number
                for load, number in zip(self.load_of, numbers, strict=True)
                if number
            ),
            Fraction(1),
        )
        return borne / total

    def put(self, name: str, load: Fraction) -> None:
        """Let the supporters bear this person."""
        self.load_of.append(load)
        for paper in self.voters[name]:
            self.class_of[paper] = len(self.load_of) - 1

    def order(self, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Order the others by the load they would leave, as things stand."""
        levels: dict[Fraction | None, list[str]] = {}
        for name in names:
            levels.setdefault(self.after(name), []).append(name)
        wanted = sorted(load for load in levels if load is not None)
        last = [tuple(levels[None])] if None in levels else []
        return (*(tuple(levels[load]) for load in wanted), *last)


def fill(
    loads: Loads,
    elected: list[str],
    committee: Committee,
    names: Sequence[str],
    *,
    choose: Choose,
) -> list[Stage]:
    """Elect one after the other until the committee is full."""
    stages: list[Stage] = []
    while len(elected) < committee.size:
        pool = [name for name in names if name not in elected]
        fit = [name for name in pool if not committee.doomed(name, elected, pool)]
        after = {name: loads.after(name) for name in fit}
        wanted = {name: load for name, load in after.items() if load is not None}
        least = min(wanted.values(), default=None)
        level = [name for name in fit if after[name] == least]
        name = choose(level, elected=elected)
        if least is not None:
            loads.put(name, least)
        elected.append(name)
        stages.append(
            Stage(step=Step.ELECTED, votes=table(wanted.items()), elected=(name,))
        )
    return stages
