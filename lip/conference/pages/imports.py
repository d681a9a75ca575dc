"""Read in a guest list: the file, its columns, and how it is to be read."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.actions.store_upload import change_plan, drop_upload, store_upload
from lip.conference.files.sheets import read_sheet, recognise_sheet
from lip.conference.files.wording import PRESETS, problem_sentence
from lip.conference.pages.import_words import column_lines, columns_offered
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.uploads import Upload, upload_of
from lip.conference.rules.column import Column
from lip.conference.rules.columns import Recognised, check_mapping
from lip.conference.rules.import_plan import ImportPlan
from lip.conference.rules.sheet import Sheet
from lip.errors import Conflict, Unusable
from lip.web.forms import Form, read_form
from lip.web.limits import UPLOADS_PER_PERSON, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import N_, _

ENCODINGS = (
    ("", N_("von selbst erkennen")),
    ("utf-8", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("cp1252", N_("Windows, Westeuropa (cp1252)")),
    ("cp1250", N_("Windows, Mitteleuropa (cp1250)")),
    ("cp1251", N_("Windows, Kyrillisch (cp1251)")),
    ("cp1254", N_("Windows, Türkisch (cp1254)")),
    ("cp1256", N_("Windows, Arabisch (cp1256)")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An uploaded list as it is read at the moment."""

    sheet: Sheet
    recognised: Recognised
    mapping: tuple[Column, ...]


async def reading_of(upload: Upload) -> Reading:
    """Read an uploaded list as its plan says."""
    if upload.plan.outcome is not None:
        raise Conflict("list_already_imported")
    return await _read(upload, sheet=upload.sheet, plan=upload.plan)


async def _read(upload: Upload, *, sheet: str, plan: ImportPlan) -> Reading:
    read = await asyncio.to_thread(
        read_sheet,
        upload.content,
        filename=upload.filename,
        sheet_name=sheet,
        encoding=plan.encoding,
    )
    recognised = recognise_sheet(read)
    planned = plan.columns
    fits = planned is not None and len(planned) == len(read.headings)
    mapping = planned if planned is not None and fits else recognised.mapping
    return Reading(sheet=read, recognised=recognised, mapping=mapping)


@get("/", name="imports.new")
async def show_new(request: AnyRequest, key: FromPath[str]) -> Template:
    """Ask for the file."""
    conference = await conference_by_key(key)
    return _ask(request, conference, {})


