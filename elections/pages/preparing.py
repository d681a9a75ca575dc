"""What the election board does first: say what is elected, and by which rule."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from elections.actions.prepare import change_election, prepare_election
from elections.actions.wish import ElectionWish, wish_faults
from elections.pages.place import provide_election
from elections.pages.wish_form import Typed, read_wish, values_of, wish_of
from elections.queries.elections import ElectionFacts, elections_of
from elections.rules.planning import Method
from elections.words import (
    BOARD_HINTS,
    BOARDS,
    COMPLETIONS,
    ENTITLED,
    METHOD_HINTS,
    METHODS,
    STAGES,
    STANDING_RULES,
    TIES,
)
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.registration.queries.forms import groups_of
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _, current_language

COMMON = frozenset({Method.BLOCK, Method.LIMITED, Method.SNTV, Method.APPROVAL})
"""The methods that most halls use; the others unfold."""


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
    values = values_of(ElectionWish(title=Said(), seats=4), conference.zone)
    return await _form_page(request, conference, values)


@post("/new", name="running.prepare", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Prepare a new election; sent twice it is made once."""
    form = await read_form(request)
    typed = _read(request, form, conference)
    if form and not form.raw("more"):
        number = await prepare_election(
            typed.wish,
            conference=conference,
            by=identity.actor,
            now=now,
            request=form.request_key(),
        )
        return redirect(request, "running.show", key=conference.key, number=number)
    return await _form_page(request, conference, typed.values, errors=_errors(form))


@get("/{number:int}/change", name="running.edit")
async def show_change(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Show the form of an election that is being prepared."""
    values = values_of(wish_of(election), conference.zone)
    return await _form_page(request, conference, values, election=election)


@post("/{number:int}/change", name="running.change", status_code=200)
async def send_change(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change what is prepared."""
    form = await read_form(request)
    typed = _read(request, form, conference)
    if form and not form.raw("more"):
        await change_election(
            election, typed.wish, conference=conference, by=identity.actor, now=now
        )
        return redirect(
            request, "running.show", key=election.key, number=election.number
        )
    return await _form_page(
        request, conference, typed.values, election=election, errors=_errors(form)
    )


def _read(request: AnyRequest, form: Form, conference: ConferenceFacts) -> Typed:
    """Read the form, and put what cannot be beside its field."""
    typed = read_wish(form, conference.zone)
    for fault in wish_faults(typed.wish, zone=conference.zone):
        refusal = Unusable(fault.code, **fault.facts)
        name = f"title-{conference.language}" if fault.at == "title" else fault.at
        form.refuse(name, request.app.state.sentences.say(refusal))
    return typed


def _errors(form: Form) -> Mapping[str, str]:
    """Give the mistakes; who only asks for more lines is not told of them yet."""
    return {} if form.raw("more") else form.errors


async def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Mapping[str, object],
    *,
    election: ElectionFacts | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    methods = [(m.value, _(w), _(METHOD_HINTS[m])) for m, w in METHODS.items()]
    common = [one for one in methods if Method(one[0]) in COMMON]
    return page(
        request,
        "elections/form.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        values=values,
        errors=errors or {},
        tongues=list(LANGUAGES.values()),
        common=common,
        methods=[one for one in methods if one not in common],
        completions=[(one.value, _(word)) for one, word in COMPLETIONS.items()],
        ties=[(one.value, _(word)) for one, word in TIES.items()],
        standing=[(one.value, _(word)) for one, word in STANDING_RULES.items()],
        boards=[(b.value, _(w), _(BOARD_HINTS[b])) for b, w in BOARDS.items()],
        entitled=[(one.value, _(word)) for one, word in ENTITLED.items()],
        groups=[("", _("bitte wählen")), *await _groups(conference)],
        request_key=uuid4(),
    )


async def _groups(conference: ConferenceFacts) -> list[tuple[str, str]]:
    language = current_language()
    return [
        (str(one.id), one.name.pick(language, conference.language).text)
        for one in await groups_of(conference)
    ]


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[list_elections, show_new, send_new, show_change, send_change],
    include_in_schema=False,
)
