"""The way of one text, for the editors: note steps, change and release them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.bodies.actions.note_step import (
    StepWish,
    change_step,
    note_step,
    release_step,
    take_back_step,
)
from lip.bodies.pages.bodies import MAIN, body_options, chosen_body
from lip.bodies.pages.timeline import station_options, timeline_from
from lip.bodies.pages.words import OUTCOMES, REMARKS
from lip.bodies.queries.bodies import all_bodies
from lip.bodies.queries.steps import step_by_id, steps_of
from lip.bodies.rules.kinds import Outcome, Station
from lip.bodies.rules.steps import (
    LONGEST_PART,
    LONGEST_WORDS,
    MOST_VOTES,
    SUBJECTS,
    StepFacts,
    remarks_by_step,
)
from lip.errors import Conflict, NotFound, Unusable
from lip.said import Said
from lip.subjects import Subject
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.partial_dates import typed
from lip.web.visit import visit_of
from lip.words import LANGUAGES, _

_COUNTS: Final = ("yes", "no", "abstained")
_SAID: Final = ("words", "result")


@get("/", name="steps.list")
async def show_steps(
    request: AnyRequest, kind: FromPath[str], subject: FromPath[UUID]
) -> Template:
    """Show the steps of a text, with what looks odd about them."""
    about = await _subject(request, kind, subject)
    steps = (await steps_of(about.kind, [subject]))[subject]
    remarks = remarks_by_step(steps)
    return page(
        request,
        "bodies/steps.html",
        subject=about,
        public_path=visit_of(request).prefix + about.path if about.path else "",
        timeline=await timeline_from(request, steps),
        lines=[
            {
                "step": step,
                "stop": (await timeline_from(request, [step])).stops[0],
                "remarks": [_(REMARKS[one]) for one in remarks[step.id]],
            }
            for step in steps
        ],
    )


@get("/new", name="steps.new")
async def show_new(
    request: AnyRequest, kind: FromPath[str], subject: FromPath[UUID]
) -> Template:
    """Show the form for a new step, at the station that comes next."""
    about = await _subject(request, kind, subject)
    steps = (await steps_of(about.kind, [subject]))[subject]
    station = steps[-1].station if steps else Station.EXPERT_GROUP
    return await _form_page(request, about, None, _values(StepWish(station=station)))


@post("/new", name="steps.add", status_code=200)
async def send_new(
    request: AnyRequest,
    kind: FromPath[str],
    subject: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Note a step; sent twice it is there once."""
    about = await _subject(request, kind, subject)
    form = await read_form(request)
    wish, key = _wish(form), form.request_key()
    if form:
        try:
            await note_step(
                about.kind, subject, wish, by=identity.actor, now=now, request=key
            )
        except (Conflict, Unusable, NotFound) as refusal:
            _refuse(request, form, refusal)
        else:
            return redirect(request, "steps.list", kind=kind, subject=subject)
    return await _form_page(request, about, None, _typed(form), form.errors, key)


@get("/{step_id:uuid}", name="steps.show")
async def show_step(
    request: AnyRequest,
    kind: FromPath[str],
    subject: FromPath[UUID],
    step_id: FromPath[UUID],
) -> Template:
    """Show a step, to change it."""
    about = await _subject(request, kind, subject)
    there = await _step(about, step_id)
    return await _form_page(request, about, there, _values(there))


