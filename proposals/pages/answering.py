"""Editors and moderators say what became of a proposal."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator_or_editor
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal, Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _
from proposals.actions.follow_up import (
    LONGEST_ANSWER,
    LONGEST_PLAN_TITLE,
    Answer,
    say_what_became,
)
from proposals.pages.shown import shown_proposal
from proposals.pages.ways import way_in_words
from proposals.queries.following import ways_of
from proposals.rules.following import Became
from proposals.words import BECAME


@get("/", name="answers.show")
async def show_answer(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show the form for an answer, below the way so far."""
    empty = Answer(became=Became.TAKEN_UP)
    return await _page(request, conference, number, empty, request_key=uuid4())


@post("/", name="answers.say", status_code=200)
async def send_answer(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add an answer; sent twice it is there once."""
    form = await read_form(request)
    if not form.raw("became"):
        form.refuse("became", _("Bitte wählen Sie, was daraus wurde."))
    answer, key = _answer(form), form.request_key()
    if form:
        try:
            await say_what_became(
                number,
                answer,
                conference=conference,
                by=identity.actor,
                now=now,
                request=key,
            )
        except Unusable as refusal:
            _refuse(request, form, refusal, main=conference.language)
        else:
            request.app.state.live.changed(conference.key)
            done = redirect(request, "proposal.show", key=conference.key, number=number)
            done.url += "#became"
            return done
    return await _page(
        request,
        conference,
        number,
        answer,
        became=form.raw("became"),
        request_key=key,
        errors=form.errors,
    )


def _answer(form: Form) -> Answer:
    return Answer(
        became=form.choice("became", Became, default=Became.TAKEN_UP),
        reason=form.said("reason", most=LONGEST_ANSWER, lines=True),
        title=form.said("title", most=LONGEST_PLAN_TITLE),
        address=form.text("address", most=300),
    )


def _refuse(request: AnyRequest, form: Form, refusal: Refusal, *, main: str) -> None:
    of_address = refusal.code == "answer_address_unusable"
    field = "address" if of_address else f"reason-{main}"
    form.refuse(field, request.app.state.sentences.say(refusal))


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    number: int,
    answer: Answer,
    *,
    request_key: UUID,
    became: str = "",
    errors: Mapping[str, str] | None = None,
) -> Template:
    proposal = await shown_proposal(conference, number)
    ways = await ways_of([proposal.id], request.app.state.tracers)
    way = ways[proposal.id]
    return page(
        request,
        "proposals/answer.html",
        status=422 if errors else 200,
        conference=conference,
        proposal=proposal,
        way=way_in_words(request, way, main=conference.language),
        choices=[(one.value, _(BECAME[one])) for one in Became],
        became=became,
        answer=answer,
        tongues=list(LANGUAGES.values()),
        request_key=request_key,
        errors=errors or {},
    )


router = Router(
    path="/conferences/{key:str}/proposals/{number:int}/answer",
    guards=[requires_moderator_or_editor],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_answer, send_answer],
    include_in_schema=False,
)
