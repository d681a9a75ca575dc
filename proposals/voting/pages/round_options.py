"""Choose what is put to the vote, and say what it costs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language
from proposals.voting.actions.plan_round import (
    MOST_OPTIONS,
    choose_options,
    chosen_of,
    set_costs,
)
from proposals.voting.pages.round_form import MOST_MONEY
from proposals.voting.queries.candidates import candidates_of
from proposals.voting.queries.rounds import RoundFacts, options_of, round_of
from proposals.voting.rules.choosing import Candidate, Choosing, chosen


@get("/options", name="round_options.show")
async def show_options(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show what may be put to the vote, and what is."""
    one = await round_of(conference.id, number)
    return await _options_page(request, conference, one)


@post("/options", name="round_options.choose", status_code=200)
async def send_options(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Put some to the vote."""
    one = await round_of(conference.id, number)
    form = await read_form(request)
    most = form.whole_number("most", least=1, most=MOST_OPTIONS, default=10)
    if form:
        found = chosen(
            await candidates_of(one.conference, one.subject),
            form.choice("how", Choosing, default=Choosing.PICKED),
            picked=_ids(form.all("picked")),
            fields=_ids(form.all("fields")),
            most=most,
        )
        try:
            await choose_options(
                one, [each.id for each in found], by=identity.actor, now=now
            )
        except Unusable as refusal:
            form.refuse("how", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "rounds.show", key=conference.key, number=number)
    return await _options_page(request, conference, one, form=form)


@post("/costs", name="round_options.costs", status_code=200)
async def send_costs(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Say what the options cost."""
    one = await round_of(conference.id, number)
    form = await read_form(request)
    costs = {
        option.position: form.whole_number(f"cost-{option.position}", most=MOST_MONEY)
        for option in await options_of(one.id)
    }
    if form:
        await set_costs(one, costs, by=identity.actor, now=now)
        return redirect(request, "rounds.show", key=conference.key, number=number)
    return await _costs_page(request, conference, one, form)


@get("/costs", name="round_options.show_costs")
async def show_costs(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Ask what the options cost."""
    one = await round_of(conference.id, number)
    return await _costs_page(request, conference, one, Form({}))


def _ids(texts: Sequence[str]) -> frozenset[UUID]:
    found = set()
    for text in texts:
        try:
            found.add(UUID(text))
        except ValueError:
            continue
    return frozenset(found)


async def _options_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: RoundFacts,
    *,
    form: Form | None = None,
) -> Template:
    candidates = await candidates_of(one.conference, one.subject)
    picked = _ids(form.all("picked")) if form else frozenset(await chosen_of(one.id))
    return page(
        request,
        "voting/round_options.html",
        status=422 if form and form.errors else 200,
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        candidates=candidates,
        picked=picked,
        fields=_fields(candidates),
        how=form.raw("how") if form else Choosing.PICKED.value,
        most=form.raw("most")[:6] if form else "10",
        errors=form.errors if form else {},
    )


def _fields(candidates: Sequence[Candidate]) -> Mapping[UUID, str]:
    """Name the fields of action that candidates belong to."""
    language = current_language()
    return {
        one.field: one.field_name.pick(language, "de").text
        for one in candidates
        if one.field is not None
    }


async def _costs_page(
    request: AnyRequest, conference: ConferenceFacts, one: RoundFacts, form: Form
) -> Template:
    return page(
        request,
        "voting/round_costs.html",
        status=422 if form.errors else 200,
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        options=await options_of(one.id),
        typed={name: form.raw(name)[:12] for name in form.names()},
        errors=form.errors,
    )


router = Router(
    path="/conferences/{key:str}/rounds/{number:int}",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_options, send_options, show_costs, send_costs],
    include_in_schema=False,
)
