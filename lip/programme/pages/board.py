"""
The live board for the projector: no personal data, in all languages by turns.

Without a script the page goes on to the next language by itself; with one, parts of
it are exchanged as things change, and the last state stays while there is no network.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import (
    ServerSentEvent,
    ServerSentEventMessage,
    Template,
)

from lip.conference.pages.answers import clock
from lip.conference.queries.conferences import ConferenceFacts, counts_of
from lip.programme.pages.offers import offers_for
from lip.programme.pages.programme_words import (
    ShownSession,
    picked,
    shown_session,
    title_of,
)
from lip.programme.pages.public_conference import provide_public_conference
from lip.programme.pages.session_fields import said_day
from lip.programme.queries.sessions import programme_of
from lip.programme.rules.agenda import RoomNow
from lip.programme.rules.board import board_day, shown_count
from lip.programme.rules.sessions import SessionFacts
from lip.said import Spoken
from lip.settings import Settings
from lip.web.live import Live
from lip.web.page import AnyRequest, page, wants_fragment
from lip.web.qr_code import qr_svg_address
from lip.words import LANGUAGES, _, current_language

MOST_CODES: Final = 4
"""As many as stand beside each other in every language."""
SECONDS: Final = 15
"""How long one view stands."""

PAUSE: Final = 1.0
"""Seconds in which changes are gathered into one announcement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One room: where it is, what runs there and what comes next."""

    room: str
    way: Spoken
    now: ShownSession | None
    next: ShownSession | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCode:
    """A QR code with a word below it."""

    label: str
    picture: str


@get("/board", name="board.show")
async def show_board(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
    part: FromQuery[int] = 1,
) -> Template:
    """Show who is here, what runs, what comes next, where, and codes to scan."""
    sessions = await programme_of(conference.id)
    counts = await counts_of(conference, now=now)
    day = board_day(sessions, now, zone=conference.zone, part=part)
    today = now.astimezone(conference.zone).date()
    fragment = wants_fragment(request, "board")
    return page(
        request,
        "programme/board_view.html" if fragment else "programme/board.html",
        conference=conference,
        title=await title_of(conference),
        present=shown_count(counts.present),
        rows=[_row(one, conference) for one in day.rooms],
        day=said_day(day.day.isoformat()) if day.day and day.day != today else "",
        over=day.day is None and bool(sessions),
        codes=_codes(await _links(request, conference, now), settings),
        clock=clock(now, conference.zone),
        seconds=SECONDS,
        next_view=_next_view(conference, part=day.part, parts=day.parts),
    )


def _row(line: RoomNow, conference: ConferenceFacts) -> BoardRow:
    return BoardRow(
        room=line.room.name if line.room else "",
        way=picked(line.room.way, conference) if line.room else Spoken(),
        now=_shown(line.now, conference),
        next=_shown(line.next, conference),
    )


def _shown(
    session: SessionFacts | None, conference: ConferenceFacts
) -> ShownSession | None:
    return shown_session(session, conference) if session else None


async def _links(
    request: AnyRequest, conference: ConferenceFacts, now: datetime
) -> Sequence[tuple[str, str]]:
    """List words and paths: what can be done now, then what always stands there."""
    reverse = request.app.route_reverse
    offers = await offers_for(request.app.state, conference, now)
    passing = [
        (offer.board, reverse(offer.route, key=conference.key))
        for offer in offers
        if offer.board and offer.route
    ]
    lasting = [
        (_(link.label), link.path.format(key=conference.key))
        for link in request.app.state.board_links
    ]
    return [*passing, *lasting][:MOST_CODES]


def _codes(links: Sequence[tuple[str, str]], settings: Settings) -> Sequence[BoardCode]:
    base = settings.base_url.rstrip("/")
    return [
        BoardCode(label=label, picture=qr_svg_address(base + path))
        for label, path in links
    ]


def _next_view(conference: ConferenceFacts, *, part: int, parts: int) -> str:
    """Give the address of what is shown next: more rooms, or the next language."""
    tags = list(LANGUAGES)
    here = current_language()
    if part < parts:
        return f"/{here}/c/{conference.key}/board?part={part + 1}"
    following = tags[(tags.index(here) + 1) % len(tags)]
    return f"/{following}/c/{conference.key}/board"


@get("/board/live", name="board.live")
async def show_live(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> ServerSentEvent:
    """Say that something has changed; the board fetches what it shows by itself."""
    return ServerSentEvent(_changes(request.app.state.live, conference.key))


async def _changes(live: Live, key: str) -> AsyncIterator[ServerSentEventMessage]:
    async with live.watching(key) as changes:
        yield ServerSentEventMessage(event="here", data="")
        async for _change in changes:
            yield ServerSentEventMessage(event="changed", data="")
            await asyncio.sleep(PAUSE)


router = Router(
    path="/c/{key:str}",
    dependencies={"conference": Provide(provide_public_conference)},
    route_handlers=[show_board, show_live],
    include_in_schema=False,
)
