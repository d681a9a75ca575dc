"""Who holds a ticket, for the one step of an election that knows people."""

from dataclasses import dataclass
from uuid import UUID

from litestar.di import NamedDependency

from lip.conference.pages.tickets import Held
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import shown
from lip.errors import NotFound
from lip.journal.rules.entries import Actor, ActorKind

SOMEBODY = Actor(ActorKind.PARTICIPANT)
"""The journal does not keep who fetched a credential; the roll does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """A person with a ticket."""

    participant: UUID
    code: str
    conference: ConferenceFacts


async def provide_voter(held: NamedDependency[Held | None]) -> Voter:
    """Find the person of a ticket's code, or raise NotFound."""
    if held is None:
        raise NotFound("unknown_ticket")
    return Voter(
        participant=held.person.id, code=shown(held.code), conference=held.conference
    )
