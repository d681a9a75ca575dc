"""Conferences that collect proposals, made by the real actions."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from proposals.actions.change_collecting import CollectingWish, change_collecting
from proposals.actions.submit import Draft, Submitted, submit
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Way
from tests.factories import KEYS, clock, make_conference

SOMEBODY = Actor(ActorKind.PARTICIPANT)


async def make_collecting(
    key: str = "konferenz", *, now: datetime | None = None, **wish: Any
) -> ConferenceFacts:
    """Announce a conference that collects proposals."""
    now = now or clock()
    conference = await make_conference(key, now=now)
    await collect(conference, now=now, **wish)
    return conference


async def collect(
    conference: ConferenceFacts, *, now: datetime | None = None, **wish: Any
) -> None:
    await change_collecting(
        CollectingWish(**wish),
        conference=conference,
        keys=KEYS,
        by=COMMAND,
        now=now or clock(),
    )


async def make_proposal(
    conference: ConferenceFacts,
    text: str = "Deutschkurse am Abend, mit Kinderbetreuung.",
    *,
    participant: UUID | None = None,
    request: UUID | None = None,
    now: datetime | None = None,
    way: Way = Way.TICKET,
    title: str = "",
    language: str = "",
    **draft: Any,
) -> Submitted:
    wording = Wording(title=title, text=text, language=language)
    return await submit(
        Draft(wording=wording, way=way, participant=participant, **draft),
        conference=conference,
        by=SOMEBODY,
        now=now or clock(),
        request=request or uuid4(),
    )
