"""The guest list, and one person on it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID, uuid4

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_organiser, requires_own_link
from lip.accounts.queries import names_of
from lip.accounts.rules.identity import Identity
from lip.conference.actions.export_participants import export_participants
from lip.conference.actions.register import ticket_code
from lip.conference.pages import guest_words as words
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.participants import (
    Found,
    ListCounts,
    Order,
    State,
    Wanted,
    list_counts,
    participants_of,
    roles_in,
)
from lip.conference.queries.participants import participant as find_participant
from lip.conference.rules.codes import shown
from lip.conference.rules.sheet import SheetKind
from lip.journal.queries import Filter, entries
from lip.keys import Keys
from lip.web.page import AnyRequest, page
from lip.web.pages import prefixed
from lip.words import pgettext

MOST_EVENTS = 100
_MOST_PAGES = 10_000

Choice = TypeVar("Choice", bound=StrEnum)


@get("/", name="participants.list")
async def show_list(
    request: AnyRequest,
    key: FromPath[str],
    now: NamedDependency[datetime],
    q: FromQuery[str] = "",
    status: FromQuery[str] = "",
    role: FromQuery[str] = "",
    order: FromQuery[str] = "",
    p: FromQuery[int] = 1,
) -> Template:
    """List participants: searched, narrowed, fifty a page."""
    conference = await conference_by_key(key)
    wanted = Wanted(
        words=q[:200].strip(),
        state=_one_of(State, status),
        role=role[:200],
        order=_one_of(Order, order) or Order.NAME,
    )
    day = latest_day(conference, now)
    found = await participants_of(conference, wanted, day=day, page=min(p, _MOST_PAGES))
    counts = await list_counts(conference, day=day)
    return page(
        request,
        "conference/participants.html",
        conference=conference,
        lines=[words.line_of(one, conference) for one in found.people],
        found=found,
        wanted=wanted,
        roles=await roles_in(conference),
        counts=counts,
        tabs=_tabs(request, key, wanted, counts),
        ways=_ways(request, key, wanted, found),
    )


def latest_day(conference: ConferenceFacts, now: datetime) -> date | None:
    """Find the day whose arrivals matter: today's, or the last one that has been."""
    doors = conference.doors(now)
    if doors is not None:
        return doors.day
    begun = [one.day for one in conference.days if one.open <= now]
    return max(begun, default=None)


def _one_of(kind: type[Choice], text: str) -> Choice | None:
    return kind(text) if text in list(kind) else None


def _tabs(
    request: AnyRequest, key: str, wanted: Wanted, counts: ListCounts
) -> list[tuple[str, int, str, bool]]:
    """Give label, number, address and whether it is open, for each state."""
    tabs = (
        (None, pgettext("guests", "alle"), counts.everybody),
        (State.REGISTERED, pgettext("guests", "angemeldet"), counts.registered),
        (State.PRESENT, pgettext("guests", "da"), counts.present),
        (State.WAITING, pgettext("guests", "Warteliste"), counts.waiting),
        (State.CANCELLED, pgettext("guests", "abgesagt"), counts.cancelled),
        (State.WALKED_IN, pgettext("guests", "ohne Anmeldung"), counts.walked_in),
    )
    return [
        (
            label,
            number,
            _address(request, key, replace(wanted, state=state)),
            state is wanted.state,
        )
        for state, label, number in tabs
    ]


def _ways(
    request: AnyRequest, key: str, wanted: Wanted, found: Found
) -> Mapping[str, str]:
    """Give the addresses of the pages beside this one, and of other orders."""
    before, after = found.page - 1, found.page + 1
    last = found.pages
    return {
        "before": _address(request, key, wanted, before) if before else "",
        "after": _address(request, key, wanted, after) if after <= last else "",
        "by_name": _address(request, key, replace(wanted, order=Order.NAME)),
        "by_number": _address(request, key, replace(wanted, order=Order.NUMBER)),
        "all": prefixed(request, "participants.list", key=key),
    }


def _address(request: AnyRequest, key: str, wanted: Wanted, number: int = 1) -> str:
    said = {
        "q": wanted.words,
        "status": wanted.state.value if wanted.state else "",
        "role": wanted.role,
        "order": wanted.order.value if wanted.order is not Order.NAME else "",
        "p": str(number) if number > 1 else "",
    }
    query = urlencode({name: value for name, value in said.items() if value})
    path = prefixed(request, "participants.list", key=key)
    return f"{path}?{query}" if query else path


@get("/export", name="participants.export", guards=[requires_own_link])
async def send_export(
    request: AnyRequest,
    key: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    kind: FromQuery[SheetKind] = SheetKind.XLSX,
    needs: FromQuery[bool] = False,
) -> Response[bytes]:
    """Hand out the list as a file."""
    conference = await conference_by_key(key)
    made = await export_participants(
        conference,
        kind,
        with_needs=needs,
        beside=request.app.state.columns_beside,
        by=identity.actor,
        now=now,
    )
    return file_answer(made.content, made.filename, made.media_type)


def file_answer(content: bytes, filename: str, media_type: str) -> Response[bytes]:
    """Answer with a file that the browser saves and no cache keeps."""
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{filename}"',
            "Cache-Control": "no-store",
        },
    )


@get("/{participant:uuid}", name="participants.show")
async def show_one(
    request: AnyRequest,
    key: FromPath[str],
    participant: FromPath[UUID],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
) -> Template:
    """Show one person: details, needs, ticket, and what happened."""
    conference = await conference_by_key(key)
    day = latest_day(conference, now)
    person = await find_participant(conference, participant, day=day)
    events = await entries(Filter(subject=participant, scope=key), limit=MOST_EVENTS)
    names = await names_of(entry.by.id for entry in events if entry.by.id)
    blocks = [
        await say(conference, participant) for say in request.app.state.blocks_beside
    ]
    return page(
        request,
        "conference/participant.html",
        conference=conference,
        person=person,
        line=words.line_of(person, conference),
        facts=words.facts_of(person.guest),
        needs=words.needs_of(person.guest),
        needs_until=words.day_said(person.needs_until) if person.needs_until else "",
        registered=words.moment(person.created_at, conference),
        code=shown(ticket_code(participant, person.ticket_issue, keys=keys)),
        events=words.history(events, names, conference),
        blocks=[block for block in blocks if block],
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/participants",
    guards=[requires_organiser],
    route_handlers=[show_list, send_export, show_one],
    include_in_schema=False,
)
