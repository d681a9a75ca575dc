"""Who stands on the pages of a nomination: by ticket, or by a personal link."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import FromPath

from elections.actions.name_somebody import consent_seal
from elections.pages.voters import SOMEBODY
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    election_of,
)
from elections.queries.nominations import (
    nomination_of,
    nomination_of_link,
    own_nomination,
)
from lip.conference.pages.tickets import Held
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.codes import shown
from lip.errors import NotAllowed, NotFound
from lip.journal.rules.entries import Actor
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest
from lip.web.pages import prefixed

TICKET, LINK = "own_stand", "link_stand"
"""How the names of routes begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stander:
    """
    Somebody who stands, may stand, or was asked to.

    `participant` is known by ticket; by link there always is a nomination. `base` is
    the address of her page in the language of the request; `known_as` and
    `association` are what the guest list says of her.
    """

    conference: ConferenceFacts
    election: ElectionFacts
    nomination: NominationFacts | None
    participant: UUID | None
    base: str
    code: str
    known_as: str
    association: str

    by: Actor = SOMEBODY

    @property
    def whose(self) -> str:
        """Name her for limits."""
        if self.participant is not None:
            return f"stands {self.election.id} {self.participant}"
        assert self.nomination is not None, "a link leads to a nomination"
        return f"stands {self.nomination.id}"


LINK_UNKNOWN: Final = "unknown_consent_link"


async def provide_ticket_stander(
    request: AnyRequest, held: NamedDependency[Held | None], number: FromPath[int]
) -> Stander:
    """Find what the holder of a ticket has to do with an election."""
    if held is None:
        raise NotFound("unknown_ticket")
    if held.person.cancelled or held.person.waiting:
        raise NotAllowed("no_valid_ticket")
    election = await election_of(held.conference.id, number)
    code = shown(held.code)
    return Stander(
        conference=held.conference,
        election=election,
        nomination=await own_nomination(election.id, held.person.id),
        participant=held.person.id,
        base=prefixed(request, f"{TICKET}.show", code=code, number=number),
        code=code,
        known_as=held.person.name,
        association=held.person.organisation,
    )


async def provide_link_stander(
    request: AnyRequest,
    token: FromPath[str],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Stander:
    """Find the nomination of a personal link; wrong ones are counted by address."""
    found = await nomination_of_link(consent_seal(token[:100], keys=keys))
    if found is None:
        limits.spend(sealed_address(request, keys), WRONG_CODES_PER_ADDRESS, now=now)
        raise NotFound(LINK_UNKNOWN)
    conference = await conference_by_key(found.conference)
    election = await election_of(conference.id, found.election)
    one = await nomination_of(election.id, found.number)
    return Stander(
        conference=conference,
        election=election,
        nomination=one,
        participant=None,
        base=prefixed(request, f"{LINK}.show", token=token),
        code="",
        known_as=one.name,
        association=one.association,
    )
