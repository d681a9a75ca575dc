"""The board for moderators: to be looked at, and to follow what others do."""

from collections.abc import AsyncIterator

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import ServerSentEvent, ServerSentEventMessage, Template

from lip.accounts.guards import requires_moderator, still_may
from lip.accounts.rules.roles import Right
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.live import Live, at_least_every
from lip.web.page import AnyRequest
from proposals.board.pages.board_page import board_page
from proposals.board.queries.board_shown import board_pulse

LOOKED_AT_EVERY = 2
"""Seconds after which the board sees what another program has done."""


@get("/", name="pinboard.show")
async def show_board(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show clusters and their cards, to be moved, named and merged."""
    return await board_page(request, conference)


@get("/live", name="pinboard.live")
async def show_live(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> ServerSentEvent:
    """Say whenever the board has changed; the page fetches it by itself."""
    return ServerSentEvent(_changes(request, conference))


async def _changes(
    request: AnyRequest, conference: ConferenceFacts
) -> AsyncIterator[ServerSentEventMessage]:
    live: Live = request.app.state.live
    async with live.watching(conference.key) as changes:
        seen = await board_pulse(conference.id)
        yield ServerSentEventMessage(event="here", data="")
        async for _change in at_least_every(LOOKED_AT_EVERY, changes):
            pulse = await board_pulse(conference.id)
            if pulse == seen:
                continue
            if not await still_may(request, Right.MODERATE, scope=conference.key):
                yield ServerSentEventMessage(event="ended", data="")
                return
            seen = pulse
            yield ServerSentEventMessage(event="changed", data="")


router = Router(
    path="/conferences/{key:str}/board",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_board, show_live],
    include_in_schema=False,
)
