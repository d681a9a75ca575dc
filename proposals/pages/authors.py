"""Who hands in: the holder of a ticket, known by its code alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import FromPath

from lip.conference.pages.tickets import provide_held
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import shown
from lip.errors import NotFound
from lip.journal.rules.entries import Actor, ActorKind
from lip.web.page import AnyRequest
from proposals.queries.collecting import CollectingFacts, collecting_of

SOMEBODY = Actor(ActorKind.PARTICIPANT)
"""The journal does not keep who wrote what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person with a ticket at a conference that collects proposals."""

    participant: UUID
    code: str
    conference: ConferenceFacts
    collecting: CollectingFacts | None


async def provide_author(
    request: AnyRequest,
    code: FromPath[str],
    now: NamedDependency[datetime],
) -> Author:
    """Find the person of a ticket's code, as her own page does."""
    held = await provide_held(request, code, now)
    if held is None:
        raise NotFound("unknown_ticket")
    return Author(
        participant=held.person.id,
        code=shown(held.code),
        conference=held.conference,
        collecting=await collecting_of(held.conference.id),
    )
