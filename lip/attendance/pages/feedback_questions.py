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
    save_question,
)
from lip.attendance.pages.feedback_words import KIND_WORDS
from lip.attendance.pages.terms import local_value
from lip.attendance.queries.feedback import questions_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.feedback import MOST_OPTIONS, Question, QuestionKind
from lip.attendance.rules.usual_questions import QuestionWish
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotFound
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _, current_language

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


@get("/new", name="feedback.new_question")
async def show_new(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the form of a new question."""
    return _form_page(request, conference, None, _values(None))


@post("/new", name="feedback.create_question", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Ask one question more."""
    return await _save(request, conference, None, identity, now)


@get("/{question:uuid}", name="feedback.question")
async def show_question(
    request: AnyRequest,
    question: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show a question to change its words."""
    there = await _question(conference, question)
    return _form_page(request, conference, there, _values(there))


@post("/{question:uuid}", name="feedback.change_question", status_code=200)
async def send_question(
    request: AnyRequest,
    question: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change the words of a question."""
    there = await _question(conference, question)
    return await _save(request, conference, there, identity, now)


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


async def _save(
    request: AnyRequest,
    conference: ConferenceFacts,
    there: Question | None,
    identity: Identity,
    now: datetime,
) -> Redirect | Template:
    form = await read_form(request)
    wish = _wish(form, there, conference)
    if not form.errors:
        try:
            await save_question(
                there.id if there else None,
                wish,
                conference=conference,
                by=identity.actor,
                now=now,
            )
        except Conflict as refusal:
            form.refuse("label", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "feedback.questions", key=conference.key)
    return _form_page(request, conference, there, _typed(form), form.errors)


def _wish(
    form: Form, there: Question | None, conference: ConferenceFacts
) -> QuestionWish:
    kind = (
        there.kind
        if there
        else form.choice("kind", QuestionKind, default=QuestionKind.SCALE)
    )
    label = form.said("label", most=200, required_in=_main(conference))
    options: tuple[tuple[str, Said], ...] = ()
    if kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}:
        options = _options(form)
        if len(options) < 2:
            form.refuse(
                f"options-{_main(conference)}",
                _("Bitte schreiben Sie mindestens zwei Antworten, jede in eine Zeile."),
            )
    return QuestionWish(kind=kind, label=label, options=options)


def _options(form: Form) -> tuple[tuple[str, Said], ...]:
    """Read one option a line; the same line in each language is the same option."""
    texts = {
        tag: [
            line.strip()[:120]
            for line in form.text(f"options-{tag}", most=2000, lines=True).splitlines()
        ]
        for tag in LANGUAGES
    }
    longest = min(MOST_OPTIONS, max(len(lines) for lines in texts.values()))
    said = [
        Said({
            tag: lines[place]
            for tag, lines in texts.items()
            if place < len(lines) and lines[place]
        })
        for place in range(longest)
    ]
    return tuple((str(place), one) for place, one in enumerate(said, 1) if one)


def _values(question: Question | None) -> Values:
    if question is None:
        return {"kind": QuestionKind.SCALE.value, "label": {}, "options": {}}
    options = {
        tag: "\n".join(label.get(tag, "") for _value, label in question.options)
        for tag in LANGUAGES
    }
    written = {tag: text for tag, text in options.items() if text.strip()}
    return {
        "kind": question.kind.value,
        "label": question.label,
        "options": written,
    }


def _typed(form: Form) -> Values:
    return {
        "kind": form.raw("kind")[:20],
        "label": {tag: form.raw(f"label-{tag}")[:1000] for tag in LANGUAGES},
        "options": {tag: form.raw(f"options-{tag}")[:4000] for tag in LANGUAGES},
    }


async def _question(conference: ConferenceFacts, question: UUID) -> Question:
    for one in await questions_of(conference):
        if one.id == question:
            return one
    raise NotFound("unknown_question")


def _main(conference: ConferenceFacts) -> str:
    return conference.language if conference.language in LANGUAGES else "de"


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
        main=_main(conference),
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


def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    question: Question | None,
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "attendance/feedback_question.html",
        status=422 if errors else 200,
        conference=conference,
        question=question,
        values=values,
        errors=errors or {},
        kinds=[(kind.value, _(KIND_WORDS[kind])) for kind in QuestionKind],
        main=_main(conference),
    )


router = Router(
    path="/conferences/{key:str}/feedback/questions",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_questions,
        send_times,
        send_usual,
        show_new,
        send_new,
        show_question,
        send_question,
        send_removal,
    ],
    include_in_schema=False,
)
