"""Editors and moderators say what became of a proposal, and take it back."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator_or_editor
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.saving import USUAL, saved
from lip.words import LANGUAGES, _, current_language
from proposals.actions.follow_up import (
    LONGEST_ANSWER,
    LONGEST_PLAN_TITLE,
    Answer,
    say_what_became,
)
from proposals.actions.take_back_answer import take_back_answer
from proposals.pages.shown import shown_proposal
from proposals.pages.ways import way_in_words
from proposals.queries.following import standing_answers, ways_of
from proposals.rules.following import Became
from proposals.words import BECAME


@get("/", name="answers.show")
async def show_answer(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show the forms for an answer, beside the way so far."""
    return await _page(request, conference, number, Form({}))


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
    say = partial(
        say_what_became,
        number,
        _answer(form),
        conference=conference,
        by=identity.actor,
        now=now,
        request=form.request_key(),
    )
    reason = f"reason-{conference.language}"
    if await saved(
        request, form, say, {USUAL: reason, "answer_address_unusable": "address"}
    ):
        return _done(request, conference, number)
    return await _page(request, conference, number, form)


@post("/take-back", name="answers.take_back", status_code=200)
async def send_take_back(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Take an answer back for a reason; what a trace told goes with the trace."""
    form = await read_form(request)
    answer = await _chosen(request, form)
    reason = form.said("back", most=LONGEST_ANSWER, lines=True)
    if answer:
        take_back = partial(
            take_back_answer,
            answer,
            reason,
            conference=conference,
            by=identity.actor,
            now=now,
            request=form.request_key("back_request"),
        )
        of_reason = {"taken_back_without_reason": f"back-{conference.language}"}
        if await saved(request, form, take_back, {USUAL: "answer", **of_reason}):
            return _done(request, conference, number)
    return await _page(request, conference, number, form)


def _answer(form: Form) -> Answer:
    return Answer(
        became=form.choice("became", Became, default=Became.TAKEN_UP),
        reason=form.said("reason", most=LONGEST_ANSWER, lines=True),
        title=form.said("title", most=LONGEST_PLAN_TITLE),
        address=form.text("address", most=300),
    )


async def _chosen(request: AnyRequest, form: Form) -> UUID | None:
    try:
        chosen = UUID(form.raw("answer"))
    except ValueError:
        form.refuse("answer", _("Bitte wählen Sie die Antwort, die nicht mehr gilt."))
        return None
    if await request.app.state.told_with_traces([chosen]):
        form.refuse(
            "answer",
            _("Diese Antwort gehört zu einer Spur. Bitte entfernen Sie die Spur."),
        )
    return chosen


def _done(request: AnyRequest, conference: ConferenceFacts, number: int) -> Redirect:
    request.app.state.live.changed(conference.key)
    done = redirect(request, "proposal.show", key=conference.key, number=number)
    done.url += "#became"
    return done


async def _page(
    request: AnyRequest, conference: ConferenceFacts, number: int, form: Form
) -> Template:
    proposal = await shown_proposal(conference, number)
    ways = await ways_of([proposal.id], request.app.state.tracers)
    way = ways[proposal.id]
    return page(
        request,
        "proposals/answer.html",
        status=422 if form.errors else 200,
        conference=conference,
        proposal=proposal,
        way=way_in_words(request, way, main=conference.language),
        choices=[(one.value, _(BECAME[one])) for one in Became],
        became=form.raw("became"),
        answer=_answer(form),
        given=await _given(request, proposal.id, main=conference.language),
        chosen=form.raw("answer"),
        back=form.said("back"),
        tongues=list(LANGUAGES.values()),
        request_key=form.request_key(),
        back_key=form.request_key("back_request"),
        errors=form.errors,
    )


async def _given(
    request: AnyRequest, proposal: UUID, *, main: str
) -> Sequence[tuple[str, str, str]]:
    """List the answers that can be taken back: those that no trace told."""
    answers = await standing_answers(proposal)
    with_traces = await request.app.state.told_with_traces(answers)
    return [
        (
            str(one),
            _(BECAME[Became(step.state.value)]),
            Said(step.reason).pick(current_language(), main).text,
        )
        for one, step in answers.items()
        if one not in with_traces
    ]


router = Router(
    path="/conferences/{key:str}/proposals/{number:int}/answer",
    guards=[requires_moderator_or_editor],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_answer, send_answer, send_take_back],
    include_in_schema=False,
)
