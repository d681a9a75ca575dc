"""One question of the feedback: its form."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.attendance.actions.ask_feedback import save_question
from lip.attendance.pages.feedback_questions import Values
from lip.attendance.pages.feedback_words import KIND_WORDS
from lip.attendance.queries.feedback import questions_of
from lip.attendance.rules.feedback import MOST_OPTIONS, Question, QuestionKind
from lip.attendance.rules.usual_questions import QuestionWish
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotFound
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _, spoken


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
    label = form.said("label", most=200, required_in=spoken(conference.language))
    options: tuple[tuple[str, Said], ...] = ()
    if kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}:
        options = _options(form)
        if len(options) < 2:
            form.refuse(
                f"options-{spoken(conference.language)}",
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
        main=spoken(conference.language),
    )


router = Router(
    path="/conferences/{key:str}/feedback/questions",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_new, send_new, show_question, send_question],
    include_in_schema=False,
)