@post("/{step_id:uuid}", name="steps.change", status_code=200)
async def send_step(
    request: AnyRequest,
    kind: FromPath[str],
    subject: FromPath[UUID],
    step_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a step."""
    about = await _subject(request, kind, subject)
    there = await _step(about, step_id)
    form = await read_form(request)
    wish = _wish(form)
    if form:
        try:
            await change_step(step_id, wish, by=identity.actor, now=now)
        except (Conflict, Unusable, NotFound) as refusal:
            _refuse(request, form, refusal)
        else:
            return redirect(request, "steps.list", kind=kind, subject=subject)
    return await _form_page(request, about, there, _typed(form), form.errors)


@post("/{step_id:uuid}/release", name="steps.release")
async def send_release(
    request: AnyRequest,
    kind: FromPath[str],
    subject: FromPath[UUID],
    step_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Let everybody read a step, or nobody any more."""
    await _step(await _subject(request, kind, subject), step_id)
    public = not (await read_form(request)).ticked("hide")
    await release_step(step_id, public=public, by=identity.actor, now=now)
    return redirect(request, "steps.list", kind=kind, subject=subject)


@post("/{step_id:uuid}/take-back", name="steps.take_back")
async def send_take_back(
    request: AnyRequest,
    kind: FromPath[str],
    subject: FromPath[UUID],
    step_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a step that was noted by mistake."""
    await _step(await _subject(request, kind, subject), step_id)
    await take_back_step(step_id, by=identity.actor, now=now)
    return redirect(request, "steps.list", kind=kind, subject=subject)


async def _subject(request: AnyRequest, kind: str, subject: UUID) -> Subject:
    """Find what a step is about, or raise NotFound."""
    named = next((one for one in SUBJECTS if one.value == kind), None)
    if named is None or named not in request.app.state.subjects:
        raise NotFound("no_steps_of_this")
    found: Mapping[UUID, Subject] = await request.app.state.subjects[named]([subject])
    if subject not in found:
        raise NotFound("no_steps_of_this")
    return found[subject]


async def _step(about: Subject, step: UUID) -> StepFacts:
    there = await step_by_id(step)
    if (there.kind, there.subject) != (about.kind, about.id):
        raise NotFound("unknown_step")
    return there


def _wish(form: Form) -> StepWish:
    return StepWish(
        station=form.choice("station", Station, default=Station.EXPERT_GROUP),
        outcome=form.choice("outcome", Outcome, default=Outcome.PENDING),
        part=form.text("part", most=LONGEST_PART),
        body=chosen_body(form, "body"),
        words=form.said("words", most=LONGEST_WORDS, lines=True),
        result=form.said("result", most=500),
        yes=counted(form, "yes"),
        no=counted(form, "no"),
        abstained=counted(form, "abstained"),
        happened=form.partial_date("happened"),
        movers=form.text("movers", most=500),
        paper=form.text("paper", most=40),
    )


def counted(form: Form, name: str) -> int | None:
    """Read a number of votes; empty where none were counted."""
    if not form.raw(name).strip():
        return None
    return form.whole_number(name, most=MOST_VOTES)


def _refuse(
    request: AnyRequest, form: Form, refusal: Conflict | Unusable | NotFound
) -> None:
    field = {
        "refusal_needs_reason": f"words-{MAIN}",
        "votes_out_of_range": "yes",
        "unknown_body": "body",
    }.get(refusal.code, "station")
    form.refuse(field, request.app.state.sentences.say(refusal))


def _values(one: StepWish | StepFacts) -> Mapping[str, Any]:
    return {
        "station": one.station.value,
        "outcome": one.outcome.value,
        "body": str(one.body or ""),
        "happened": typed(one.happened),
        **{name: getattr(one, name) for name in ("part", "movers", "paper", *_SAID)},
        **{name: _number(getattr(one, name)) for name in _COUNTS},
    }


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _typed(form: Form) -> Mapping[str, Any]:
    names = ("station", "outcome", "body", "happened", "part", "movers", "paper")
    return {
        **{name: form.raw(name)[:500] for name in (*names, *_COUNTS)},
        **{
            name: Said({tag: form.raw(f"{name}-{tag}")[:6000] for tag in LANGUAGES})
            for name in _SAID
        },
    }


async def _form_page(
    request: AnyRequest,
    about: Subject,
    step: StepFacts | None,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    request_key: UUID | None = None,
) -> Template:
    chosen = step.body if step else None
    return page(
        request,
        "bodies/step.html",
        status=422 if errors else 200,
        subject=about,
        step=step,
        values=values,
        errors=errors or {},
        main=MAIN,
        stations=station_options(),
        outcomes=_outcomes(),
        bodies=body_options(await all_bodies(), chosen=chosen),
        request_key=request_key or uuid4(),
    )


def _outcomes() -> Sequence[tuple[str, str]]:
    return [(one.value, _(OUTCOMES[one])) for one in Outcome]


router = Router(
    path="/edit/steps/{kind:str}/{subject:uuid}",
    guards=[requires_editor],
    route_handlers=[
        show_steps,
        show_new,
        send_new,
        show_step,
        send_step,
        send_release,
        send_take_back,
    ],
    include_in_schema=False,
)
