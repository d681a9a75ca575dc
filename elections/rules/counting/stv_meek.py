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

from elections.rules.ballots import Contest
from elections.rules.counting.stv_count import StvCount, count_ranked
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms

DECIMALS = 9
UNIT = 10**DECIMALS
SMALL = UNIT // 10_000  # a total surplus below 0.0001 counts as none


def count(contest: Contest, terms: Terms) -> Tally:
    """Count ranked papers until the keep values stand still."""
    return count_ranked("stv-meek", contest, terms, _Count, gaps_end=False)


class _Count(StvCount):
    """The state of one count."""

    def begin(self, contest: Contest) -> None:
        """Set up what this way of counting keeps of the papers."""
        self.keep = dict.fromkeys(contest.standing, UNIT)
        self.votes = dict.fromkeys(contest.standing, 0)

    def run(self) -> Run:
        """Exclude one after the other until the seats are filled."""
        gone: tuple[str, ...] = ()
        while len(self.elected) < self.committee.size:
            quota = self._settle()
            before = len(self.elected)
            self._elect(quota)
            self._note(quota, gone, self.elected[before:])
            stuck = len(self.elected) == before
            nobody = stuck and len(self.continuing) > self.missing()
            gone = self._exclude() if nobody else ()
            self._elect_the_rest()
        return self.outcome(self.votes)

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
        for ranking, number in self.papers.valid:
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
        total: int = sum(number for _, number in self.papers.valid) * UNIT
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
        if (
            least == 0
            and not self.committee.quotas.rules
            and len(self.continuing) - len(tied) >= self.missing()
            and not self.elected
        ):
            tied = tied[:1]  # without a vote, and all of them go now
        return self.choose(tied, elected=self.elected)

    def _elect_the_rest(self) -> None:
        if self.continuing and len(self.continuing) == self.missing():
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
