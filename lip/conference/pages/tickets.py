"""Tickets: found by their codes alone, and as pictures for people and organisers."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.conference.actions.register import ticket_code
from lip.conference.documents.people import (
    language_for,
    ticket_of,
)
from lip.conference.documents.tickets import ticket_pdf, ticket_png
from lip.conference.pages.documents import pdf, png
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.erased import erased_at
from lip.conference.queries.printing import holder_of, person_to_print
from lip.conference.rules.codes import read_code, shown
from lip.conference.rules.printing import Printee
from lip.conference.rules.tickets import Ticket
from lip.errors import NotFound, TooLate
from lip.keys import Keys
from lip.settings import Settings
from lip.web.address import sealed_address
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A ticket in somebody's hand: the code, the person, the conference."""

    code: str
    person: Printee
    conference: ConferenceFacts

    def ticket(self, settings: Settings, language: str) -> Ticket:
        """Word the ticket in a language."""
        return ticket_of(
            self.person,
            self.code,
            conference=self.conference,
            base_url=settings.base_url,
            language=language,
        )


async def provide_held(
    request: AnyRequest,
    code: FromPath[str],
    now: NamedDependency[datetime],
) -> Held | None:
    """
    Find the ticket of a code; only wrong codes are counted, by address.

    A hall shares one address, so right codes are answered whatever was tried before.
    This path is hot, and one dependency costs less than three.
    """
    keys: Keys = request.app.state.key_ring
    limits: Limits = request.app.state.limits
    signs = read_code(code)
    found = await holder_of(keys.seal("code", signs)) if signs else None
    if signs is None or found is None:
        if signs and await erased_at(keys.seal("code", signs)):
            raise TooLate("ticket_erased")
        limits.spend(sealed_address(request, keys), WRONG_CODES_PER_ADDRESS, now=now)
        return None
    person, key = found
    return Held(code=signs, person=person, conference=await conference_by_key(key))


@get("/", name="ticket.find")
async def find_ticket(
    request: AnyRequest, code: FromQuery[str] = ""
) -> Redirect | Template:
    """Take a code as typed, and go to its ticket."""
    if signs := read_code(code[:500]):
        return redirect(request, "ticket.show", code=shown(signs))
    return unknown_ticket(request, code, status=422 if code else 200)


def unknown_ticket(request: AnyRequest, code: str, *, status: int) -> Template:
    """Say that there is no ticket under a code, and ask for it again."""
    return page(
        request,
        "conference/ticket_unknown.html",
        status=status,
        code=code[:40] if status != 200 else "",
    )


@get("/{code:str}/ticket.png", name="ticket.own_png")
async def show_own_picture(
    held: NamedDependency[Held | None], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Give the ticket as a picture."""
    return await _picture(_valid(held), settings, current_language())


@get("/{code:str}/ticket.pdf", name="ticket.own_pdf")
async def show_own_page(
    held: NamedDependency[Held | None], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Give the ticket as a page for the printer."""
    return await _paper(_valid(held), settings, current_language())


def _valid(held: Held | None) -> Held:
    if held is None or held.person.cancelled or held.person.waiting:
        raise NotFound("unknown_ticket")
    return held


@get("/{participant:uuid}/ticket.png", name="ticket.png")
async def show_picture(
    held: NamedDependency[Held], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Give an organiser a ticket as a picture, in the language of the person."""
    return await _picture(held, settings, language_for(held.person, held.conference))


@get("/{participant:uuid}/ticket.pdf", name="ticket.pdf")
async def show_paper(
    held: NamedDependency[Held], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Give an organiser a ticket as a page, in the language of the person."""
    return await _paper(held, settings, language_for(held.person, held.conference))


async def provide_ticket(
    participant: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
) -> Held:
    """Find the ticket of a participant."""
    person = await person_to_print(conference, participant)
    code = ticket_code(person.id, person.issue, keys=keys)
    return Held(code=code, person=person, conference=conference)


async def _picture(held: Held, settings: Settings, language: str) -> Response[bytes]:
    ticket = held.ticket(settings, language)
    make = partial(ticket_png, ticket, accent=settings.accent)
    return await png(make, f"ticket-{held.person.number}.png")


async def _paper(held: Held, settings: Settings, language: str) -> Response[bytes]:
    ticket = held.ticket(settings, language)
    make = partial(ticket_pdf, ticket, language, accent=settings.accent)
    return await pdf(make, f"ticket-{held.person.number}.pdf")


router = Router(
    path="/t",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[find_ticket, show_own_picture, show_own_page],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)

organisers_router = Router(
    path="/conferences/{key:str}/participants",
    guards=[requires_organiser],
    dependencies={
        "conference": Provide(provide_conference),
        "held": Provide(provide_ticket),
    },
    route_handlers=[show_picture, show_paper],
    include_in_schema=False,
)
