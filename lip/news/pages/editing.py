"""Projects and news as their editors change them, both by the same pages."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import NotFound, Refusal, Unusable
from lip.measures.pages.part_form import (
    asked_for,
    filled_again,
    filled_from,
    read_part,
)
from lip.measures.rules.outcomes import Faulty, Overtaken
from lip.news.actions.save_page import add_page, save_page
from lip.news.pages.form_parts import FORMS
from lip.news.pages.told import differences, offered
from lip.news.queries.names import all_names
from lip.news.queries.pages import TABLES, page_by_id
from lip.news.rules.sheets import (
    MOST_COUNTED,
    PageFacts,
    PageKind,
    Sheet,
    mark_of_page,
)
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@get("/{page_kind:str}/new", name="edit_news.new")
async def show_new(request: AnyRequest, page_kind: FromPath[str]) -> Template:
    """Show the empty form of a project or news."""
    return await _form_page(request, kind_of(page_kind), None)


@post("/{page_kind:str}/new", name="edit_news.add", status_code=200)
async def send_new(
    request: AnyRequest,
    page_kind: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a draft; sent twice it is there once."""
    kind, form = kind_of(page_kind), await read_form(request)
    if asked_for(form)[0]:
        return await _form_page(request, kind, None, form)
    sheet, key = _sheet(kind, form), form.request_key()
    if form:
        try:
            made = await add_page(kind, sheet, by=identity.actor, now=now, request=key)
        except Unusable as refusal:
            form.refuse(_place(refusal.code), _sentence(request, refusal.code))
        else:
            return to_page(request, kind, made)
    return await _form_page(request, kind, None, form)


@get("/{page_kind:str}/{page_id:uuid}/edit", name="edit_news.edit")
async def show_edit(request: AnyRequest, there: NamedDependency[PageFacts]) -> Template:
    """Show the form of a project or news."""
    return await _form_page(request, there.kind, there)


@post("/{page_kind:str}/{page_id:uuid}/edit", name="edit_news.save", status_code=200)
async def send_edit(
    request: AnyRequest,
    there: NamedDependency[PageFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Save it, or show it with a line more or less, or both wordings."""
    kind, form = there.kind, await read_form(request)
    if asked_for(form)[0]:
        return await _form_page(request, kind, there, form)
    sheet = _sheet(kind, form)
    if not form:
        return await _form_page(request, kind, there, form)
    mark = form.raw("mark")[:64]
    outcome = await save_page(
        kind, there.id, sheet, mark=mark, by=identity.actor, now=now
    )
    if isinstance(outcome, Overtaken):
        return await _form_page(request, kind, there, form, overtaken=outcome)
    if isinstance(outcome, Faulty):
        for fault in outcome.faults:
            form.refuse(fault.place, _sentence(request, fault.code))
        return await _form_page(request, kind, there, form)
    return to_page(request, kind, there.id)


async def provide_page(page_kind: FromPath[str], page_id: FromPath[UUID]) -> PageFacts:
    """Find the project or news of an address, or raise NotFound."""
    return await page_by_id(kind_of(page_kind), page_id)


def to_page(request: AnyRequest, kind: PageKind, page_id: UUID) -> Redirect:
    """Lead to a project or news at a glance."""
    return redirect(request, "edit_news.show", page_kind=kind.value, page_id=page_id)


def kind_of(word: str) -> PageKind:
    """Read the kind out of an address, or raise NotFound."""
    if word not in set(PageKind):
        raise NotFound("unknown_news")
    return PageKind(word)


def _sheet(kind: PageKind, form: Form) -> Sheet:
    values = dict(read_part(FORMS[kind], form))
    if kind is PageKind.PROJECT:
        values["position"] = values["position"] or 0
        for name in ("position", "capacity"):
            if (values[name] or 0) > MOST_COUNTED:
                form.refuse(name, _("Bitte eine kleinere Zahl eingeben."))
    sheet: Sheet = TABLES[kind][1](**values)
    return sheet


async def _form_page(
    request: AnyRequest,
    kind: PageKind,
    there: PageFacts | None,
    form: Form | None = None,
    *,
    overtaken: Overtaken | None = None,
) -> Template:
    part, names = FORMS[kind], await all_names()
    sheet = there.sheet if there else TABLES[kind][1]()
    errors = {} if form is None else form.errors
    mark = mark_of_page(sheet) if form is None else form.raw("mark")[:64]
    found: Sequence[Mapping[str, Any]] = ()
    if form is not None and overtaken:
        mark = overtaken.mark
        values = read_part(part, form)
        found = differences(part, overtaken.there, values, names)
    return page(
        request,
        "news/edit.html",
        status=409 if overtaken else 422 if errors else 200,
        there=there,
        kind=kind.value,
        part=part,
        filled=filled_from(part, sheet) if form is None else filled_again(part, form),
        offered=offered(names, sheet),
        errors=errors,
        mark=mark,
        differences=found,
        request_key=uuid4() if form is None else form.request_key(),
    )


def _place(code: str) -> str:
    """Say at which field of a new page a refusal stands."""
    return {
        "ends_before_it_begins": "ends",
        "quotation_needs_source": "quotations",
        "quotation_needs_text": "quotations",
    }.get(code, "title-de")


def _sentence(request: AnyRequest, code: str) -> str:
    said: str = request.app.state.sentences.say(Refusal(code))
    return said


router = Router(
    path="/edit/news",
    guards=[requires_editor],
    dependencies={"there": Provide(provide_page)},
    route_handlers=[show_new, send_new, show_edit, send_edit],
    include_in_schema=False,
)
