"""
Check a sealed result again, from its file alone.

The digest is made anew, and the places from what was given; where votes of a budget
stand in the file, what everything was given is counted from them, too. A file that says
something else than it counts to is not true, whoever made it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from proposals.voting.rules.budget import Ware, by_most_votes
from proposals.voting.rules.counting import papers_of
from proposals.voting.rules.ranking import Score, rank
from proposals.voting.rules.result import Result, Standing
from proposals.voting.rules.rounds import Completion
from proposals.voting.rules.sealing import digest_of, read_result, sealed
from proposals.voting.rules.sharing import EqualShares, by_equal_shares


class Flaw(StrEnum):
    """What does not fit in a file."""

    NOT_A_RESULT = "not_a_result"
    NOT_CANONICAL = "not_canonical"
    OTHER_DIGEST = "other_digest"
    OTHER_PLACES = "other_places"
    OTHER_FIELDS = "other_fields"
    OTHER_COUNTS = "other_counts"
    OTHER_SPENDING = "other_spending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The digest of a file as it is, its result, and what does not fit."""

    digest: str
    result: Result | None
    flaws: tuple[Flaw, ...]

    @property
    def true(self) -> bool:
        """Tell whether everything fits."""
        return not self.flaws


def verify(text: str, *, shares: EqualShares, digest: str = "") -> Verdict:
    """Check the text of a file; `digest` is the one that was published, if known."""
    made = digest_of(text)
    try:
        result = read_result(text)
    except ValueError:
        return Verdict(digest=made, result=None, flaws=(Flaw.NOT_A_RESULT,))
    checks = (
        (Flaw.NOT_CANONICAL, sealed(result).text == text),
        (Flaw.OTHER_DIGEST, not digest or digest == made),
        (Flaw.OTHER_PLACES, _placed(result.standings)),
        (Flaw.OTHER_FIELDS, all(_placed(part.standings) for part in result.fields)),
        (Flaw.OTHER_COUNTS, _counted(result)),
        (Flaw.OTHER_SPENDING, _spent(result, shares)),
    )
    return Verdict(
        digest=made,
        result=result,
        flaws=tuple(flaw for flaw, fits in checks if not fits),
    )


def _placed(standings: Sequence[Standing]) -> bool:
    """Rank anew: the file's order of options within a tie says nothing."""
    scores = [Score(option=one.option.id, points=one.points) for one in standings]
    places = {one.score.option: (one.place, one.tied) for one in rank(scores)}
    in_order = [one.place for one in standings]
    return in_order == sorted(in_order) and all(
        places[one.option.id] == (one.place, one.tied) for one in standings
    )


def _counted(result: Result) -> bool:
    """Count votes anew where they stand in the file, dots on paper added."""
    if not result.lines:
        return True
    given = {one.option.position: one.dots for one in result.standings}
    for paper in papers_of(result.lines):
        for position in paper.chosen:
            given[position] = given.get(position, 0) + paper.people
    return all(given[one.option.position] == one.points for one in result.standings)


def _spent(result: Result, shares: EqualShares) -> bool:
    if result.spending is None:
        return True
    wares = [
        Ware(position=one.option.position, cost=one.option.cost, votes=one.people)
        for one in result.standings
    ]
    budget = result.asked.budget
    if result.asked.completion is Completion.MOST_VOTES:
        return by_most_votes(wares, budget) == result.spending
    papers = papers_of(result.lines)
    return by_equal_shares(wares, papers, budget, shares) == result.spending
