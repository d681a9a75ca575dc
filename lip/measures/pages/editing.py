"""The sheets as their editors change them, part by part."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.bodies.rules.bodies import BodyFacts
from lip.conference.pages.tongues import offered_tongues
from lip.errors import NotFound, Refusal
from lip.measures.actions.save_measure import Change, add_measure, save_part
from lip.measures.pages.part_form import (
    Filled,
    asked_for,
    filled_again,
    filled_from,
    read_part,
)
from lip.measures.pages.part_kinds import Part
from lip.measures.pages.sheet_parts import PARTS
from lip.measures.pages.told import names_by_id, told
from lip.measures.queries.measures import measure_by_id
from lip.measures.queries.names import Names, all_names
from lip.measures.rules.contradictions import contradictions
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.outcomes import Faulty, Overtaken, mark_of
from lip.measures.rules.sheet import LONGEST_TITLE, Sheet
from lip.measures.words import DOUBTS
from lip.partial_dates import PartialDate
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect, with_query
from lip.web.pages import ZONE
from lip.words import LANGUAGES, _, current_language


@get("/new", name="edit_measures.new")
async def show_new(request: AnyRequest) -> Template:
    """Ask for the title of a new measure."""
    return _new_page(request, {}, {}, uuid4())


@post("/new", name="edit_measures.add", status_code=200)
async def send_new(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a draft; sent twice it is there once."""
    form = await read_form(request)
    title = form.said("title", most=LONGEST_TITLE, required_in="de")
    key = form.request_key()
    if form:
        measure = await add_measure(
            Sheet(title=title), by=identity.actor, now=now, request=key
        )
        return redirect(
            request, "edit_measures.part", measure=measure, sheet_part="about"
        )
    typed = {tag: form.raw(f"title-{tag}")[:1000] for tag in LANGUAGES}
    return _new_page(request, typed, form.errors, key)


@get("/{measure:uuid}/sheet/{sheet_part:str}", name="edit_measures.part")
async def show_part(
    request: AnyRequest,
    measure: FromPath[UUID],
    sheet_part: FromPath[str],
    now: NamedDependency[datetime],
) -> Template:
    """Show a part of a sheet, to change it."""
    part = _part(sheet_part)
    there = await measure_by_id(measure)
    return await _part_page(
        request,
        there,
        part,
        filled_from(part, there.sheet),
        mark=mark_of(there.sheet, part.names),
        today=there.is_public(now),
        note={},
    )


@post(
    "/{measure:uuid}/sheet/{sheet_part:str}",
    name="edit_measures.save",
    status_code=200,
)
async def send_part(
    request: AnyRequest,
    measure: FromPath[UUID],
    sheet_part: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Save a part, or show it with a line more or less, or both wordings."""
    part = _part(sheet_part)
    form = await read_form(request)
    there = await measure_by_id(measure)
    if asked_for(form)[0]:
        return await _again(request, there, part, form)
    values = read_part(part, form)
    note = form.said("note", most=1000)
    if not form:
        return await _again(request, there, part, form, status=422)
    today = PartialDate.of(now.astimezone(ZONE).date())
    outcome = await save_part(
        measure,
        Change(
            values=values,
            mark=form.raw("mark")[:64],
            note=note,
            updated=today if form.ticked("today") else None,
        ),
        by=identity.actor,
        now=now,
    )
    if isinstance(outcome, Overtaken):
        return await _both(request, there, part, form, values, outcome)
    if isinstance(outcome, Faulty):
        for fault in outcome.faults:
            form.refuse(fault.place, _sentence(request, fault.code))
        return await _again(request, there, part, form, status=422)
    answer = redirect(request, "edit_measures.show", measure=measure)
    return with_query(answer, saved=part.name)


def _part(name: str) -> Part:
    if name not in PARTS:
        raise NotFound("unknown_measure")
    return PARTS[name]


def _sentence(request: AnyRequest, code: str) -> str:
    said: str = request.app.state.sentences.say(Refusal(code))
    return said


async def _again(
    request: AnyRequest,
    there: MeasureFacts,
    part: Part,
    form: Form,
    *,
    status: int = 200,
    mark: str = "",
    differences: Sequence[Mapping[str, str]] = (),
) -> Template:
    """Show what was typed once more."""
    return await _part_page(
        request,
        there,
        part,
        filled_again(part, form),
        mark=mark or form.raw("mark")[:64],
        today=form.ticked("today"),
        note={tag: form.raw(f"note-{tag}")[:5000] for tag in LANGUAGES},
        errors=form.errors if status == 422 else {},
        status=status,
        differences=differences,
    )


async def _both(
    request: AnyRequest,
    there: MeasureFacts,
    part: Part,
    form: Form,
    values: Mapping[str, Any],
    outcome: Overtaken,
) -> Template:
    """Show what stands there now beside what was typed; nothing is overwritten."""
    names = names_by_id(await all_names())
    differences = [
        {
            "label": _(label),
            "theirs": told(getattr(outcome.there, name), names),
            "mine": told(values[name], names),
        }
        for name, label in part.labels
        if getattr(outcome.there, name) != values[name]
    ]
    return await _again(
        request,
        there,
        part,
        form,
        status=409,
        mark=outcome.mark,
        differences=differences,
    )


async def _part_page(
    request: AnyRequest,
    there: MeasureFacts,
    part: Part,
    filled: Filled,
    *,
    status: int = 200,
    errors: Mapping[str, str] | None = None,
    **more: Any,
) -> Template:
    names = await all_names()
    context = {"differences": (), **more}
    return page(
        request,
        "measures/edit_part.html",
        status=status,
        measure=there,
        part=part,
        all_parts=PARTS.values(),
        filled=filled,
        offered=_offered(names, there),
        errors=errors or {},
        doubts=doubts(there.sheet) if part.name == "goals" else [],
        **context,
    )


def doubts(sheet: Sheet) -> Sequence[str]:
    """Say what does not fit together, for those who edit the sheet."""
    return [
        _(DOUBTS[one.doubt], line=one.line, other=one.other)
        for one in contradictions(sheet)
    ]


def _offered(
    names: Names, there: MeasureFacts
) -> Mapping[str, Sequence[tuple[str, str]]]:
    language = current_language()
    used = {there.sheet.responsible, *(one.body for one in there.sheet.partners)}
    fields = names.fields.values()
    return {
        "districts": [(str(one.id), one.name) for one in names.districts.values()],
        "fields": [
            (str(one.id), one.name.pick(language).text)
            for one in fields
            if not one.closed or one.id in there.sheet.fields
        ],
        "bodies": [
            (str(one.id), _body(one))
            for one in names.bodies.values()
            if not one.closed or one.id in used
        ],
        "measures": [
            (str(key), one.title.pick(language).text)
            for key, one in names.measures.items()
            if key != there.id
        ],
        "tongues": offered_tongues(),
        "milestones": [
            (str(number), f"{number}. {line.text.pick(language).text[:60]}")
            for number, line in enumerate(there.sheet.timetable, start=1)
        ],
    }


def _body(body: BodyFacts) -> str:
    return body.name.pick(current_language()).text


def _new_page(
    request: AnyRequest,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    key: UUID,
) -> Template:
    return page(
        request,
        "measures/edit_new.html",
        status=422 if errors else 200,
        typed=typed,
        errors=errors,
        request_key=key,
    )


router = Router(
    path="/edit/measures",
    guards=[requires_editor],
    route_handlers=[show_new, send_new, show_part, send_part],
    include_in_schema=False,
)
