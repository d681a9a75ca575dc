"""What all counts of a single transferable vote keep, whatever they do in between."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from elections.rules.ballots import Contest, Kind
from elections.rules.counting.by_votes import groups_by_votes
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import (
    Papers,
    Ranking,
    ranks,
    require,
    sorted_papers,
)
from elections.rules.quotas import Committee, committee_of
from elections.rules.tally import Run, Stage, Tally
from elections.rules.terms import Terms


class StvCount(ABC):
    """The state of one count: who is still in, elected, excluded, and its stages."""

    def __init__(
        self,
        contest: Contest,
        terms: Terms,
        papers: Papers[Ranking],
        committee: Committee,
        *,
        choose: Choose,
    ) -> None:
        self.terms = terms
        self.papers = papers
        self.committee = committee
        self.choose = choose
        self.continuing = list(contest.standing)
        self.elected: list[str] = []
        self.excluded: list[str] = []
        self.stages: list[Stage] = []
        self.begin(contest)

    @abstractmethod
    def begin(self, contest: Contest) -> None:
        """Set up what this way of counting keeps of the papers."""

    @abstractmethod
    def run(self) -> Run:
        """Go on until all seats are filled."""

    def missing(self) -> int:
        """Say how many seats are not filled yet."""
        return self.committee.size - len(self.elected)

    def outcome(self, votes: Mapping[str, int]) -> Run:
        """Put who is left behind the elected, those excluded last before the first."""
        rest = groups_by_votes(self.continuing, votes)
        return Run(
            winners=tuple(self.elected),
            deputies=(*rest, *((name,) for name in reversed(self.excluded))),
            stages=tuple(self.stages),
        )


def count_ranked(
    method: str,
    contest: Contest,
    terms: Terms,
    counting: type[StvCount],
    *,
    gaps_end: bool,
) -> Tally:
    """Count ranked papers; `gaps_end` says whether a ranking ends at its first gap."""
    require(contest, (Kind.RANKED,))
    papers = sorted_papers(contest, ranks(contest, gaps_end=gaps_end))
    committee = committee_of(contest.standing, terms)
    return explored(
        method,
        lambda choose: counting(contest, terms, papers, committee, choose=choose).run(),
        papers=papers,
        terms=terms,
    )
