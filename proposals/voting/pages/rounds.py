"""Prepare voting rounds, look at them, open and close them."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal, Unusable
from lip.registration.queries.forms import groups_of
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _, current_language
from proposals.voting.actions.hand_out import handed_out
from proposals.voting.actions.plan_round import change_round, make_round, remove_round
from proposals.voting.pages.ballot_view import terms_in_words
from proposals.voting.pages.moments import said_end
from proposals.voting.pages.round_form import (
    FIELD_OF,
    choices,
    read_wish,
    typed_values,
    usual_values,
    values_of,
)
from proposals.voting.queries.paper import sheets_of
from proposals.voting.queries.rounds import (
    RoundFacts,
    options_of,
    round_of,
    rounds_of,
    took_part,
    took_part_in,
)
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.rounds import Stage
from proposals.voting.words import CHANNELS, METHODS, STAGES, SUBJECTS, VOTERS


@get("/", name="rounds.list")
async def show_rounds(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """List the rounds of a conference."""
    people = await took_part_in(conference.id)
    lines = [
        {
            "round": one,
            "title": one.title.pick(current_language(), conference.language),
            "stage": _(STAGES[one.stage]),
            "method": _(METHODS[one.terms.method]),
            "people": people.get(one.id, 0),
            "ends": said_end(one.closes_at, conference.zone, now=now),
        }
        for one in await rounds_of(conference.id)
    ]
    return page(request, "voting/rounds.html", conference=conference, lines=lines)


@get("/new", name="rounds.new")
async def show_new(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Ask what a new round is to be."""
    return await _form_page(request, conference, None, usual_values())


@post("/new", name="rounds.create", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Prepare a round; then its options are chosen."""
    form = await read_form(request)
    wish = read_wish(form, conference)
    if form:
        try:
            made = await make_round(
                wish,
                conference=conference,
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except Unusable as refusal:
            refuse(request, form, refusal)
        else:
            return redirect(
                request, "round_options.show", key=conference.key, number=made.number
            )
    values = typed_values(form, wish)
    return await _form_page(request, conference, None, values, form=form)


@get("/{number:int}/edit", name="rounds.edit")
async def show_edit(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show what a round is to be, to change it."""
    one = await round_of(conference.id, number)
    return await _form_page(request, conference, one, values_of(one, conference))


@post("/{number:int}/edit", name="rounds.change", status_code=200)
async def send_change(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a round that is still prepared."""
    one = await round_of(conference.id, number)
    form = await read_form(request)
    wish = read_wish(form, conference)
    if form:
        try:
            await change_round(one, wish, by=identity.actor, now=now)
        except Unusable as refusal:
            refuse(request, form, refusal)
        else:
            return redirect(request, "rounds.show", key=conference.key, number=number)
    values = typed_values(form, wish)
    return await _form_page(request, conference, one, values, form=form)


@post("/{number:int}/remove", name="rounds.remove", status_code=200)
async def send_removal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove a round that never opened."""
    one = await round_of(conference.id, number)
    await remove_round(one, by=identity.actor, now=now)
    return redirect(request, "rounds.list", key=conference.key)


@get("/{number:int}", name="rounds.show")
async def show_round(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Template:
    """Show a round: what it asks, how far it is, and what can be done now."""
    one = await round_of(conference.id, number)
    return await round_page(request, conference, one, settings, now=now)


async def round_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: RoundFacts,
    settings: Settings,
    *,
    now: datetime,
    refusal: Refusal | None = None,
) -> Template:
    """Draw the page of a round; `refusal` is what has just not worked."""
    base = settings.base_url.rstrip("/")
    say = request.app.state.sentences.say
    return page(
        request,
        "voting/round.html",
        status=422 if refusal else 200,
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        stage=_(STAGES[one.stage]),
        facts=_facts(one),
        terms=terms_in_words(one.terms),
        ends=said_end(one.closes_at, conference.zone, now=now),
        over=one.stage is Stage.OPEN and not one.takes_votes(now),
        options=await options_of(one.id),
        people=[
            (_(CHANNELS[channel]), many)
            for channel, many in (await took_part(one.id)).items()
        ],
        handed=await handed_out(one),
        sheets=await sheets_of(one.id) if Channel.PAPER in one.channels else [],
        error=say(refusal) if refusal else "",
        tablet=f"{base}/c/{conference.key}/table-vote/{one.number}",
    )


def _facts(one: RoundFacts) -> Mapping[str, str]:
    ways = [_(CHANNELS[way]) for way in Channel if way in one.channels]
    return {
        _("Abgestimmt wird über"): _(SUBJECTS[one.subject]),
        _("Art"): _(METHODS[one.terms.method]),
        _("Abstimmen dürfen"): _(VOTERS[one.voters]),
        _("Wege"): ", ".join(ways),
        _("Zwischenstand"): _("für alle zu sehen")
        if one.results_live
        else _("verborgen bis zum Schluss"),
    }


def refuse(request: AnyRequest, form: Form, refusal: Refusal) -> None:
    """Say a refusal at the field that it is about."""
    field = FIELD_OF.get(refusal.code, "title-de")
    form.refuse(field, request.app.state.sentences.say(refusal))


async def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: RoundFacts | None,
    values: Mapping[str, object],
    *,
    form: Form | None = None,
) -> Template:
    errors = form.errors if form else {}
    return page(
        request,
        "voting/round_form.html",
        status=422 if errors else 200,
        conference=conference,
        round=one,
        values=values,
        errors=errors,
        tongues=list(LANGUAGES.values()),
        request_key=form.request_key() if form else uuid4(),
        **choices(await groups_of(conference), conference),
    )


router = Router(
    path="/conferences/{key:str}/rounds",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_rounds,
        show_new,
        send_new,
        show_round,
        show_edit,
        send_change,
        send_removal,
    ],
    include_in_schema=False,
)
