"""Draw the board, whole or as the part that a script exchanges, and answer acts."""

from collections.abc import Awaitable, Mapping, Sequence
from typing import Final
from uuid import uuid4

from litestar.response import Redirect, Template

from lip.accounts.guards import find_identity
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound, Refusal
from lip.web.page import AnyRequest, page, redirect, wants_fragment
from lip.web.pages import prefixed
from lip.web.refusals import status_of
from proposals.board.pages.columns import shown_board
from proposals.board.pages.pins import drawing
from proposals.board.pages.script_words import script_words
from proposals.board.pages.step_words import said_stale, said_step
from proposals.board.queries.board import BoardView, Card, board_of
from proposals.board.queries.offers import places_barred, places_offered
from proposals.board.queries.suggestions import RunFacts
from proposals.board.rules.outcomes import Outcome, Stale, TakingBack
from proposals.board.rules.steps import Step
from proposals.board.rules.suggesting import RunState

MOST_TOPICS: Final = 10
LEAST_TOPICS: Final = 4
LEAST_PROPOSALS: Final = 4
"""Fewer cannot be told apart by a machine."""

BOARDS_KEPT: Final = 32


async def answer_act(
    request: AnyRequest,
    conference: ConferenceFacts,
    act: Awaitable[Outcome | TakingBack | None],
    *,
    anchor: str = "",
) -> Redirect | Template:
    """Do it, and show the board where she was, with a sentence where it went wrong."""
    try:
        outcome = await act
    except Refusal as refusal:
        sentence = request.app.state.sentences.say(refusal)
        status = status_of(refusal)
        return await board_page(request, conference, said=sentence, status=status)
    if isinstance(outcome, Stale):
        said = said_stale(outcome)
        return await board_page(request, conference, said=said, status=409)
    request.app.state.live.changed(conference.key)
    if wants_fragment(request, "board"):
        return await board_page(request, conference)
    answer = redirect(request, "pinboard.show", key=conference.key)
    answer.url += f"#{anchor}" if anchor else ""
    return answer


async def board_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    *,
    said: str = "",
    status: int = 200,
) -> Template:
    """Draw the board."""
    view = await board_of(conference.id)
    places = await _places(conference, view)
    run = view.run
    shown = shown_board(view, places, conference)
    fragment = wants_fragment(request, "board")
    cards_path = prefixed(request, "pinboard.arrange", key=conference.key)
    return page(
        request,
        "proposals/board/view.html" if fragment else "proposals/board/board.html",
        status=status,
        conference=conference,
        board=shown,
        draw=drawing(request, cards_path),
        said=said,
        facts=view.facts,
        undo=_step(view.facts.undoable),
        redo=_step(view.facts.redoable),
        run=run if run and run.state in {RunState.WAITING, RunState.RUNNING} else None,
        failed=run is not None and run.state is RunState.FAILED,
        fresh=_is_fresh(view, run),
        topics=range(LEAST_TOPICS, MOST_TOPICS + 1),
        enough=shown.many >= LEAST_PROPOSALS,
        request_key=uuid4(),
        script_words=script_words(),
        whose=await _whose(request),
    )


async def _whose(request: AnyRequest) -> str:
    """Name whose steps the browser keeps, so that nobody sends those of another."""
    identity = await find_identity(request)
    return identity.actor.id.hex if identity and identity.actor.id else ""


_OFFERED: dict[int, Mapping[int, tuple[int, int]]] = {}


async def _places(
    conference: ConferenceFacts, view: BoardView
) -> Mapping[int, tuple[int, int]]:
    """Ask for places only when the cards lie otherwise than before."""
    if not view.unplaced or not any(column.cards for column in view.columns):
        return {}
    cards = tuple((column.number, column.cards) for column in view.columns)
    barred = await places_barred(conference.id)
    state = hash((conference.id, cards, view.unplaced, barred))
    if state not in _OFFERED:
        if len(_OFFERED) >= BOARDS_KEPT:
            _OFFERED.clear()
        _OFFERED[state] = await places_offered(conference.id, barred=barred)
    return _OFFERED[state]


def card_in(view: BoardView, number: int) -> Card:
    """Find a card wherever it lies, by its main topic if it has several."""
    everywhere = [*view.unplaced, *(card for one in view.columns for card in one.cards)]
    found = [card for card in everywhere if card.number == number]
    if not found:
        raise NotFound("no_such_proposal", number=number)
    return min(found, key=lambda card: card.rank)


def _step(step: tuple[int, Step] | None) -> Sequence[str]:
    """Give number and name of a step, or nothing."""
    return (str(step[0]), said_step(step[1])) if step else ()


def _is_fresh(view: BoardView, run: RunFacts | None) -> bool:
    """Tell whether the newest thing on the board is a suggestion of the machine."""
    newest = view.facts.undoable
    return run is not None and newest is not None and newest[1] is Step.SUGGESTED
