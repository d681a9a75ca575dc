"""
Method of Equal Shares: every voter gets the same share of the seats and spends it.

Whoever costs their supporters least is elected and paid for by them, until nobody is
affordable. What fills the other seats is part of the rule's name: `add1` (raise all
shares by one virtual seat, or one unit of money, as long as it fits; then the most
votes), `phragmen` (go on with what is left, the usual one for committees), `approval`
(the most votes), `none`. Level people are reported for the lot.
Followed: Peters and Skowron (2020), "Proportionality and the limits of welfarism"; for
files with costs and a budget, seats do not bind, cost is utility, and level projects
are parted by lower cost, then more votes, as on equalshares.net.
"""

from collections.abc import Sequence
from fractions import Fraction

from elections.rules.ballots import Contest, Kind, Marks
from elections.rules.counting.by_votes import groups_by_votes, totals
from elections.rules.counting.exploring import Choose, explored
from elections.rules.counting.papers import Papers, crosses, require, sorted_papers
from elections.rules.counting.phragmen import Loads, fill, supporters
from elections.rules.counting.project_shares import run_projects
from elections.rules.counting.shares import Market, Purse, buy
from elections.rules.quotas import Committee, committee_of
from elections.rules.tally import Run, Stage, Step, Tally, table
from elections.rules.terms import Completion, Terms
from elections.rules.uncountable import Uncountable


def count(contest: Contest, terms: Terms) -> Tally:
    """Count papers with any number of crosses."""
    require(contest, (Kind.MARKED, Kind.POINTS))
    papers = sorted_papers(contest, crosses(contest, terms, terms.votes_each))
    market = Market(
        voters=supporters(papers, contest.standing),
        weights=[number for _, number in papers.valid],
        costs={name: contest.costs.get(name, 1) for name in contest.standing},
    )
    votes = totals(papers, contest.standing)
    name = f"equal-shares/{_completion(contest, terms).value}"
    if contest.budget is not None:
        if terms.quotas.rules:
            raise Uncountable("quotas_need_equal_costs")
        budget, completion = contest.budget, _completion(contest, terms)
        return explored(
            name,
            lambda choose: run_projects(
                market, votes, budget, completion, choose=choose
            ),
            papers=papers,
            terms=terms,
        )
    committee = committee_of(contest.standing, terms)
    return explored(
        name,
        lambda choose: _Seats(
            market, votes, papers, committee, choose=choose, terms=terms
        ).run(_completion(contest, terms)),
        papers=papers,
        terms=terms,
    )


def _completion(contest: Contest, terms: Terms) -> Completion:
    if terms.completion is not None:
        return terms.completion
    if contest.budget is None:
        return Completion.PHRAGMEN
    named = contest.completion.removeprefix("equalshares/")
    known = {completion.value for completion in Completion}
    return Completion(named) if named in known else Completion.ADD1


class _Seats:
    """Equal shares of a number of seats that all cost the same."""

    def __init__(
        self,
        market: Market,
        votes: dict[str, int],
        papers: Papers[Marks],
        committee: Committee,
        *,
        choose: Choose,
        terms: Terms,
    ) -> None:
        self.market = market
        self.votes = votes
        self.number = max(1, papers.number)
        self.committee = committee
        self.choose = choose
        self.seats = terms.seats

    def run(self, completion: Completion) -> Run:
        """Buy, complete, and order the others by votes."""
        purse = self._buy(self.seats)
        if completion in {Completion.ADD1, Completion.ADD1_COMPARISON}:
            purse = self._add_seats(purse)
        stages = [
            Stage(
                step=Step.ELECTED,
                elected=(name,),
                votes=table(self.votes.items()) if not place else (),
                facts=(("payment", payment),),
            )
            for place, (name, payment) in enumerate(purse.spent)
        ]
        elected = [name for name, _ in purse.spent]
        rest = self._complete(completion, purse, elected, stages)
        return Run(winners=tuple(elected), deputies=rest, stages=tuple(stages))

    def _buy(self, seats: int) -> Purse:
        return buy(
            self.market,
            Fraction(seats, self.number),
            pick=lambda level, bought: self.choose(level, elected=bought),
            allowed=self._allowed,
        )

    def _allowed(self, name: str, elected: Sequence[str]) -> bool:
        pool = [other for other in self.votes if other not in elected]
        return not self.committee.doomed(name, elected, pool)

    def _add_seats(self, purse: Purse) -> Purse:
        """Raise the shares until the seats are full, or everybody wanted has one."""
        wanted = sum(bool(voters) for voters in self.market.voters.values())
        seats = self.seats
        while len(purse.spent) < min(self.committee.size, wanted):
            seats += 1
            if seats > self.seats * self.number + self.number:
                break  # every voter can pay a whole seat alone
            purse = self._buy(seats)
        return purse

    def _complete(
        self,
        completion: Completion,
        purse: Purse,
        elected: list[str],
        stages: list[Stage],
    ) -> tuple[tuple[str, ...], ...]:
        loads = Loads(
            self.market.voters,
            self.market.weights,
            [-money for money in purse.money],
            list(purse.class_of),
        )
        names = list(self.votes)
        missing = len(elected) < self.committee.size
        if missing and completion is not Completion.NONE:
            stages.append(Stage(step=Step.COMPLETION))
            if completion is Completion.PHRAGMEN:
                stages += fill(
                    loads, elected, self.committee, names, choose=self.choose
                )
            else:
                stages += self._by_votes(elected)
        rest = [name for name in names if name not in elected]
        if completion is Completion.PHRAGMEN:
            return loads.order(rest)
        return groups_by_votes(rest, self.votes)

    def _by_votes(self, elected: list[str]) -> list[Stage]:
        stages = []
        while len(elected) < self.committee.size:
            fit = [
                name
                for name in self.votes
                if name not in elected and self._allowed(name, elected)
            ]
            level = groups_by_votes(fit, self.votes)[0]
            name = self.choose(level, elected=elected)
            elected.append(name)
            stages.append(Stage(step=Step.ELECTED, elected=(name,)))
        return stages
