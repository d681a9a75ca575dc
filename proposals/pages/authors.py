"""Who hands in: the holder of a ticket, known by its code alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import FromPath

from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.printing import holder_of
from lip.conference.rules.codes import read_code, shown
from lip.errors import NotFound
from lip.journal.rules.entries import Actor, ActorKind
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
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
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Author:
    """Find the person of a ticket's code; only wrong codes are counted."""
    signs = read_code(code)
    found = await holder_of(keys.seal("code", signs)) if signs else None
    if signs is None or found is None:
        limits.spend(sealed_address(request, keys), WRONG_CODES_PER_ADDRESS, now=now)
        raise NotFound("unknown_ticket")
    person, key = found
    conference = await conference_by_key(key)
    return Author(
        participant=person.id,
        code=shown(signs),
        conference=conference,
        collecting=await collecting_of(conference.id),
    )
