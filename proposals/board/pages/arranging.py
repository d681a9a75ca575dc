"""What is done with chosen cards: by a form, by dragging, by keys."""

from collections.abc import Sequence

from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.said import Said
from lip.web.forms import Form
from lip.web.page import AnyRequest, wants_fragment
from proposals.board.actions.arrange_cards import (
    add_topic,
    move,
    place_offered,
    remove,
)
from proposals.board.actions.arrange_clusters import gather_cards, split_cluster
from proposals.board.actions.assign_field import assign_field
from proposals.board.actions.deed import Deed
from proposals.board.actions.merge_proposals import merge_proposals, part_proposals
from proposals.board.pages.acting import provide_deed, provide_form
from proposals.board.pages.board_page import answer_act, card_in
from proposals.board.pages.picked import (
    Picked,
    is_number,
    picked_cards,
    picked_cluster,
    picked_field,
)
from proposals.board.queries.board import board_of
from proposals.board.rules.outcomes import Outcome, Unchanged


@post("/", name="pinboard.arrange", status_code=200)
async def send_cards(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
) -> Redirect | Template:
    """Do with the chosen cards what was asked."""
    cards = picked_cards(form)
    by_script = wants_fragment(request, "board")
    anchor = "" if by_script else await _where_she_was(deed.conference, cards)
    return await answer_act(
        request, deed.conference, _do(form, cards, deed), anchor=anchor
    )


async def _where_she_was(conference: ConferenceFacts, cards: Sequence[Picked]) -> str:
    """Give the card that followed the chosen ones, or else the top of their column."""
    if not cards:
        return "c0"
    here = cards[0].cluster
    view = await board_of(conference.id)
    columns = {0: view.unplaced} | {one.number: one.cards for one in view.columns}
    order = [card.number for card in columns.get(here, ())]
    chosen = {card.number for card in cards}
    at = order.index(cards[0].number) if cards[0].number in order else len(order)
    following = [number for number in order[at:] if number not in chosen]
    return f"p{following[0]}" if following else f"c{here}"


async def _do(form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    place = form.raw("place")
    if place == "all":
        return await place_offered(deed=deed)
    if is_number(place):
        return await place_offered([int(place)], deed=deed)
    if not cards:
        raise Unusable("nothing_chosen")
    act = ACTS.get(form.raw("act"))
    if act is None:
        raise Unusable("bad_request")
    return await act(form, cards, deed)


async def _move(form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    if form.raw("to") == "new":
        return await _apart(form, cards, deed)
    to = picked_cluster(form)
    if to == 0:
        return await _take_out(form, cards, deed)
    before = form.raw("before")
    return await move(
        _numbers(cards),
        to,
        origins=_origins(cards),
        before=int(before) if is_number(before) else None,
        deed=deed,
    )


async def _add(form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    return await add_topic(_numbers(cards), picked_cluster(form), deed=deed)


async def _take_out(_form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    out: dict[int, list[int]] = {}
    for card in cards:
        if card.cluster:
            out.setdefault(card.cluster, []).append(card.number)
    return await remove(out, deed=deed) if out else Unchanged()


async def _apart(_form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    """Put cards into a cluster of their own, beside the one they all come from."""
    numbers = _numbers(cards)
    clusters = {card.cluster for card in cards}
    if len(clusters) == 1 and 0 not in clusters:
        return await split_cluster(clusters.pop(), numbers, name=Said(), deed=deed)
    return await gather_cards(numbers, origins=_origins(cards), deed=deed)


async def _merge(form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    """Let the one named, or else the one most supported, speak for all."""
    numbers = _numbers(cards)
    into = form.raw("into")
    if is_number(into):
        speaker = int(into)
    elif len(numbers) < 2:
        raise Unusable("merge_needs_two")
    else:
        view = await board_of(deed.conference.id)
        chosen = [card_in(view, number) for number in numbers]
        speaker = max(chosen, key=lambda card: (card.support, -card.number)).number
    others = [number for number in numbers if number != speaker]
    return await merge_proposals(others, speaker, deed=deed)


async def _separate(_form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    return await part_proposals([card.number for card in cards], deed=deed)


async def _assign(form: Form, cards: Sequence[Picked], deed: Deed) -> Outcome:
    numbers = _numbers(cards)
    return await assign_field(picked_field(form), proposals=numbers, deed=deed)


def _numbers(cards: Sequence[Picked]) -> list[int]:
    return list(dict.fromkeys(card.number for card in cards))


def _origins(cards: Sequence[Picked]) -> dict[int, int]:
    """Say from which cluster each card is taken; a card chosen twice: the first."""
    return {card.number: card.cluster for card in reversed(cards) if card.cluster}


ACTS = {
    "move": _move,
    "add": _add,
    "remove": _take_out,
    "split": _apart,
    "merge": _merge,
    "part": _separate,
    "field": _assign,
}

router = Router(
    path="/conferences/{key:str}/board/cards",
    guards=[requires_moderator],
    dependencies={
        "conference": Provide(provide_conference),
        "form": Provide(provide_form),
        "deed": Provide(provide_deed),
    },
    route_handlers=[send_cards],
    include_in_schema=False,
)
