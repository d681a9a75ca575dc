"""Questions for the grant, for organisers: what is asked, and what came of it."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.files.export import neutral
from lip.conference.pages.participants import file_answer
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.registration.actions.statistics import (
    add_question,
    change_question,
    question_in,
    remove_question,
)
from lip.registration.pages.sent import (
    options_sent,
    rows_of,
    typed_options,
    typed_said,
)
from lip.registration.queries.statistics import questions_of
from lip.registration.rules.forms import UNSAID
from lip.registration.rules.small_counts import LEAST
from lip.registration.rules.statistics import UNSAID_VALUE, QuestionFacts
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A question with its counts in words; None is hidden."""

    question: QuestionFacts
    rows: Sequence[tuple[str, int | None]]
    total: int | None


def result_of(question: QuestionFacts, *, public: bool) -> Result:
    """Put the counts of a question into words, with the small ones hidden if public."""
    shown = question.publishable() if public else None
    counts = shown.counts if shown else question.numbers
    labels = [option_label(question, value) for value in question.values]
    return Result(
        question=question,
        rows=list(zip(labels, counts, strict=True)),
        total=shown.total if shown else question.total,
    )


def option_label(question: QuestionFacts, value: str) -> str:
    """Say an option in the language of the page."""
    if value == UNSAID_VALUE:
        return _("keine Angabe")
    found = next(one for one in question.options if one.value == value)
    return found.label.pick(current_language()).text


@get("/", name="statistics.show")
async def show_statistics(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
    public: FromQuery[bool] = False,
) -> Template:
    """Show the questions and their counts, in full or as they may be published."""
    questions = await questions_of(conference.id)
    base = settings.base_url.rstrip("/")
    return page(
        request,
        "registration/statistics.html",
        conference=conference,
        results=[result_of(one, public=public) for one in questions],
        public=public,
        least=LEAST,
        address=f"{base}/c/{conference.key}/statistics",
    )


@get("/statistics.csv", name="statistics.csv")
async def send_csv(conference: NamedDependency[ConferenceFacts]) -> Response[bytes]:
    """Hand out the counts as they may be published."""
    written = io.StringIO(newline="")
    sheet = csv.writer(
        written, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL
    )
    sheet.writerow([_("Frage"), _("Antwort"), _("Wie viele")])
    hidden = _("unter %(least)s oder verborgen", least=LEAST)
    for one in await questions_of(conference.id):
        result = result_of(one, public=True)
        text = one.text.pick(current_language()).text
        for label, number in (*result.rows, (_("zusammen"), result.total)):
            shown = hidden if number is None else number
            sheet.writerow([neutral(text), neutral(label), shown])
    content = written.getvalue().encode("utf-8-sig")
    return file_answer(content, f"{conference.key}-statistik.csv", "text/csv")


@get("/new", name="statistics.new")
async def show_new(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the form for a new question."""
    values = {"id": str(uuid4()), "text": UNSAID, "rows": rows_of(())}
    return _form_page(request, conference, values)


@post("/new", name="statistics.add", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a question."""
    form = await read_form(request)
    text = form.said("text", most=300)
    options = options_sent(form, conference.language)
    if form:
        try:
            await add_question(
                conference,
                text,
                options,
                one=form.request_key("id"),
                by=identity.actor,
                now=now,
            )
        except Unusable as refusal:
            _say(request, form, refusal, conference)
        else:
            return redirect(request, "statistics.show", key=conference.key)
    return _form_page(request, conference, _typed(form), form=form)


@get("/{one:uuid}", name="statistics.question")
async def show_question(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show a question, to change it."""
    question = question_in(await questions_of(conference.id), one)
    values = {
        "id": str(one),
        "text": question.text,
        "rows": rows_of(question.options, spare=0 if question.total else 3),
    }
    return _form_page(request, conference, values, question=question)


@post("/{one:uuid}", name="statistics.change", status_code=200)
async def send_question(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Word a question anew."""
    question = question_in(await questions_of(conference.id), one)
    form = await read_form(request)
    text = form.said("text", most=300)
    options = options_sent(form, conference.language)
    if form:
        try:
            await change_question(
                conference, one, text, options, by=identity.actor, now=now
            )
        except (Unusable, Conflict) as refusal:
            _say(request, form, refusal, conference)
        else:
            return redirect(request, "statistics.show", key=conference.key)
    return _form_page(request, conference, _typed(form), question=question, form=form)


@post("/{one:uuid}/remove", name="statistics.remove")
async def send_removal(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove a question with its counts."""
    await remove_question(conference, one, by=identity.actor, now=now)
    return redirect(request, "statistics.show", key=conference.key)


def _typed(form: Form) -> Mapping[str, object]:
    return {
        "id": form.raw("id")[:40],
        "text": typed_said(form, "text"),
        "rows": typed_options(form) or rows_of(()),
    }


def _say(
    request: AnyRequest,
    form: Form,
    refusal: Unusable | Conflict,
    conference: ConferenceFacts,
) -> None:
    about_text = refusal.code in {"question_needs_text", "too_many_questions"}
    part = f"text-{conference.language}" if about_text else "options"
    form.refuse(part, request.app.state.sentences.say(refusal))


def _form_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Mapping[str, object],
    *,
    question: QuestionFacts | None = None,
    form: Form | None = None,
) -> Template:
    return page(
        request,
        "registration/question.html",
        status=200 if form is None else 422,
        conference=conference,
        question=question,
        values=values,
        errors={} if form is None else form.errors,
    )


router = Router(
    path="/conferences/{key:str}/statistics",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_statistics,
        send_csv,
        show_new,
        send_new,
        show_question,
        send_question,
        send_removal,
    ],
    include_in_schema=False,
)
