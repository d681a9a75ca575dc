"""
Answer the questions for the grant without a name, and tally at the door.

Nothing leads from an answer to a person: no ticket, no cookie, no time. A form that
is sent twice counts once, as long as this process remembers its key, in memory only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_door_keeper
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.stages import Stage
from lip.errors import NotFound, TooMany
from lip.keys import Keys
from lip.registration.actions.statistics import count_answers, question_in, take_back
from lip.registration.pages.statistics import option_label
from lip.registration.queries.statistics import questions_of
from lip.registration.queries.titles import title_of
from lip.registration.rules.statistics import QuestionFacts
from lip.web.address import sealed_address
from lip.web.attempts import Allowance
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed

ONCE: Final = Allowance(attempts=1, within=timedelta(hours=6))
ANSWERS_PER_ADDRESS: Final = Allowance(attempts=1200, within=timedelta(minutes=10))
"""A hall full of people shares one address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it is asked: its options in the language of the page."""

    question: QuestionFacts
    options: Sequence[tuple[str, str]]


async def provide_public(key: FromPath[str]) -> ConferenceFacts:
    """Find a conference that the public may see."""
    conference = await conference_by_key(key)
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=key)
    return conference


def asked(questions: Sequence[QuestionFacts]) -> Sequence[Asked]:
    """Word questions for those who answer them."""
    return [
        Asked(
            question=one,
            options=[(value, option_label(one, value)) for value in one.values],
        )
        for one in questions
    ]


@get("/", name="anonymous.show")
async def show_questions(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    done: FromQuery[bool] = False,
) -> Template:
    """Show the questions to anybody, or thanks after they were answered."""
    questions = await questions_of(conference.id)
    if not questions:
        raise NotFound("no_statistics")
    return page(
        request,
        "registration/anonymous.html",
        conference=conference,
        titles=await title_of(conference),
        asked=asked(questions),
        done=done,
        request_key=uuid4(),
    )


@post("/", name="anonymous.send")
async def send_answers(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect:
    """Count the answers of one person."""
    form = await read_form(request)
    limits.spend(sealed_address(request, keys), ANSWERS_PER_ADDRESS, now=now)
    if _is_new(form, limits, now=now):
        chosen = _chosen(form, await questions_of(conference.id))
        await count_answers(conference.id, chosen)
    path = prefixed(request, "anonymous.show", key=conference.key)
    return Redirect(f"{path}?done=1", status_code=303)


def _is_new(form: Form, limits: Limits, *, now: datetime) -> bool:
    try:
        limits.spend(f"statistics {form.request_key()}", ONCE, now=now)
    except TooMany:
        return False
    return True


def _chosen(form: Form, questions: Sequence[QuestionFacts]) -> Mapping[UUID, str]:
    given = {one.id: form.raw(f"question-{one.id}") for one in questions}
    return {one.id: given[one.id] for one in questions if given[one.id] in one.values}


@get("/", name="tally.show")
async def show_tally(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    one: FromQuery[UUID | None] = None,
    last: FromQuery[str] = "",
) -> Template:
    """Show a helper large buttons, one tap for each person who answers."""
    questions = await questions_of(conference.id)
    return page(
        request,
        "registration/tally.html",
        conference=conference,
        asked=asked(questions),
        last=_last(questions, one, last),
        request_key=uuid4(),
    )


def _last(
    questions: Sequence[QuestionFacts], one: UUID | None, value: str
) -> tuple[UUID, str, str] | None:
    found = next((each for each in questions if each.id == one), None)
    if found is None or value not in found.values:
        return None
    return found.id, value, option_label(found, value)


@post("/{one:uuid}", name="tally.count")
async def send_tally(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect:
    """Count one answer, or take back the last one."""
    question = question_in(await questions_of(conference.id), one)
    form = await read_form(request)
    value, is_new = form.raw("option"), _is_new(form, limits, now=now)
    if form.raw("way") == "back":
        if is_new:
            await take_back(conference.id, question.id, value)
        return redirect(request, "tally.show", key=conference.key)
    if is_new:
        await count_answers(conference.id, {question.id: value})
    path = prefixed(request, "tally.show", key=conference.key)
    query = urlencode({"one": str(question.id), "last": value})
    shown = f"?{query}" if value in question.values else ""
    return Redirect(f"{path}{shown}#q-{question.id}", status_code=303)


router = Router(
    path="/c/{key:str}/statistics",
    dependencies={"conference": Provide(provide_public)},
    route_handlers=[show_questions, send_answers],
    include_in_schema=False,
)

door_router = Router(
    path="/door/{key:str}/tally",
    guards=[requires_door_keeper],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_tally, send_tally],
    include_in_schema=False,
)
