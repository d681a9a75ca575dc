"""
Single transferable vote by Meek: every paper is counted afresh after each change.

Each elected person keeps just so large a part of every vote that the quota remains; the
quota shrinks with the votes that run out. Numbers have nine decimals, cut off or
rounded up as written down; ties for the lowest are reported for the lot. Followed:
Hill, Wichmann, Woodall (1987), "Algorithm 123", with the fixed point of Local Electoral
Regulations 2001 (New Zealand), Schedule 1A.
Quotas: guarded candidates stay, doomed ones go (Hill, Voting matters 9 and 13).
"""

from collections import Counter

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
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms

DECIMALS = 9
UNIT = 10**DECIMALS
SMALL = UNIT // 10_000  # a total surplus below 0.0001 counts as none


def count(contest: Contest, terms: Terms) -> Tally:
    """Count ranked papers until the keep values stand still."""
    require(contest, (Kind.RANKED,))
    papers = sorted_papers(contest, ranks(contest, gaps_end=False))
    committee = committee_of(contest.standing, terms)
    return explored(
        "stv-meek",
        lambda choose: _Count(contest, terms, papers, committee, choose=choose).run(),
        papers=papers,
        terms=terms,
    )


class _Count:
    """The state of one count."""

    def __init__(
        self,
        contest: Contest,
        terms: Terms,
        papers: Papers[Ranking],
        committee: Committee,
        *,
        choose: Choose,
    ) -> None:
        self.papers = papers.valid
        self.terms = terms
        self.committee = committee
        self.choose = choose
        self.keep = dict.fromkeys(contest.standing, UNIT)
        self.continuing = list(contest.standing)
        self.elected: list[str] = []
        self.excluded: list[str] = []
        self.votes = dict.fromkeys(contest.standing, 0)
        self.stages: list[Stage] = []

    def run(self) -> Run:
        """Exclude one after the other until the seats are filled."""
        gone: tuple[str, ...] = ()
        while len(self.elected) < self.committee.size:
            quota = self._settle()
            before = len(self.elected)
            self._elect(quota)
            self._note(quota, gone, self.elected[before:])
            missing = self.committee.size - len(self.elected)
            nobody = len(self.elected) == before and len(self.continuing) > missing
            gone = self._exclude() if nobody else ()
            self._elect_the_rest()
        rest = groups_by_votes(self.continuing, self.votes)
        return Run(
            winners=tuple(self.elected),
            deputies=(*rest, *((name,) for name in reversed(self.excluded))),
            stages=tuple(self.stages),
        )

    def _settle(self) -> int:
        """Change the keep values until hardly any surplus is left."""
        bundles = self._bundles()
        while True:
            quota = self._distribute(bundles)
            surplus = sum(max(0, self.votes[name] - quota) for name in self.elected)
            reached = any(self.votes[name] >= quota for name in self.continuing)
            if surplus < SMALL or reached:
                return quota
            before = {name: self.keep[name] for name in self.elected}
            for name in self.elected:
                self.keep[name] = -(-self.keep[name] * quota // self.votes[name])
            if before == {name: self.keep[name] for name in self.elected}:
                return quota

    def _bundles(self) -> list[tuple[tuple[str, ...], int]]:
        """Shorten rankings to what can still matter, and put equal ones together."""
        open_to, kept = set(self.continuing), set(self.elected)
        bundles: Counter[tuple[str, ...]] = Counter()
        for ranking, number in self.papers:
            short = []
            for name in ranking:
                if name in open_to:
                    short.append(name)
                    break
                if name in kept:
                    short.append(name)
            bundles[tuple(short)] += number
        return sorted(bundles.items())

    def _distribute(self, bundles: list[tuple[tuple[str, ...], int]]) -> int:
        votes = dict.fromkeys(self.keep, 0)
        exhausted = 0
        for ranking, number in bundles:
            left = UNIT
            for name in ranking:
                part = -(-left * self.keep[name] // UNIT)
                votes[name] += part * number
                left -= part
            exhausted += left * number
        self.votes = votes
        total: int = sum(number for _, number in self.papers) * UNIT
        return (total - exhausted) // (self.terms.seats + 1) + 1

    def _elect(self, quota: int) -> None:
        while reached := [
            name
            for name in self.continuing
            if self.votes[name] >= quota
            and not self.committee.doomed(name, self.elected, self.continuing)
        ]:
            most = max(self.votes[name] for name in reached)
            tied = [name for name in reached if self.votes[name] == most]
            if not self.committee.quotas.rules:
                tied = tied[:1]  # the quota has room for all of them
            name = self.choose(tied, elected=self.elected)
            self.elected.append(name)
            self.continuing.remove(name)

    def _exclude(self) -> tuple[str, ...]:
        going = self._doomed() or [self._lowest()]
        for name in going:
            self.continuing.remove(name)
            self.excluded.append(name)
            self.keep[name] = 0
        return tuple(going)

    def _doomed(self) -> list[str]:
        first = [name for name in self.continuing if name in self.terms.excluded_first]
        doomed = [
            name
            for name in self.continuing
            if self.committee.quotas.rules
            and self.committee.doomed(name, self.elected, self.continuing)
        ]
        return doomed or first[:1]

    def _lowest(self) -> str:
        free = [
            name
            for name in self.continuing
            if not self.committee.guarded(name, self.elected, self.continuing)
        ]
        least = min(self.votes[name] for name in free)
        tied = [name for name in free if self.votes[name] == least]
        missing = self.committee.size - len(self.elected)
        if (
            least == 0
            and not self.committee.quotas.rules
            and len(self.continuing) - len(tied) >= missing
            and not self.elected
        ):
            tied = tied[:1]  # without a vote, and all of them go now
        return self.choose(tied, elected=self.elected)

    def _elect_the_rest(self) -> None:
        missing = self.committee.size - len(self.elected)
        if missing and len(self.continuing) == missing:
            rest = sorted(self.continuing, key=lambda name: (-self.votes[name], name))
            self.elected += rest
            self.continuing.clear()
            self.stages.append(Stage(step=Step.ELECTED, elected=tuple(rest)))

    def _note(self, quota: int, gone: tuple[str, ...], new: list[str]) -> None:
        steps = Step.FIRST_VOTES if not self.stages else Step.SURPLUS
        self.stages.append(
            Stage(
                step=Step.EXCLUDED if gone else steps,
                votes=table(self.votes.items()),
                elected=tuple(new),
                excluded=gone,
                facts=(("quota", quota),),
                decimals=DECIMALS,
            )
        )
