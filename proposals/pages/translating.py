"""Staff translate proposals one after the other, check and withdraw translations."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator_or_editor
from lip.accounts.rules.identity import Identity
from lip.conference.pages.language_names import said_language
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, current_language
from proposals.actions.translate import (
    Desk,
    check_translation,
    withdraw_translation,
    write_translation,
)
from proposals.pages.shown import shown_proposal
from proposals.pages.tongue_choices import known_tongue, tongue_choices
from proposals.pages.translation_form import (
    read_translation,
    seen_version,
    typed_translation,
)
from proposals.pages.translation_words import label_of
from proposals.queries.translations import (
    number_untranslated,
    translations_of,
    unchecked,
    untranslated,
)


@get("/", name="translations.queue")
async def show_queue(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    into: FromQuery[str] = "",
    after: FromQuery[int] = 0,
) -> Template:
    """Show the next proposal without a translation, and what is unchecked."""
    chosen = known_tongue(into) or current_language()
    after = min(max(after, 0), 1_000_000_000)
    return await _queue_page(request, conference, chosen, after=after)


@post("/", name="translations.next", status_code=200)
async def send_next(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Keep one translation and go on to the next."""
    form = await read_form(request)
    wording, number = read_translation(form), form.whole_number("number", most=10**9)
    desk = Desk(conference=conference, by=identity.actor, now=now)
    try:
        await write_translation(number, wording, seen=seen_version(form), desk=desk)
    except Unusable as refusal:
        errors = {"text": request.app.state.sentences.say(refusal)}
        into = wording.language or current_language()
        return await _queue_page(
            request, conference, into, after=number - 1, form=form, errors=errors
        )
    answer = redirect(request, "translations.queue", key=conference.key)
    answer.url += f"?into={wording.language}&after={number}"
    return answer


@get("/{number:int}", name="translations.edit")
async def show_edit(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    into: FromQuery[str] = "",
) -> Template:
    """Show one translation, to write it anew."""
    chosen = known_tongue(into) or current_language()
    return await _edit_page(request, conference, number, chosen)


@post("/{number:int}", name="translations.write", status_code=200)
async def send_edit(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Keep one translation."""
    form = await read_form(request)
    wording = read_translation(form)
    desk = Desk(conference=conference, by=identity.actor, now=now)
    try:
        await write_translation(number, wording, seen=seen_version(form), desk=desk)
    except Unusable as refusal:
        errors = {"text": request.app.state.sentences.say(refusal)}
        into = wording.language
        return await _edit_page(
            request, conference, number, into, form=form, errors=errors
        )
    return _to_proposal(request, conference, number, wording.language)


@post("/{number:int}/{tongue:str}/check", name="translations.check", status_code=200)
async def send_check(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    tongue: FromPath[str],
    now: NamedDependency[datetime],
) -> Redirect:
    """Say that a translation is right."""
    form = await read_form(request)
    desk = Desk(conference=conference, by=identity.actor, now=now)
    await check_translation(number, tongue, mark=form.raw("mark"), desk=desk)
    if form.ticked("queue"):
        answer = redirect(request, "translations.queue", key=conference.key)
        answer.url += f"?into={known_tongue(tongue)}#unchecked"
        return answer
    return _to_proposal(request, conference, number, tongue)


@post(
    "/{number:int}/{tongue:str}/withdraw",
    name="translations.withdraw",
    status_code=200,
)
async def send_withdrawal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    tongue: FromPath[str],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take a translation away."""
    desk = Desk(conference=conference, by=identity.actor, now=now)
    await withdraw_translation(number, tongue, desk=desk)
    return _to_proposal(request, conference, number, "")


def _to_proposal(
    request: AnyRequest, conference: ConferenceFacts, number: int, tongue: str
) -> Redirect:
    answer = redirect(request, "proposal.show", key=conference.key, number=number)
    known = known_tongue(tongue)
    answer.url += f"#t-{known}" if known else "#translations"
    return answer


async def _queue_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    into: str,
    *,
    after: int = 0,
    form: Form | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    found = await untranslated(conference.id, into, after=after)
    service = request.app.state.settings.translator_host
    return page(
        request,
        "proposals/translations_queue.html",
        status=422 if errors else 200,
        conference=conference,
        into=into,
        into_word=said_language(into),
        after=after,
        proposal=found[0] if found else None,
        left=await number_untranslated(conference.id, into),
        house=[
            (tag, said_language(tag), await number_untranslated(conference.id, tag))
            for tag in dict.fromkeys([*LANGUAGES, into])
        ],
        unchecked=[
            (one, label_of(one.there, service=service))
            for one in await unchecked(conference.id, into)
            if one.there
        ],
        tongues=tongue_choices(),
        values=typed_translation(form, None),
        errors=errors or {},
    )


async def _edit_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    number: int,
    into: str,
    *,
    form: Form | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    proposal = await shown_proposal(conference, number)
    there = await translations_of(proposal.id)
    known = next((one for one in there if one.language == into), None)
    return page(
        request,
        "proposals/translation_edit.html",
        status=422 if errors else 200,
        conference=conference,
        proposal=proposal,
        into=into,
        tongues=tongue_choices(without=proposal.wording.language),
        values=typed_translation(form, known),
        errors=errors or {},
    )


router = Router(
    path="/conferences/{key:str}/translations",
    guards=[requires_moderator_or_editor],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_queue,
        send_next,
        show_edit,
        send_edit,
        send_check,
        send_withdrawal,
    ],
    include_in_schema=False,
)
