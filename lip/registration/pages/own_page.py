"""A person's own page: her ticket, where she stands, what is on, what she can do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template

from lip.accounts.guards import find_identity
from lip.accounts.rules.roles import Right
from lip.conference.documents.people import said_name, ticket_address, when_said
from lip.conference.pages.tickets import Held, provide_held, unknown_ticket
from lip.conference.rules.codes import shown
from lip.programme.pages.programme_words import SessionInBrief, in_brief
from lip.programme.queries.sessions import agenda_of
from lip.programme.rules.agenda import now_and_next
from lip.programme.rules.public_page import PublicPage, titles_of
from lip.programme.rules.sessions import SessionFacts
from lip.registration.documents.notice import picked
from lip.registration.pages.field_views import places_words
from lip.registration.pages.own_offers import Holding, offered
from lip.registration.pages.ticket_picture import ticket_picture
from lip.registration.queries.own import (
    OwnSession,
    OwnStanding,
    own_sessions,
    standing_of,
)
from lip.registration.rules.places import Standing
from lip.settings import Settings
from lip.web.page import AnyRequest, page


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session on somebody's page: `mine` is held, waiting or empty."""

    id: UUID
    said: SessionInBrief
    mine: str
    places: str
    full: bool
    may_join: bool


@get("/{code:str}", name="ticket.show")
async def show_own(
    request: AnyRequest,
    code: FromPath[str],
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Template:
    """Show her page to whoever holds a code."""
    if held is None:
        return unknown_ticket(request, code, status=404)
    return await own_page(request, held, request.app.state.settings, now=now)


async def own_page(
    request: AnyRequest,
    held: Held,
    settings: Settings,
    *,
    now: datetime,
    told: str = "",
) -> Template:
    """Draw the page; `told` says what has just not worked."""
    person, conference = held.person, held.conference
    standing = await standing_of(person.id)
    sessions = await agenda_of(conference.id)
    own = await own_sessions(conference.id, person.id)
    titles = titles_of(
        conference.title, conference.language, PublicPage(title=standing.titles)
    )
    over = is_over(held, now)
    code = shown(held.code)
    helper = await keeps_door(request, conference.key)
    answer = page(
        request,
        "registration/own_page.html",
        status=409 if told else 200,
        told=told,
        conference=conference,
        title=picked(titles, conference),
        name=said_name(person),
        number=person.number,
        cancelled=person.cancelled,
        standing=standing,
        over=over,
        may_change=may_still_change(held, standing, now),
        when=when_said(conference, only_on=person.only_on),
        code=code,
        picture=ticket_picture(ticket_address(held.code, base_url=settings.base_url)),
        running=_running(held, sessions, own, standing, now),
        lines=_lines(held, sessions, own, now),
        offers=await _offers(request, held, standing, now),
        request_key=uuid4(),
        keeps_door=helper,
    )
    if not helper:  # who is signed in sends forms, which need an origin
        answer.headers["Referrer-Policy"] = "same-origin"
    return answer


def is_over(held: Held, now: datetime) -> bool:
    """Tell whether the last doors have closed."""
    days = held.conference.days
    return bool(days) and now > max(doors.close for doors in days)


def may_still_change(held: Held, standing: OwnStanding, now: datetime) -> bool:
    """Tell whether she may change her answers: she gave some and may still."""
    if held.person.cancelled or not (standing.has_form and standing.registered):
        return False
    if standing.change_until is not None:
        return now < standing.change_until
    return not is_over(held, now)


async def keeps_door(request: AnyRequest, key: str) -> bool:
    """Tell whether a helper of this conference is looking."""
    identity = await find_identity(request)
    return identity is not None and identity.may(Right.KEEP_THE_DOOR, scope=key)


def _running(
    held: Held,
    sessions: Sequence[SessionFacts],
    own: Mapping[UUID, OwnSession],
    standing: OwnStanding,
    now: datetime,
) -> Mapping[str, Sequence[SessionInBrief]]:
    """Say what runs for her now, and what comes next."""
    if held.person.cancelled or standing.waiting:
        return {}

    def mine(one: SessionFacts) -> bool:
        return not one.sign_up or _has(own, one.id)

    found = now_and_next(sessions, now, mine=mine)
    return {
        "now": [in_brief(one, held.conference) for one in found.now],
        "next": [in_brief(one, held.conference) for one in found.next],
    }


def _has(own: Mapping[UUID, OwnSession], session: UUID) -> bool:
    return session in own and own[session].mine is Standing.HELD


def _lines(
    held: Held,
    sessions: Sequence[SessionFacts],
    own: Mapping[UUID, OwnSession],
    now: datetime,
) -> Sequence[SessionLine]:
    """List the sessions that take sign-ups, hers first."""
    if held.person.cancelled:
        return []
    lines = [
        SessionLine(
            id=one.id,
            said=in_brief(one, held.conference),
            mine=(own[one.id].mine or ""),
            places=places_words(own[one.id].free),
            full=own[one.id].free == 0,
            may_join=now < one.starts_at and not one.called_off,
        )
        for one in sessions
        if one.sign_up and one.id in own
    ]
    return [line for line in lines if line.mine or line.may_join]


async def _offers(
    request: AnyRequest, held: Held, standing: OwnStanding, now: datetime
) -> Sequence[tuple[str, str, Mapping[str, str]]]:
    """Give label, icon and address of what she can do now."""
    holding = Holding(
        participant=held.person.id,
        conference=held.conference,
        cancelled=held.person.cancelled,
        waiting=standing.waiting,
        now=now,
    )
    return [
        (
            offer.label,
            offer.icon,
            {
                "route": offer.route,
                **(
                    {"key": held.conference.key}
                    if offer.by_key
                    else {"code": shown(held.code)}
                ),
            },
        )
        for offer in await offered(
            getattr(request.app.state, "own_offers", ()), holding
        )
    ]


router = Router(
    path="/t",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[show_own],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
