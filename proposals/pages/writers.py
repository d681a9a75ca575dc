"""Who writes on the pages for handing in: by ticket, or staff by account."""

from dataclasses import dataclass
from typing import Final

from litestar.di import NamedDependency

from lip.accounts.rules.identity import Identity
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import Actor
from lip.web.page import AnyRequest
from lip.web.pages import prefixed
from proposals.pages.authors import SOMEBODY, Author
from proposals.queries.collecting import CollectingFacts, collecting_of
from proposals.rules.owner import Owner
from proposals.rules.standing import Way

TICKET, STAFF = "own", "staff"
"""How the names of routes begin."""

FRAMES: Final = {TICKET: "base.html", STAFF: "conference/frame.html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """
    Somebody who hands in proposals of her own.

    `base` is the address of her pages in the language of the request; `code` is that of
    a ticket, and empty for staff.
    """

    owner: Owner
    code: str
    conference: ConferenceFacts
    collecting: CollectingFacts | None
    way: Way
    by: Actor
    base: str
    routes: str

    @property
    def frame(self) -> str:
        """Name the template around her pages."""
        return FRAMES[self.routes]


async def provide_ticket_writer(
    request: AnyRequest, author: NamedDependency[Author]
) -> Writer:
    """Let the holder of a ticket write."""
    return Writer(
        owner=Owner(participant=author.participant),
        code=author.code,
        conference=author.conference,
        collecting=author.collecting,
        way=Way.TICKET,
        by=SOMEBODY,
        base=prefixed(request, f"{TICKET}_proposals.show", code=author.code),
        routes=TICKET,
    )


async def provide_staff_writer(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
) -> Writer:
    """Let somebody with an account write, at a conference that she moderates."""
    return Writer(
        owner=Owner(account=identity.person),
        code="",
        conference=conference,
        collecting=await collecting_of(conference.id),
        way=Way.ACCOUNT,
        by=SOMEBODY,
        base=prefixed(request, f"{STAFF}_proposals.show", key=conference.key),
        routes=STAFF,
    )
