"""Read results: sealed ones as they were sealed, live ones where announced."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from uuid import UUID

from lip.database import fetch, padded
from proposals.queries.states import Mark
from proposals.rules.following import State, Step
from proposals.voting.queries.rounds import (
    ROUND,
    RoundFacts,
    live_marks,
    options_of,
    round_in,
    round_of,
    rounds_of,
    settled_sheets,
    tally_of,
    took_part,
)
from proposals.voting.rules.counting import result_of
from proposals.voting.rules.result import Line, Result, Standing
from proposals.voting.rules.rounds import Stage
from proposals.voting.rules.sealing import read_result
from proposals.voting.rules.sharing import EqualShares


async def shown_rounds(conference: UUID) -> Sequence[RoundFacts]:
    """List the rounds that everybody may know of, by number."""
    return [one for one in await rounds_of(conference) if one.stage is not Stage.DRAFT]


async def shown_round(conference: UUID, number: int) -> RoundFacts | None:
    """Find a round that everybody may know of; drafts are a secret."""
    one = await round_of(conference, number)
    return None if one.stage is Stage.DRAFT else one


def sealed_result(one: RoundFacts) -> Result | None:
    """Give the result of a closed round as it was sealed."""
    return _read(one.result) if one.stage is Stage.CLOSED and one.result else None


@lru_cache(maxsize=64)
def _read(text: str) -> Result:
    return read_result(text)


async def live_result(one: RoundFacts, shares: EqualShares) -> Result | None:
    """Count what has been given so far, where that was announced; else nothing."""
    if one.stage is not Stage.OPEN or not one.results_live:
        return None
    return result_of(
        one.asked,
        await options_of(one.id),
        await live_marks(one),
        took_part=await took_part(one.id),
        sheets=await settled_sheets(one.id),
        shares=shares,
    )


async def lines_of(one: RoundFacts) -> Sequence[Line]:
    """List what was given, where it may be known: when closed, or live if announced."""
    if one.stage is Stage.CLOSED:
        return await tally_of(one.id)
    return await live_marks(one)


async def people_in(one: RoundFacts) -> int:
    """Count who has taken part so far."""
    return sum((await took_part(one.id)).values())


_STOOD = """
SELECT x.proposal AS about, o.in_round, o.position
FROM put_to_vote x JOIN round_option o ON o.id = x.option WHERE x.proposal IN
"""


_SEALED = f"(r.stage = '{Stage.CLOSED}' AND r.result <> '')"
_ABOUT = (
    "EXISTS (SELECT 1 FROM put_to_vote x JOIN round_option o ON o.id = x.option "
    "JOIN voting_round r ON r.id = o.in_round "
    "WHERE (x.proposal = p.id OR x.proposal = p.merged_into)"
)
VOTE_MARKS = (
    Mark(
        state=State.IN_VOTE,
        holds=f"{_ABOUT} AND r.stage <> '{Stage.DRAFT}' AND NOT {_SEALED})",
    ),
    Mark(state=State.VOTED, holds=f"{_ABOUT} AND {_SEALED})"),
)
"""What lists say, as `votes_on` does."""


async def votes_on(proposals: Sequence[UUID]) -> Mapping[UUID, Sequence[Step]]:
    """Tell in which rounds proposals stood, and at which place; two queries."""
    if not proposals:
        return {}
    wanted = padded(list(proposals))
    marks = ", ".join("?" * len(wanted))
    stood = await fetch(f"{_STOOD} ({marks})", *wanted)
    rounds = await _rounds_by_id({row["in_round"] for row in stood})
    found: dict[UUID, list[Step]] = {}
    for row in stood:
        if one := rounds.get(row["in_round"]):
            found.setdefault(row["about"], []).append(_step(one, row["position"]))
    return found


async def _rounds_by_id(ids: Collection[UUID]) -> Mapping[UUID, RoundFacts]:
    if not ids:
        return {}
    wanted = padded(list(ids))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(f"{ROUND} WHERE r.id IN ({marks})", *wanted)
    rounds = [round_in(row) for row in rows]
    return {one.id: one for one in rounds if one.stage is not Stage.DRAFT}


def _step(one: RoundFacts, position: int) -> Step:
    result = sealed_result(one)
    standing = None if result is None else _standing(result, position)
    return Step(
        state=State.VOTED if result else State.IN_VOTE,
        at=one.closed_at if result else one.opened_at,
        number=one.number,
        title=dict(one.title),
        path=f"/c/{one.key}/rounds/{one.number}",
        place=standing.place if standing else 0,
        out_of=len(result.standings) if standing and result else 0,
        tied=standing.tied if standing else False,
    )


def _standing(result: Result, position: int) -> Standing | None:
    """Find an option; a result of too few people shows no places."""
    if result.too_few:
        return None
    found = (one for one in result.standings if one.option.position == position)
    return next(found, None)
