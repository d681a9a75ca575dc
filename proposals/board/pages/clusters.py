"""Clusters as everybody may read them: a map and the same as a list."""

from dataclasses import replace
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template

from lip.accounts.guards import requires_moderator
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.fields.queries.fields import all_fields
from lip.said import Spoken
from lip.web.page import AnyRequest, page
from lip.words import current_language
from proposals.board.pages.map_view import drawn_map
from proposals.board.queries.board import BoardView, board_of
from proposals.board.queries.board_map import BoardMap, board_map
from proposals.board.rules.machine_name import shortly

EACH = 20
MOST = 300
"""Beyond so many cards each cluster shows its first ones and has a page of its own."""


@get("/", name="clusters.list")
async def show_clusters(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show all clusters to everybody, once moderators have said so."""
    view = await _public_board(conference)
    long = sum(len(one.cards) for one in view.columns) > MOST
    columns = view.columns
    if long:
        columns = tuple(replace(one, cards=one.cards[:EACH]) for one in columns)
    found = await board_map(conference.id)
    return page(
        request,
        "proposals/board/clusters.html",
        conference=conference,
        columns=columns,
        sizes={one.number: len(one.cards) for one in view.columns},
        unplaced=view.unplaced,
        map=drawn_map(found),
        map_names=_names(found),
        fields=await _field_names(),
    )


@get("/{number:int}", name="clusters.show")
async def show_cluster(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show one cluster with everything in it."""
    view = await _public_board(conference)
    found = [one for one in view.columns if one.number == number]
    if not found:
        raise NotFound("no_such_cluster", number=number)
    return page(
        request,
        "proposals/board/one_cluster.html",
        conference=conference,
        cluster=found[0],
        sizes={number: len(found[0].cards)},
        fields=await _field_names(),
    )


@get("/", name="pinboard.map")
async def show_map(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the map to those who work on it."""
    found = await board_map(conference.id)
    return page(
        request,
        "proposals/board/map.html",
        conference=conference,
        columns=(await board_of(conference.id, everything=False)).columns,
        map=drawn_map(found),
        map_names=_names(found),
    )


async def _public_board(conference: ConferenceFacts) -> BoardView:
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=conference.key)
    view = await board_of(conference.id, everything=False)
    if not view.facts.public:
        raise NotFound("clusters_not_shown")
    return view


def _names(found: BoardMap) -> dict[int, str]:
    """Name clusters in the language of the page, by number."""
    language = current_language()
    return {
        one.number: f"{one.number} "
        f"{one.name.pick(language) or shortly(one.words, language)}".strip()
        for one in found.regions
    }


async def _field_names() -> dict[UUID, Spoken]:
    language = current_language()
    return {one.id: one.name.pick(language) for one in await all_fields()}


router = Router(
    path="/c/{key:str}/clusters",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_clusters, show_cluster],
    include_in_schema=False,
)

moderators_router = Router(
    path="/conferences/{key:str}/board/map",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_map],
    include_in_schema=False,
)
