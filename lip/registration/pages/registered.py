"""After registering: the tickets on screen, and what happens with the data."""

from typing import Any
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template

from lip.conference.actions.register import ticket_code
from lip.conference.documents.people import ticket_address
from lip.conference.pages.documents import pdf
from lip.conference.rules.codes import shown
from lip.errors import NotFound
from lip.keys import Keys
from lip.registration.documents.notice import Notice, notice_of, picked
from lip.registration.documents.notice_paper import notice_pdf
from lip.registration.pages.registration_place import (
    Registration,
    provide_registration,
)
from lip.registration.queries.parties import PartyMember, party_sent
from lip.registration.queries.statistics import questions_of
from lip.settings import Settings
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.web.qr_code import qr_svg_address
from lip.words import _, current_language, speaking


@get("/registered/{party:uuid}", name="registered.show")
async def show_registered(
    request: AnyRequest,
    place: NamedDependency[Registration],
    party: FromPath[UUID],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
) -> Template:
    """Show the tickets of a party to whoever sent its form; the key is a secret."""
    found = await party_sent(party)
    if found is None or found.conference != place.conference.key:
        raise NotFound("unknown_registration")
    answer = page(
        request,
        "registration/registered.html",
        place=place,
        thanks=picked(place.form.thanks, place.conference) if place.form else None,
        people=[_person(one, keys, settings) for one in found.people],
        email=found.email,
        waiting=any(one.waiting for one in found.people),
        counts=bool(await questions_of(place.conference.id)),
    )
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _person(one: PartyMember, keys: Keys, settings: Settings) -> dict[str, Any]:
    code = ticket_code(one.id, one.issue, keys=keys)
    return {
        "name": one.name or _("Gast %(number)s", number=one.number),
        "number": one.number,
        "code": shown(code),
        "picture": qr_svg_address(ticket_address(code, base_url=settings.base_url)),
        "waiting": one.waiting,
        "cancelled": one.cancelled,
    }


@get("/privacy", name="privacy.show")
async def show_privacy(
    request: AnyRequest, place: NamedDependency[Registration]
) -> Template:
    """Say what happens with people's data, before they give any."""
    notice = _notice(place)
    return page(
        request,
        "registration/privacy.html",
        place=place,
        notice=notice,
        own_text=rendered(notice.own_text.text),
    )


@get("/privacy.pdf", name="privacy.paper")
async def show_paper(place: NamedDependency[Registration]) -> Response[bytes]:
    """Give the same as a page to hang up at the desk."""
    notice, language = _notice(place), current_language()

    def make() -> bytes:
        with speaking(language):
            return notice_pdf(notice)

    return await pdf(make, f"{place.conference.key}-privacy-{language}.pdf")


def _notice(place: Registration) -> Notice:
    return notice_of(place.form, place.conference, place.contact)


router = Router(
    path="/c/{key:str}",
    dependencies={"place": Provide(provide_registration)},
    route_handlers=[show_registered, show_privacy, show_paper],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
