"""One cluster: name it, describe it, merge, split, order and close it."""

from collections.abc import Sequence
from typing import Final
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound, Unusable
from lip.fields.queries.fields import all_fields
from lip.said import Said
from lip.web.forms import Form
from lip.web.page import AnyRequest, page, wants_fragment
from proposals.board.actions.arrange_clusters import (
    close_cluster,
    merge_clusters,
    name_cluster,
    open_cluster,
    order_clusters,
    split_cluster,
)
from proposals.board.actions.assign_field import assign_field
from proposals.board.actions.deed import Deed
from proposals.board.actions.suggest import suggest_split
from proposals.board.pages.acting import provide_deed, provide_form
from proposals.board.pages.board_page import answer_act
from proposals.board.pages.columns import column_name, spoken
from proposals.board.pages.picked import (
    is_number,
    picked_cards,
    picked_cluster,
    picked_field,
)
from proposals.board.queries.board import Column, board_of

LONGEST_NAME: Final = 120
LONGEST_SUMMARY: Final = 1000


@get("/{number:int}", name="pinboard.cluster")
async def show_cluster(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    parts: FromQuery[bool] = False,
) -> Template:
    """Show a cluster and what can be done with it; with `parts`, how to split it."""
    view = await board_of(conference.id)
    cluster = _cluster_in(view.columns, number)
    sheet = wants_fragment(request, "sheet")
    return page(
        request,
        "proposals/board/cluster_sheet.html"
        if sheet
        else "proposals/board/cluster.html",
        conference=conference,
        cluster=cluster,
        name=column_name(cluster, conference),
        place=view.columns.index(cluster),
        columns=[(one.number, column_name(one, conference)) for one in view.columns],
        fields=[
            (str(one.id), spoken(one.name, conference))
            for one in await all_fields()
            if not one.closed or one.id == cluster.field
        ],
        seen_parts=await suggest_split(conference.id, number) if parts else None,
        cards={card.number: card for card in cluster.cards},
        facts=view.facts,
        longest_name=LONGEST_NAME,
        longest_summary=LONGEST_SUMMARY,
        request_key=uuid4(),
    )


def _cluster_in(columns: Sequence[Column], number: int) -> Column:
    for column in columns:
        if column.number == number:
            return column
    raise NotFound("no_such_cluster", number=number)


@post("/", name="pinboard.open", status_code=200)
async def send_new(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
) -> Redirect | Template:
    """Open an empty cluster, with a name or without."""
    name = Said.of(**{deed.conference.language: form.text("name", most=LONGEST_NAME)})
    return await answer_act(
        request, deed.conference, open_cluster(name, deed=deed), anchor="end"
    )


@post("/{number:int}/name", name="pinboard.name", status_code=200)
async def send_name(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
    number: FromPath[int],
) -> Redirect | Template:
    """Name a cluster, and say what it is about."""
    name = form.said("name", most=LONGEST_NAME)
    summary = form.said("summary", most=LONGEST_SUMMARY, lines=True)
    if not form:
        raise Unusable("cluster_name_too_long", most=LONGEST_NAME)
    act = name_cluster(number, name, summary, deed=deed)
    return await answer_act(request, deed.conference, act, anchor=f"c{number}")


@post("/{number:int}/field", name="pinboard.field", status_code=200)
async def send_field(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
    number: FromPath[int],
) -> Redirect | Template:
    """Assign a cluster to a field of action."""
    act = assign_field(picked_field(form), clusters=[number], deed=deed)
    return await answer_act(request, deed.conference, act, anchor=f"c{number}")


@post("/{number:int}/merge", name="pinboard.merge", status_code=200)
async def send_merge(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
    number: FromPath[int],
) -> Redirect | Template:
    """Put all cards of a cluster into another one."""
    into = picked_cluster(form, "into")
    act = merge_clusters(number, into, deed=deed)
    return await answer_act(request, deed.conference, act, anchor=f"c{into}")


@post("/{number:int}/split", name="pinboard.split", status_code=200)
async def send_split(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
    number: FromPath[int],
) -> Redirect | Template:
    """Put chosen cards of a cluster into a new one beside it."""
    chosen = [card.number for card in picked_cards(form)]
    if not chosen:
        raise Unusable("nothing_chosen")
    name = Said.of(**{deed.conference.language: form.text("name", most=LONGEST_NAME)})
    act = split_cluster(number, chosen, name=name, deed=deed)
    return await answer_act(request, deed.conference, act, anchor=f"c{number}")


@post("/{number:int}/place", name="pinboard.place", status_code=200)
async def send_place(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
    number: FromPath[int],
) -> Redirect | Template:
    """Let a cluster stand before another one, or at the end."""
    order = await _order(form, deed.conference, number)
    act = order_clusters(order, deed=deed)
    return await answer_act(request, deed.conference, act, anchor=f"c{number}")


async def _order(form: Form, conference: ConferenceFacts, number: int) -> Sequence[int]:
    view = await board_of(conference.id)
    _cluster_in(view.columns, number)
    others = [one.number for one in view.columns if one.number != number]
    before = form.raw("before")
    wanted = int(before) if is_number(before) else 0
    at = others.index(wanted) if wanted in others else len(others)
    return [*others[:at], number, *others[at:]]


@post("/{number:int}/close", name="pinboard.close", status_code=200)
async def send_close(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    number: FromPath[int],
) -> Redirect | Template:
    """Close a cluster without cards."""
    return await answer_act(request, deed.conference, close_cluster(number, deed=deed))


router = Router(
    path="/conferences/{key:str}/board/clusters",
    guards=[requires_moderator],
    dependencies={
        "conference": Provide(provide_conference),
        "form": Provide(provide_form),
        "deed": Provide(provide_deed),
    },
    route_handlers=[
        show_cluster,
        send_new,
        send_name,
        send_field,
        send_merge,
        send_split,
        send_place,
        send_close,
    ],
    include_in_schema=False,
)
