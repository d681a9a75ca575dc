"""The board for the projector: large, quiet, in the languages it is written in."""

from collections.abc import Sequence
from typing import Final

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_moderator
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.page import AnyRequest, page, wants_fragment
from lip.words import LANGUAGES, current_language
from proposals.board.pages.columns import shown_board
from proposals.board.queries.board import BoardView, board_of
from proposals.board.rules.wall import wall_view

SECONDS: Final = 15
CARDS_AT_ONCE: Final = 8
"""As many as are ever seen below each other; what does not fit is counted."""


@get("/wall", name="pinboard.wall")
async def show_wall(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    part: FromQuery[int] = 1,
) -> Template:
    """Show some columns; the next ones, or the next language, follow by themselves."""
    view = await board_of(conference.id)
    board = shown_board(view, {}, conference)
    turn = wall_view(
        len(board.columns),
        part=part,
        language=current_language(),
        languages=_languages(view, conference),
    )
    language, following = turn.next
    fragment = wants_fragment(request, "board")
    return page(
        request,
        "proposals/board/wall_view.html" if fragment else "proposals/board/wall.html",
        conference=conference,
        columns=board.columns[turn.start : turn.end],
        board=board,
        turn=turn,
        most=CARDS_AT_ONCE,
        seconds=SECONDS,
        next_view=(
            f"/{language}/conferences/{conference.key}/board/wall?part={following}"
        ),
    )


def _languages(view: BoardView, conference: ConferenceFacts) -> Sequence[str]:
    """List the languages of the site in which a cluster has a name, in their order."""
    written = {tag for column in view.columns for tag in column.name}
    return [tag for tag in LANGUAGES if tag in written] or [conference.language]


router = Router(
    path="/conferences/{key:str}/board",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_wall],
    include_in_schema=False,
)
