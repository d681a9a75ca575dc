"""The feedback form: for everybody who was there, without a name."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.attendance.actions.give_feedback import give_feedback
from lip.attendance.pages.feedback_words import SCALE_WORDS
from lip.attendance.queries.feedback import questions_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.feedback import LONGEST_TEXT, Question, is_open
from lip.conference.queries.conferences import ConferenceFacts
from lip.keys import Keys
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.address import sealed_address
from lip.web.attempts import Allowance
from lip.web.forms import Form, read_form
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page
from lip.words import _, current_language

SHEETS_PER_ADDRESS: Final[Allowance] = WRONG_CODES_PER_ADDRESS
"""A hall shares one address; it is counted in memory, sealed, against floods only."""


@get("/", name="feedback.form")
async def show_form(
    request: AnyRequest,
    public: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Ask the questions, or say when they will be asked."""
    return await _page(request, public, now)


@post("/", name="feedback.give", status_code=200)
async def send_form(
    request: AnyRequest,
    public: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
) -> Template:
    """Take one sheet; an empty one is asked for again."""
    form = await read_form(request)
    limits.spend(sealed_address(request, keys), SHEETS_PER_ADDRESS, now=now)
    questions = await questions_of(public)
    given = _given(form, questions)
    if not any(text.strip() for texts in given.values() for text in texts):
        error = _("Bitte beantworten Sie mindestens eine Frage.")
        return await _page(request, public, now, error=error)
    await give_feedback(
        given,
        conference=public,
        language=current_language(),
        now=now,
        request=form.request_key(),
    )
    return page(request, "attendance/feedback_thanks.html", conference=public)


def _given(form: Form, questions: Sequence[Question]) -> Mapping[UUID, Sequence[str]]:
    given: dict[UUID, Sequence[str]] = {}
    for one in questions:
        name = f"q-{one.id}"
        if one.values:
            given[one.id] = form.all(name)
        else:
            given[one.id] = [form.text(name, most=LONGEST_TEXT * 2, lines=True)]
    return given


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    now: datetime,
    *,
    error: str = "",
) -> Template:
    terms = await terms_of(conference)
    questions = await questions_of(conference)
    opens = terms.feedback_opens_at
    taken = is_open(
        opens_at=opens, closes_at=terms.feedback_closes_at, now=now
    ) and bool(questions)
    language = current_language()
    return page(
        request,
        "attendance/feedback_form.html" if taken else "attendance/feedback_closed.html",
        status=422 if error else 200,
        conference=conference,
        intro=terms.feedback_intro.pick(language, conference.language),
        questions=[
            (
                one,
                one.label.pick(language, conference.language),
                _options(one, conference),
            )
            for one in questions
        ],
        opens=opens.astimezone(conference.zone) if opens and now < opens else None,
        scale=[(value, _(word)) for value, word in SCALE_WORDS.items()],
        longest=LONGEST_TEXT,
        error=error,
        request_key=uuid4(),
    )


def _options(
    one: Question, conference: ConferenceFacts
) -> Sequence[tuple[str, object]]:
    return [
        (value, label.pick(current_language(), conference.language))
        for value, label in one.options
    ]


router = Router(
    path="/c/{key:str}/feedback",
    dependencies={"public": Provide(provide_public_conference)},
    route_handlers=[show_form, send_form],
    include_in_schema=False,
)
