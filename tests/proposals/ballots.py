"""Conferences at which people vote, made by the real actions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import read_code
from lip.equal_shares import equal_shares
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.voting.actions.cast import Ballot, Cast, cast_all
from proposals.voting.actions.close_round import close_round
from proposals.voting.actions.open_round import open_round
from proposals.voting.actions.plan_round import (
    RoundWish,
    choose_options,
    make_round,
    set_costs,
)
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Terms
from tests.factories import KEYS, MadeParticipant, clock, make_participant
from tests.proposals.collections import make_collecting, make_proposal

THREE_POINTS = Terms(method=Method.POINTS, most=3, each=3)
OPINION = Terms(method=Method.OPINION)
EVERY_WAY = frozenset(Channel)
TEXTS = (
    "Deutschkurse am Abend, mit Kinderbetreuung.",
    "Mehr Busse in die Dörfer, auch sonntags.",
    "Ein Haus für Musik und Theater im Norden.",
    "Wohnungen für große Familien bauen.",
)


async def make_draft(
    key: str = "konferenz",
    *,
    terms: Terms = THREE_POINTS,
    channels: frozenset[Channel] = EVERY_WAY,
    texts: Sequence[str] = TEXTS,
    now: datetime | None = None,
    **wish: Any,
) -> RoundFacts:
    """Announce a conference with proposals and prepare a round on all of them."""
    now = now or clock()
    conference = await make_collecting(key, now=now)
    made = [await make_proposal(conference, text, now=now) for text in texts]
    if terms.method not in {Method.APPROVE, Method.POINTS}:
        channels -= {Channel.PAPER}
    asked = RoundWish(
        title=Said.of(de="Was zuerst?", ar="ما الأولوية؟"),
        terms=terms,
        channels=channels,
        **wish,
    )
    one = await make_round(
        asked, conference=conference, by=COMMAND, now=now, request=uuid4()
    )
    await choose_options(one, [each.id for each in made], by=COMMAND, now=now)
    if terms.method is Method.BUDGET:
        costs = {place: 100 * place for place in range(1, len(texts) + 1)}
        await set_costs(one, costs, by=COMMAND, now=now)
    return await round_of(conference.id, one.number)


async def make_open(
    key: str = "konferenz", *, now: datetime | None = None, **wish: Any
) -> RoundFacts:
    """Prepare a round and open it."""
    now = now or clock()
    one = await make_draft(key, now=now, **wish)
    await open_round(one, by=COMMAND, now=now)
    return await round_of(one.conference, one.number)


async def close(one: RoundFacts, *, now: datetime | None = None) -> RoundFacts:
    await close_round(one, shares=equal_shares, by=COMMAND, now=now or clock())
    return await round_of(one.conference, one.number)


def sealed(code: str) -> str:
    return KEYS.seal("code", read_code(code) or "")


async def vote(
    one: RoundFacts,
    person: MadeParticipant,
    marks: Mapping[int, int],
    *,
    channel: Channel = Channel.PHONE,
    now: datetime | None = None,
    upon: str | None = None,
) -> Cast:
    """Vote by ticket."""
    ballot = Ballot(
        number=one.number,
        sealed_code=sealed(person.code),
        channel=channel,
        marks=marks,
        keys=KEYS,
        now=now or clock(),
        upon=upon,
    )
    (answer,) = await cast_all([ballot])
    return answer


async def people(conference: ConferenceFacts, many: int) -> list[MadeParticipant]:
    return [await make_participant(conference) for _ in range(many)]
