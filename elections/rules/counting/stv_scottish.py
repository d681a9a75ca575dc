"""
Single transferable vote as in Scottish council elections.

Droop quota; a surplus moves with all papers of the elected at a value cut off after
five decimals; the lowest is excluded; the last seats go to those who remain. Ties are
parted by the last earlier stage at which the votes differ, then reported for the lot.
Followed: Scottish Local Government Elections Order 2011, Schedule 1, rules 46 to 52.
Quotas: candidates without whom they cannot be met are not excluded, candidates with
whom they cannot be met are excluded at once (Hill, Voting matters 9 and 13).
"""

from elections.rules.ballots import Contest
from elections.rules.counting.stv_count import StvCount, count_ranked
from elections.rules.counting.stv_piles import Piles
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Terms

DECIMALS = 5
UNIT = 10**DECIMALS


def count(contest: Contest, terms: Terms) -> Tally:
    """Count ranked papers stage by stage."""
    return count_ranked("stv-scottish", contest, terms, _Count, gaps_end=True)


class _Count(StvCount):
    """The state of one count."""

    def begin(self, contest: Contest) -> None:
        """Set up what this way of counting keeps of the papers."""
        self.piles = Piles(self.papers.valid, contest.standing, UNIT)
        self.number = {name: place for place, name in enumerate(contest.standing)}
        self.quota = (self.papers.number // (self.terms.seats + 1) + 1) * UNIT
        self.surpluses: list[str] = []
        self.rank = [0] * len(contest.standing)
        self.first = [
            name for name in contest.standing if name in self.terms.excluded_first
        ]

    def run(self) -> Run:
        """Go on until all seats are filled."""
        self._note(Step.FIRST_VOTES, ())
        while len(self.elected) < self.committee.size:
            self._next()
        return self.outcome({name: self._votes(name) for name in self.continuing})

    def _next(self) -> None:
        doomed = [] if self.first else self._doomed()
        if doomed:
            self._exclude(doomed, Step.DOOMED)
        elif self.surpluses:
            self._transfer()
        elif self.first:
            self._exclude([self.first.pop(0)], Step.EXCLUDED)
        else:
            self._exclude([self._lowest()], Step.EXCLUDED)

    def _votes(self, name: str) -> int:
        return self.piles.votes[self.number[name]]

    def _standing(self, name: str) -> int:
        """Tell who is ahead: by votes now, where level by those of the stage before."""
        return self.rank[self.number[name]]

    def _rank(self) -> None:
        keys = list(zip(self.piles.votes, self.rank, strict=True))
        order = {key: place for place, key in enumerate(sorted(set(keys)))}
        self.rank = [order[key] for key in keys]

    def _doomed(self) -> list[str]:
        if not self.committee.quotas.rules:
            return []
        return [
            name
            for name in self.continuing
            if self.committee.doomed(name, self.elected, self.continuing)
        ]

    def _lowest(self) -> str:
        free = [name for name in self.continuing if not self._is_guarded(name)]
        least = min(self._standing(name) for name in free)
        tied = [name for name in free if self._standing(name) == least]
        nobodys = self._votes(tied[0]) == 0
        if nobodys and len(self.continuing) - len(tied) >= self.missing():
            tied = self._nobodys(tied)
        return self.choose(tied, elected=self.elected)

    def _is_guarded(self, name: str) -> bool:
        if not self.committee.quotas.rules:
            return False  # there are more than seats, or all were elected at once
        return self.committee.guarded(name, self.elected, self.continuing)

    def _nobodys(self, tied: list[str]) -> list[str]:
        """Take people without a single vote in any order: all of them go now."""
        return tied if self.committee.quotas.rules else tied[:1]

    def _exclude(self, names: list[str], step: Step) -> None:
        for name in names:
            self.continuing.remove(name)
            self.excluded.append(name)
            self.piles.close(self.number[name])
        for name in names:
            self.piles.move(self.number[name], lambda value: value, 0)
        self._note(step, tuple(names))

    def _transfer(self) -> None:
        most = max(self._standing(name) for name in self.surpluses)
        tied = [name for name in self.surpluses if self._standing(name) == most]
        name = self.choose(tied, elected=self.elected)
        self.surpluses.remove(name)
        total = self._votes(name)
        surplus = total - self.quota
        self.piles.move(
            self.number[name], lambda value: surplus * value // total, self.quota
        )
        self._note(Step.SURPLUS, (name,))

    def _note(self, step: Step, who: tuple[str, ...]) -> None:
        """Elect whoever has the quota now, then write the stage down."""
        self._rank()
        new = [] if self.first else self._elect()
        votes = table(zip(self.piles.names, self.piles.votes, strict=True))
        self.stages.append(
            Stage(
                step=step,
                votes=votes,
                elected=tuple(new),
                excluded=() if step is Step.SURPLUS else who,
                transferred=who if step is Step.SURPLUS else (),
                facts=(("quota", self.quota), ("exhausted", self.piles.exhausted)),
                decimals=DECIMALS,
            )
        )

    def _elect(self) -> list[str]:
        new: list[str] = []
        while name := self._next_with_quota():
            new.append(name)
            self.elected.append(name)
            self.continuing.remove(name)
            self.piles.close(self.number[name])
            if self._votes(name) > self.quota:
                self.surpluses.append(name)
        if len(self.continuing) == self.missing():
            remaining = sorted(
                self.continuing, key=lambda name: (-self._votes(name), name)
            )
            new += remaining
            self.elected += remaining
            self.continuing.clear()
        return new

    def _next_with_quota(self) -> str | None:
        reached = [
            name
            for name in self.continuing
            if self._votes(name) >= self.quota
            and not self.committee.doomed(name, self.elected, self.continuing)
        ]
        if not reached:
            return None
        most = max(self._standing(name) for name in reached)
        tied = [name for name in reached if self._standing(name) == most]
        if not self.committee.quotas.rules:
            return tied[0]  # the quota has room for all of them
        return self.choose(tied, elected=self.elected)
