"""One card of the board: all of its words, and everything that can be done with it."""

from uuid import uuid4

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template

from lip.accounts.guards import requires_moderator
from lip.conference.pages.language_names import said_language
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.fields.queries.fields import all_fields
from lip.web.page import AnyRequest, page, wants_fragment
from proposals.board.pages.board_page import card_in
from proposals.board.pages.columns import column_name, spoken
from proposals.board.queries.board import board_of
from proposals.board.queries.board_shown import merged_into


@get("/{number:int}", name="pinboard.card")
async def show_card(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show all of a card, and what can be done with it."""
    view = await board_of(conference.id)
    card = card_in(view, number)
    merged = await merged_into(card.id) if card.merged else ()
    sheet = wants_fragment(request, "sheet")
    return page(
        request,
        "proposals/board/card_sheet.html" if sheet else "proposals/board/card.html",
        conference=conference,
        card=card,
        said_language=said_language(card.wording.language)
        if card.wording.language
        else "",
        merged=merged,
        columns=[(one.number, column_name(one, conference)) for one in view.columns],
        fields=[
            (str(one.id), spoken(one.name, conference))
            for one in await all_fields()
            if not one.closed or one.id == card.field
        ],
        facts=view.facts,
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/board/cards",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_card],
    include_in_schema=False,
)
