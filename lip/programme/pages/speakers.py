"""Speakers of a conference: names with consent, functions, organisations."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotFound, Unusable
from lip.programme.actions.furnish import SpeakerWish, remove_speaker, save_speaker
from lip.programme.pages.programme_words import picked
from lip.programme.queries.sessions import speakers_of
from lip.programme.rules.sessions import SpeakerFacts
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, spoken

Values = Mapping[str, Any]


@get("/", name="speakers.list")
async def show_speakers(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the speakers, and offer a new one."""
    return _list_page(
        request, conference, await speakers_of(conference.id), _values(None)
    )


@post("/", name="speakers.create", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a speaker."""
    form = await read_form(request)
    if await _saved(request, form, None, conference, identity, now):
        return redirect(request, "speakers.list", key=conference.key)
    speakers = await speakers_of(conference.id)
    return _list_page(request, conference, speakers, _typed(form), form.errors)


@get("/{speaker:uuid}", name="speakers.edit")
async def show_speaker(
    request: AnyRequest,
    speaker: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show a speaker to change it."""
    there = await _speaker(conference, speaker)
    return _speaker_page(request, conference, there, _values(there))


@post("/{speaker:uuid}", name="speakers.change", status_code=200)
async def send_speaker(
    request: AnyRequest,
    speaker: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a speaker."""
    there = await _speaker(conference, speaker)
    form = await read_form(request)
    if await _saved(request, form, speaker, conference, identity, now):
        return redirect(request, "speakers.list", key=conference.key)
    return _speaker_page(request, conference, there, _typed(form), form.errors)


@post("/{speaker:uuid}/remove", name="speakers.remove")
async def send_remove(
    request: AnyRequest,
    speaker: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove a speaker and all that was kept of her."""
    await remove_speaker(speaker, conference=conference, by=identity.actor, now=now)
    request.app.state.live.changed(conference.key)
    return redirect(request, "speakers.list", key=conference.key)


async def _saved(
    request: AnyRequest,
    form: Form,
    speaker: UUID | None,
    conference: ConferenceFacts,
    identity: Identity,
    now: datetime,
) -> bool:
    wish = SpeakerWish(
        name=form.text("name", required=True),
        function=form.said("function"),
        organisation=form.text("organisation", most=300),
        may_be_named=form.ticked("may_be_named"),
    )
    if form.errors:
        return False
    try:
        await save_speaker(
            speaker, wish, conference=conference, by=identity.actor, now=now
        )
    except (Conflict, Unusable) as refusal:
        form.refuse("name", request.app.state.sentences.say(refusal))
        return False
    request.app.state.live.changed(conference.key)
    return True


async def _speaker(conference: ConferenceFacts, speaker: UUID) -> SpeakerFacts:
    for one in await speakers_of(conference.id):
        if one.id == speaker:
            return one
    raise NotFound("unknown_speaker")


def _values(speaker: SpeakerFacts | None) -> Values:
    if speaker is None:
        return {"name": "", "function": {}, "organisation": "", "may_be_named": False}
    return {
        "name": speaker.name,
        "function": speaker.function,
        "organisation": speaker.organisation,
        "may_be_named": speaker.may_be_named,
    }


def _typed(form: Form) -> Values:
    return {
        "name": form.raw("name")[:500],
        "function": {tag: form.raw(f"function-{tag}")[:500] for tag in LANGUAGES},
        "organisation": form.raw("organisation")[:500],
        "may_be_named": form.ticked("may_be_named"),
    }


def _list_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    speakers: Sequence[SpeakerFacts],
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "programme/speakers.html",
        status=422 if errors else 200,
        conference=conference,
        speakers=[(one, picked(one.function, conference)) for one in speakers],
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
    )


def _speaker_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    speaker: SpeakerFacts,
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "programme/speaker.html",
        status=422 if errors else 200,
        conference=conference,
        speaker=speaker,
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
    )


router = Router(
    path="/conferences/{key:str}/programme/speakers",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_speakers, send_new, show_speaker, send_speaker, send_remove],
    include_in_schema=False,
)
