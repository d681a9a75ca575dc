"""The questions of the feedback, and from when to when they are asked."""

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
from lip.attendance.actions.ask_feedback import (
    ask_usual_questions,
    open_feedback,
    remove_question,
)
from lip.attendance.pages.feedback_words import KIND_WORDS
from lip.attendance.pages.terms import local_value
from lip.attendance.queries.feedback import questions_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.feedback import Question
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _, current_language, spoken

Values = Mapping[str, Any]


@get("/", name="feedback.questions")
async def show_questions(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the questions, and when they are asked."""
    terms = await terms_of(conference)
    values = {
        "opens_at": local_value(terms.feedback_opens_at, conference),
        "closes_at": local_value(terms.feedback_closes_at, conference),
        "intro": terms.feedback_intro,
    }
    return await _list_page(request, conference, values)


@post("/times", name="feedback.set_times", status_code=200)
async def send_times(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Set from when to when feedback is taken."""
    form = await read_form(request)
    opens_at = form.moment("opens_at", conference.zone)
    closes_at = form.moment("closes_at", conference.zone)
    intro = form.said("intro", most=600, lines=True)
    if opens_at and closes_at and closes_at <= opens_at:
        form.refuse("closes_at", _("Das Ende muss nach dem Anfang liegen."))
    if form.errors:
        values = {
            "opens_at": form.raw("opens_at")[:40],
            "closes_at": form.raw("closes_at")[:40],
            "intro": {tag: form.raw(f"intro-{tag}")[:2000] for tag in LANGUAGES},
        }
        return await _list_page(request, conference, values, form.errors)
    await open_feedback(
        conference=conference,
        opens_at=opens_at,
        closes_at=closes_at,
        intro=intro,
        by=identity.actor,
        now=now,
    )
    return redirect(request, "feedback.questions", key=conference.key)


@post("/usual", name="feedback.usual")
async def send_usual(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take the usual questions."""
    await ask_usual_questions(conference=conference, by=identity.actor, now=now)
    return redirect(request, "feedback.questions", key=conference.key)


@post("/{question:uuid}/remove", name="feedback.remove_question")
async def send_removal(
    request: AnyRequest,
    question: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove a question with what was answered to it."""
    await remove_question(question, conference=conference, by=identity.actor, now=now)
    return redirect(request, "feedback.questions", key=conference.key)


async def _list_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    questions = await questions_of(conference)
    return page(
        request,
        "attendance/feedback_questions.html",
        status=422 if errors else 200,
        conference=conference,
        lines=_lines(questions, conference),
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
    )


def _lines(
    questions: Sequence[Question], conference: ConferenceFacts
) -> Sequence[Mapping[str, object]]:
    return [
        {
            "id": one.id,
            "label": one.label.pick(current_language(), conference.language),
            "kind": _(KIND_WORDS[one.kind]),
            "languages": ", ".join(
                LANGUAGES[tag].name for tag in one.label if tag in LANGUAGES
            ),
        }
        for one in questions
    ]


router = Router(
    path="/conferences/{key:str}/feedback/questions",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_questions, send_times, send_usual, send_removal],
    include_in_schema=False,
)
