"""Undo and redo steps, list them, ask the machine, and show the board to everybody."""

from typing import Final
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.queries import names_of
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal, Unusable
from lip.web.forms import Form
from lip.web.page import AnyRequest, page, redirect, wants_fragment
from lip.web.refusals import status_of
from proposals.board.actions.deed import Deed
from proposals.board.actions.publish import publish_clusters
from proposals.board.actions.suggest import ask_for_clusters
from proposals.board.actions.undo import redo, undo
from proposals.board.pages.acting import provide_deed, provide_form
from proposals.board.pages.board_page import (
    LEAST_TOPICS,
    MOST_TOPICS,
    answer_act,
    board_page,
)
from proposals.board.pages.picked import is_number
from proposals.board.pages.step_words import said_step
from proposals.board.queries.board import board_facts
from proposals.board.queries.board_shown import steps_of

TAKING_BACK: Final = {"undo": undo, "redo": redo}


@get("/steps", name="pinboard.steps")
async def show_steps(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show who did what when on the board."""
    steps = await steps_of(conference.id)
    return page(
        request,
        "proposals/board/steps.html",
        conference=conference,
        lines=[(one, said_step(one.step)) for one in steps],
        names=await names_of(one.by for one in steps if one.by),
        facts=await board_facts(conference.id),
        request_key=uuid4(),
    )


@post("/steps", name="pinboard.take_back", status_code=200)
async def send_back(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
) -> Redirect | Template:
    """Undo the newest step, or do the one again that was undone last."""
    act, number = TAKING_BACK.get(form.raw("act")), form.raw("number")
    if act is None or not is_number(number):
        raise Unusable("bad_request")
    return await answer_act(request, deed.conference, act(int(number), deed=deed))


@post("/suggest", name="pinboard.suggest", status_code=200)
async def send_wish(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
) -> Redirect | Template:
    """Ask the machine for clusters."""
    return await answer_act(request, deed.conference, _ask(form, deed))


async def _ask(form: Form, deed: Deed) -> None:
    raw = form.raw("topics")
    topics = int(raw) if is_number(raw) else 0
    fits = LEAST_TOPICS <= topics <= MOST_TOPICS
    await ask_for_clusters(topics=topics if fits else None, deed=deed)


@post("/publish", name="pinboard.publish", status_code=200)
async def send_publish(
    request: AnyRequest,
    deed: NamedDependency[Deed],
    form: NamedDependency[Form],
) -> Redirect | Template:
    """Show the clusters to everybody, or only to those who work on them."""
    try:
        await publish_clusters(public=form.ticked("public"), deed=deed)
    except Refusal as refusal:
        said = request.app.state.sentences.say(refusal)
        status = status_of(refusal)
        return await board_page(request, deed.conference, said=said, status=status)
    request.app.state.live.changed(deed.conference.key)
    if wants_fragment(request, "board"):
        return await board_page(request, deed.conference)
    return redirect(request, "pinboard.show", key=deed.conference.key)


router = Router(
    path="/conferences/{key:str}/board",
    guards=[requires_moderator],
    dependencies={
        "conference": Provide(provide_conference),
        "form": Provide(provide_form),
        "deed": Provide(provide_deed),
    },
    route_handlers=[show_steps, send_back, send_wish, send_publish],
    include_in_schema=False,
)
