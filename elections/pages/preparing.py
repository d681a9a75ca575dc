"""What the election board does first: say what is elected, and by which rule."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from elections.actions.prepare import (
    ElectionWish,
    change_election,
    prepare_election,
)
from elections.queries.elections import ElectionFacts, election_of, elections_of
from elections.rules.planning import Method
from elections.rules.record import Board
from elections.rules.stages import Entitled
from elections.words import BOARD_HINTS, BOARDS, ENTITLED, METHODS, STAGES
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _


@get("/", name="running.list")
async def list_elections(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the elections of a conference, for its election board."""
    elections = await elections_of(conference.id)
    return page(
        request,
        "elections/running.html",
        conference=conference,
        elections=[(one, _(STAGES[one.stage])) for one in elections],
    )


@get("/new", name="running.new")
async def show_new(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the form of a new election."""
    return _form_page(request, conference, _values(None))


@post("/new", name="running.prepare", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Prepare a new election; sent twice it is made once."""
    form = await read_form(request)
    wish = _wish(form)
    if form:
        try:
            number = await prepare_election(
                wish,
                conference=conference,
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except Unusable as refusal:
            _refuse(request, form, refusal, conference)
        else:
            return redirect(request, "running.show", key=conference.key, number=number)
    return _form_page(request, conference, _typed(form, wish), errors=form.errors)


@get("/{number:int}/change", name="running.edit")
async def show_change(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show the form of an election that is being prepared."""
    election = await election_of(conference.id, number)
    return _form_page(request, conference, _values(election), election=election)


@post("/{number:int}/change", name="running.change", status_code=200)
async def send_change(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change what is prepared."""
    election = await election_of(conference.id, number)
    form = await read_form(request)
    wish = _wish(form)
    if form:
        try:
            await change_election(election, wish, by=identity.actor, now=now)
        except Unusable as refusal:
            _refuse(request, form, refusal, conference)
        else:
            return redirect(
                request, "running.show", key=election.key, number=election.number
            )
    values = _typed(form, wish)
    return _form_page(
        request, conference, values, election=election, errors=form.errors
    )


def _refuse(
    request: AnyRequest, form: Form, refusal: Unusable, conference: ConferenceFacts
) -> None:
    fields = {"election_seats": "seats", "election_votes": "votes_each"}
    title = f"title-{conference.language}"
    said = request.app.state.sentences.say(refusal)
    form.refuse(fields.get(refusal.code, title), said)


def _wish(form: Form) -> ElectionWish:
    return ElectionWish(
        title=form.said("title", most=200),
        purpose=form.said("purpose", most=2000, lines=True),
        seats=form.whole_number("seats", least=1, most=40, default=1),
        method=form.choice("method", Method, default=Method.BLOCK),
        votes_each=form.whole_number("votes_each", least=1, most=40, default=1),
        board=form.choice("board", Board, default=Board.FULL),
        entitled=form.choice("entitled", Entitled, default=Entitled.PRESENT),
    )


def _values(election: ElectionFacts | None) -> Mapping[str, object]:
    return {
        "title": election.title if election else Said(),
        "purpose": election.purpose if election else Said(),
        "seats": election.seats if election else 4,
        "method": election.method if election else Method.BLOCK.value,
        "votes_each": election.votes_each if election else 1,
        "board": election.board if election else Board.FULL,
        "entitled": election.entitled if election else Entitled.PRESENT,
    }


def _typed(form: Form, wish: ElectionWish) -> Mapping[str, object]:
    return {
        "title": wish.title,
        "purpose": wish.purpose,
        "seats": form.raw("seats")[:10],
        "method": wish.method.value,
        "votes_each": form.raw("votes_each")[:10],
        "board": wish.board,
        "entitled": wish.entitled,
    }


def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Mapping[str, object],
    *,
    election: ElectionFacts | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "elections/form.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        values=values,
        errors=errors or {},
        tongues=list(LANGUAGES.values()),
        methods=[(one.value, _(word)) for one, word in METHODS.items()],
        boards=[(b.value, _(w), _(BOARD_HINTS[b])) for b, w in BOARDS.items()],
        entitled=[(one.value, _(word)) for one, word in ENTITLED.items()],
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[list_elections, show_new, send_new, show_change, send_change],
    include_in_schema=False,
)