@post("/", name="imports.upload")
async def send_file(
    request: AnyRequest,
    key: FromPath[str],
    identity: NamedDependency[Identity],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Take the file, and say at once when it cannot be read."""
    conference = await conference_by_key(key)
    limits.check(str(identity.session), UPLOADS_PER_PERSON, now=now)
    limits.count(str(identity.session), UPLOADS_PER_PERSON, now=now)
    form = await read_form(request)
    file = form.upload("file")
    if file is None:
        form.refuse("file", _("Bitte wählen Sie eine Datei."))
        return _ask(request, conference, form.errors)
    content, name = await file.read(), form_name(file.filename)
    try:
        await asyncio.to_thread(read_sheet, content, filename=name)
    except Unusable as refusal:
        form.refuse("file", request.app.state.sentences.say(refusal))
        return _ask(request, conference, form.errors)
    upload = await store_upload(content, name, conference=conference, now=now)
    return redirect(request, "imports.map", key=key, upload=upload)


def form_name(filename: str | None) -> str:
    """Keep of a file's name what can be shown."""
    kept = "".join(sign for sign in filename or "" if sign.isprintable())
    return kept[-200:]


def _ask(
    request: AnyRequest, conference: ConferenceFacts, errors: Mapping[str, str]
) -> Template:
    return page(
        request,
        "conference/import_new.html",
        status=422 if errors else 200,
        conference=conference,
        errors=errors,
    )


@get("/{upload:uuid}/columns", name="imports.map")
async def show_columns(
    request: AnyRequest, key: FromPath[str], upload: FromPath[UUID]
) -> Template | Redirect:
    """Show what each column is taken for, with some of what stands in it."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    if found.plan.outcome is not None:
        return redirect(request, "imports.done", key=key, upload=upload)
    return _columns(request, conference, found, await reading_of(found))


@post("/{upload:uuid}/columns", name="imports.assign")
async def send_columns(
    request: AnyRequest, key: FromPath[str], upload: FromPath[UUID]
) -> Template | Redirect:
    """Note what each column holds."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    reading = await reading_of(found)
    form = await read_form(request)
    mapping = _mapping(form, reading)
    problems = check_mapping(mapping, reading.sheet.headings)
    blocking = [problem for problem in problems if problem.blocks]
    if blocking:
        errors = {
            f"column-{problem.positions[0] if problem.positions else 0}": (
                problem_sentence(problem)
            )
            for problem in blocking
        }
        chosen = Reading(
            sheet=reading.sheet, recognised=reading.recognised, mapping=mapping
        )
        return _columns(request, conference, found, chosen, errors)
    plan = ImportPlan(columns=mapping, encoding=found.plan.encoding)
    await change_plan(upload, plan, sheet=found.sheet)
    return redirect(request, "imports.preview", key=key, upload=upload)


@post("/{upload:uuid}/reading", name="imports.read")
async def send_reading(
    request: AnyRequest, key: FromPath[str], upload: FromPath[UUID]
) -> Template | Redirect:
    """Read the file anew with another sheet or encoding."""
    conference = await conference_by_key(key)
    found = await upload_of(conference, upload)
    before = await reading_of(found)
    form = await read_form(request)
    sheet = form.raw("sheet")
    known = {encoding for encoding, _name in ENCODINGS}
    encoding = form.raw("encoding") if form.raw("encoding") in known else ""
    plan = ImportPlan(encoding=encoding)
    try:
        await _read(found, sheet=sheet, plan=plan)
    except Unusable as refusal:
        errors = {"encoding": request.app.state.sentences.say(refusal)}
        return _columns(request, conference, found, before, errors)
    await change_plan(upload, plan, sheet=sheet)
    return redirect(request, "imports.map", key=key, upload=upload)


def _mapping(form: Form, reading: Reading) -> tuple[Column, ...]:
    return tuple(
        form.choice(f"column-{position}", Column, default=Column.IGNORE)
        for position in range(len(reading.sheet.headings))
    )


def _columns(
    request: AnyRequest,
    conference: ConferenceFacts,
    upload: Upload,
    reading: Reading,
    errors: Mapping[str, str] | None = None,
) -> Template:
    problems = check_mapping(reading.mapping, reading.sheet.headings)
    return page(
        request,
        "conference/import_columns.html",
        status=422 if errors else 200,
        conference=conference,
        upload=upload,
        sheet=reading.sheet,
        preset=_(PRESETS[reading.recognised.preset]),
        lines=column_lines(reading.sheet, reading.recognised, reading.mapping),
        offered=columns_offered(),
        encodings=[(encoding, _(name)) for encoding, name in ENCODINGS],
        remarks=[problem_sentence(one) for one in problems if not one.blocks],
        errors=errors or {},
    )


@post("/{upload:uuid}/drop", name="imports.drop")
async def send_drop(
    request: AnyRequest, key: FromPath[str], upload: FromPath[UUID]
) -> Redirect:
    """Throw the uploaded list, or the report on it, away."""
    conference = await conference_by_key(key)
    await drop_upload(upload, conference=conference)
    return redirect(request, "participants.list", key=key)


router = Router(
    path="/conferences/{key:str}/participants/import",
    guards=[requires_organiser],
    route_handlers=[
        show_new,
        send_file,
        show_columns,
        send_columns,
        send_reading,
        send_drop,
    ],
    include_in_schema=False,
)
