"""What the election board does: prepare, admit, open, close."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from elections.actions.close_polls import OFFICERS, agree_to_close
from elections.actions.open_polls import entitled_people, open_polls
from elections.actions.prepare import (
    ElectionWish,
    NominationWish,
    change_election,
    nominate,
    prepare_election,
    withdraw_nomination,
)
from elections.queries.elections import (
    ElectionFacts,
    agreed_officers,
    election_of,
    elections_of,
    nominations_of,
    turnout_of,
)
from elections.rules.planning import Method
from elections.rules.record import Board
from elections.rules.stages import Entitled, PollStage, PollStep
from elections.words import (
    BOARD_HINTS,
    BOARDS,
    ENTITLED,
    METHODS,
    STAGES,
    rule_in_words,
)
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotAllowed, Unusable
from lip.keys import Keys
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


@get("/{number:int}", name="running.show")
async def show_election(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Template:
    """Show how far an election is and what is to be done."""
    election = await election_of(conference.id, number)
    return await _election_page(request, conference, election, identity, now=now)


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
            return _back(request, election)
    values = _typed(form, wish)
    return _form_page(
        request, conference, values, election=election, errors=form.errors
    )


@post("/{number:int}/nominations", name="running.nominate", status_code=200)
async def send_nomination(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Admit somebody who stands."""
    election = await election_of(conference.id, number)
    form = await read_form(request)
    wish = NominationWish(
        name=form.text("name", most=200),
        association=form.text("association", most=200),
        statement=form.said("statement", most=2000, lines=True),
    )
    if form:
        try:
            await nominate(
                election,
                wish,
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except Unusable as refusal:
            form.refuse("name", request.app.state.sentences.say(refusal))
        else:
            return _back(request, election)
    return await _election_page(
        request, conference, election, identity, now=now, errors=form.errors, wish=wish
    )


@post(
    "/{number:int}/nominations/{stands:int}/withdraw",
    name="running.withdraw",
    status_code=200,
)
async def send_withdrawal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    stands: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Note that somebody does not stand any more."""
    election = await election_of(conference.id, number)
    await withdraw_nomination(election, stands, by=identity.actor, now=now)
    return _back(request, election)


@post("/{number:int}/open", name="running.open", status_code=200)
async def send_open(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Freeze the roll and open the polls."""
    election = await election_of(conference.id, number)
    try:
        await open_polls(
            election, conference=conference, keys=keys, by=identity.actor, now=now
        )
    except Unusable as refusal:
        errors = {"open": request.app.state.sentences.say(refusal)}
        return await _election_page(
            request, conference, election, identity, now=now, errors=errors
        )
    request.app.state.live.changed(conference.key)
    return _back(request, election)


@post("/{number:int}/close", name="running.close", status_code=200)
async def send_close(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect:
    """Agree that the polls close; they do when a second officer agrees."""
    election = await election_of(conference.id, number)
    if identity.person is None:
        raise NotAllowed("not_your_role")
    await agree_to_close(
        election, officer=identity.person, keys=keys, by=identity.actor, now=now
    )
    request.app.state.live.changed(conference.key)
    return _back(request, election)


def _back(request: AnyRequest, election: ElectionFacts) -> Redirect:
    return redirect(request, "running.show", key=election.key, number=election.number)


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


async def _election_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    identity: Identity,
    *,
    now: datetime,
    errors: Mapping[str, str] | None = None,
    wish: NominationWish | None = None,
) -> Template:
    prepared = election.stage is PollStage.PREPARED
    agreed = await agreed_officers(election.id, PollStep.CLOSE)
    people = (
        len(await entitled_people(election.entitled, conference, now=now))
        if prepared
        else election.roll_size
    )
    return page(
        request,
        "elections/run.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        stage=_(STAGES[election.stage]),
        standing=await nominations_of(election.id),
        turnout=await turnout_of(election),
        people=people,
        entitled=_(ENTITLED[election.entitled]),
        board=_(BOARDS[election.board]),
        rule=rule_in_words(election),
        agreed=len(agreed),
        officers=OFFICERS,
        agreed_oneself=identity.person in agreed,
        errors=errors or {},
        wish=wish or NominationWish(name=""),
        tongues=list(LANGUAGES.values()),
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        list_elections,
        show_new,
        send_new,
        show_election,
        show_change,
        send_change,
        send_nomination,
        send_withdrawal,
        send_open,
        send_close,
    ],
    include_in_schema=False,
)
