"""The way of one text, for the editors: note steps, change and release them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.bodies.actions.note_step import (
    StepWish,
    change_step,
    note_step,
    release_step,
    release_steps,
    take_back_step,
)
from lip.bodies.pages.bodies import MAIN, body_options, chosen_body
from lip.bodies.pages.timeline import station_options, timeline_from
from lip.bodies.pages.words import REMARKS, outcome_word
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
    station_after,
)
from lip.errors import NotFound
from lip.said import Said
from lip.subjects import Subject
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.partial_dates import typed
from lip.web.saving import USUAL, saved
from lip.web.visit import visit_of
from lip.words import LANGUAGES, _

_COUNTS: Final = ("yes", "no", "abstained")
_SAID: Final = ("words", "result")
_OF_SITTING: Final = ("station", "body", "happened", "paper", "movers")
"""What points that are voted on by themselves have in common."""
_REFUSED_AT: Final = {
    USUAL: "station",
    "refusal_needs_reason": f"words-{MAIN}",
    "votes_out_of_range": "yes",
    "unknown_body": "body",
}


async def provide_about(
    request: AnyRequest, kind: FromPath[str], subject: FromPath[UUID]
) -> Subject:
    """Find what a step is about, or raise NotFound."""
    named = next((one for one in SUBJECTS if one.value == kind), None)
    if named is None or named not in request.app.state.subjects:
        raise NotFound("no_steps_of_this")
    found: Mapping[UUID, Subject] = await request.app.state.subjects[named]([subject])
    if subject not in found:
        raise NotFound("no_steps_of_this")
    return found[subject]


async def provide_step(
    about: NamedDependency[Subject], step_id: FromPath[UUID]
) -> StepFacts:
    """Find the step of an address, or raise NotFound."""
    there = await step_by_id(step_id)
    if (there.kind, there.subject) != (about.kind, about.id):
        raise NotFound("unknown_step")
    return there


@get("/", name="steps.list")
async def show_steps(request: AnyRequest, about: NamedDependency[Subject]) -> Template:
    """Show the steps of a text, with what looks odd about them."""
    steps = (await steps_of(about.kind, [about.id]))[about.id]
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
async def show_new(request: AnyRequest, about: NamedDependency[Subject]) -> Template:
    """Show the form for a new step: the next station, or the next point of a vote."""
    steps = (await steps_of(about.kind, [about.id]))[about.id]
    wish = StepWish(station=station_after(steps))
    if steps and steps[-1].part:
        same = {name: getattr(steps[-1], name) for name in _OF_SITTING}
        wish = replace(wish, **same)
    return await _form_page(request, about, None, _values(wish))


@post("/new", name="steps.add", status_code=200)
async def send_new(
    request: AnyRequest,
    about: NamedDependency[Subject],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Note a step; sent twice it is there once."""
    form = await read_form(request)
    wish, key = _wish(form), form.request_key()
    by, note = identity.actor, partial(note_step, about.kind, about.id)
    save = partial(note, wish, by=by, now=now, request=key)
    if await saved(request, form, save, _REFUSED_AT):
        return _back(request, about)
    return await _form_page(request, about, None, _typed(form), form.errors, key)


@post("/release", name="steps.release_all")
async def send_release_of_all(
    request: AnyRequest,
    about: NamedDependency[Subject],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Let everybody read all steps of a text."""
    await release_steps(about.kind, about.id, by=identity.actor, now=now)
    return _back(request, about)


@get("/{step_id:uuid}", name="steps.show")
async def show_step(
    request: AnyRequest,
    about: NamedDependency[Subject],
    step: NamedDependency[StepFacts],
) -> Template:
    """Show a step, to change it."""
    return await _form_page(request, about, step, _values(step))


@post("/{step_id:uuid}", name="steps.change", status_code=200)
async def send_step(
    request: AnyRequest,
    about: NamedDependency[Subject],
    step: NamedDependency[StepFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a step."""
    form = await read_form(request)
    save = partial(change_step, step.id, _wish(form), by=identity.actor, now=now)
    if await saved(request, form, save, _REFUSED_AT):
        return _back(request, about)
    return await _form_page(request, about, step, _typed(form), form.errors)


@post("/{step_id:uuid}/release", name="steps.release")
async def send_release(
    request: AnyRequest,
    about: NamedDependency[Subject],
    step: NamedDependency[StepFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Let everybody read a step, or nobody any more."""
    public = not (await read_form(request)).ticked("hide")
    await release_step(step.id, public=public, by=identity.actor, now=now)
    return _back(request, about)


@post("/{step_id:uuid}/take-back", name="steps.take_back")
async def send_take_back(
    request: AnyRequest,
    about: NamedDependency[Subject],
    step: NamedDependency[StepFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a step that was noted by mistake."""
    await take_back_step(step.id, by=identity.actor, now=now)
    return _back(request, about)


def _back(request: AnyRequest, about: Subject) -> Redirect:
    return redirect(request, "steps.list", kind=about.kind.value, subject=about.id)


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
    return [(one.value, outcome_word(one)) for one in Outcome]


router = Router(
    path="/edit/steps/{kind:str}/{subject:uuid}",
    guards=[requires_editor],
    dependencies={"about": Provide(provide_about), "step": Provide(provide_step)},
    route_handlers=[
        show_steps,
        show_new,
        send_new,
        send_release_of_all,
        show_step,
        send_step,
        send_release,
        send_take_back,
    ],
    include_in_schema=False,
)
