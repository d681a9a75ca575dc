"""Voting rounds of the sample: one closed, one open, one in preparation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from lip.conference.actions.register import sealed_code
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.printing import people_to_print
from lip.equal_shares import equal_shares
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.said import Said
from proposals.voting.actions.cast import Ballot, cast_all
from proposals.voting.actions.close_round import close_round
from proposals.voting.actions.open_round import open_round
from proposals.voting.actions.plan_round import (
    RoundWish,
    choose_options,
    make_round,
    set_costs,
)
from proposals.voting.queries.candidates import candidates_of
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Terms
from proposals.voting.rules.rounds import Completion, Subject

OPINIONS: Final = RoundWish(
    title=Said.of(
        de="Was halten Sie von diesen Vorschlägen?",
        en="What do you think of these proposals?",
        ar="ما رأيكم في هذه المقترحات؟",
    ),
    terms=Terms(method=Method.OPINION),
    channels=frozenset({Channel.PHONE, Channel.TABLET}),
)
POINTS: Final = RoundWish(
    title=Said.of(
        de="Was soll zuerst in den Plan?",
        en="What should come first in the plan?",
        ar="ما الذي يجب أن يأتي أولاً في الخطة؟",
    ),
    intro=Said.of(
        de="Verteilen Sie Ihre Punkte auf das, was Ihnen wichtig ist.",
        en="Give your points to what matters to you.",
        ar="وزّعوا نقاطكم على ما يهمّكم.",
    ),
    terms=Terms(method=Method.POINTS, most=5, each=3),
    channels=frozenset(Channel),
)
BUDGET: Final = RoundWish(
    title=Said.of(
        de="Wofür geben wir 50.000 Euro aus?",
        en="What do we spend 50,000 euros on?",
        ar="على ماذا ننفق 50,000 يورو؟",
    ),
    terms=Terms(method=Method.BUDGET, budget=50_000),
    completion=Completion.EQUAL_SHARES,
    channels=frozenset({Channel.PHONE, Channel.TABLET}),
)
LEANINGS: Final = ((1, 1, -1, 0, 1), (-1, 1, 1, 1, 0), (1, 0, 1, -1, 1))
"""How three kinds of people see things, over and over."""

VOTES: Final = 36
POINT_VOTES: Final = 14


async def fill_in_voting(
    conference: ConferenceFacts, *, keys: Keys, now: datetime
) -> None:
    """Hold one round to its end, open a second, prepare a third."""
    codes = await _codes(conference, keys)
    opinions = await _opened(conference, OPINIONS, "opinions", 12, now=now)
    marks = [_opinions_of(voter) for voter in range(VOTES)]
    await _vote(opinions, codes, marks, keys=keys, now=now)
    await close_round(opinions, shares=equal_shares, by=COMMAND, now=now)
    points = await _opened(conference, POINTS, "points", 10, now=now)
    marks = [_points_of(voter) for voter in range(POINT_VOTES)]
    await _vote(points, codes, marks, keys=keys, now=now)
    await _budget(conference, now=now)


def _opinions_of(voter: int) -> dict[int, int]:
    """Answer as one's kind does, now and then otherwise."""
    kind = LEANINGS[voter % 3]
    return {
        place: kind[(place + voter // 9) % 5] if (place * voter) % 7 else 0
        for place in range(1, 13)
        if (place + voter) % 6
    }


def _points_of(voter: int) -> dict[int, int]:
    return {1 + (voter * voter) % 9: 3, 10 - voter % 4: 2}


async def _codes(conference: ConferenceFacts, keys: Keys) -> Sequence[str]:
    """Seal the tickets of people who have a place."""
    return [
        sealed_code(one.id, one.issue, keys=keys)
        for one in await people_to_print(conference)
        if not (one.cancelled or one.waiting)
    ]


async def _opened(
    conference: ConferenceFacts, wish: RoundWish, name: str, most: int, *, now: datetime
) -> RoundFacts:
    one = await _prepared(conference, wish, name, most, now=now)
    await open_round(one, by=COMMAND, now=now)
    return await round_of(conference.id, one.number)


async def _prepared(
    conference: ConferenceFacts, wish: RoundWish, name: str, most: int, *, now: datetime
) -> RoundFacts:
    request = uuid5(conference.id, f"sample round {name}")
    one = await make_round(
        wish, conference=conference, by=COMMAND, now=now, request=request
    )
    found = await candidates_of(conference.id, Subject.PROPOSALS)
    chosen: Sequence[UUID] = [each.id for each in found[:most]]
    await choose_options(one, chosen, by=COMMAND, now=now)
    return one


async def _vote(
    one: RoundFacts,
    codes: Sequence[str],
    marks: Sequence[dict[int, int]],
    *,
    keys: Keys,
    now: datetime,
) -> None:
    ballots = [
        Ballot(
            number=one.number,
            sealed_code=code,
            channel=Channel.TABLET if place % 3 == 0 else Channel.PHONE,
            marks=each,
            keys=keys,
            now=now,
        )
        for place, (code, each) in enumerate(zip(codes, marks, strict=False))
    ]
    for cast in await cast_all(ballots):
        if cast.refusal is not None:
            raise cast.refusal


async def _budget(conference: ConferenceFacts, *, now: datetime) -> None:
    one = await _prepared(conference, BUDGET, "budget", 8, now=now)
    costs = {place: 4_000 + 3_500 * (place * 3 % 8) for place in range(1, 9)}
    await set_costs(one, costs, by=COMMAND, now=now)
