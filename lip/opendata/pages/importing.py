"""Editors take in what others have written: chapters, and papers of other cities."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Refusal
from lip.opendata.actions.import_chapter import Where, import_chapter
from lip.opendata.fault_words import FAULTS
from lip.opendata.files.chapters import read_chapter
from lip.opendata.files.oparl_file import read_oparl
from lip.opendata.pages.answers import said_of
from lip.papers.actions.take_in import TakenIn, take_in_papers
from lip.plan.pages.tongues import languages_to_write
from lip.plan.queries.plans import all_plans
from lip.plan.rules.chapters import usable_language
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language

LARGEST: Final = 10 * 1024 * 1024
CHAPTER, PAPERS = "chapter_file", "papers_file"


@get("/", name="imports.show")
async def show_forms(request: AnyRequest) -> Template:
    """Show what can be taken in."""
    return await _page(request)


@post("/chapter", name="imports.chapter", status_code=200)
async def send_chapter(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Take a chapter into the draft of a plan, and go on to it."""
    form = await read_form(request)
    where = await _where(form)
    content = await _content(form, CHAPTER)
    if where and content is not None:
        try:
            read = read_chapter(content, _name(form, CHAPTER))
            _came, chapter = await import_chapter(
                read, where, by=identity.actor, now=now
            )
        except Refusal as refusal:
            form.refuse(CHAPTER, said_of(request, refusal))
        else:
            return redirect(
                request, "edit_chapters.show", plan=where.plan, chapter=chapter.key
            )
    return await _page(request, form)


@post("/papers", name="imports.papers", status_code=200)
async def send_papers(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Template:
    """Take in papers, and say what became of each."""
    form = await read_form(request)
    content = await _content(form, PAPERS)
    done: TakenIn | None = None
    if content is not None:
        try:
            done = await take_in_papers(
                read_oparl(content),
                by=identity.actor,
                now=now,
                released=form.ticked("release"),
            )
        except Refusal as refusal:
            form.refuse(PAPERS, said_of(request, refusal))
    return await _page(request, form, done)


async def _where(form: Form) -> Where | None:
    """Read the plan and the language; None where one of them is none."""
    plan, language = form.raw("plan"), form.raw("language")
    if plan not in {one.key for one in await all_plans()}:
        form.refuse("plan", _("Bitte wählen Sie einen Plan."))
    if not usable_language(language):
        form.refuse("language", _("Bitte wählen Sie eine Sprache."))
    return Where(plan=plan, language=language) if form else None


async def _content(form: Form, name: str) -> bytes | None:
    upload = form.upload(name)
    if upload is None:
        form.refuse(name, _("Bitte wählen Sie eine Datei."))
        return None
    content = await upload.read(LARGEST + 1)
    if len(content) > LARGEST:
        form.refuse(name, _("Diese Datei ist größer als 10 MB. Bitte teilen Sie sie."))
        return None
    return content


def _name(form: Form, name: str) -> str:
    upload = form.upload(name)
    return upload.filename if upload else ""


async def _page(
    request: AnyRequest, form: Form | None = None, done: TakenIn | None = None
) -> Template:
    errors: Mapping[str, str] = form.errors if form is not None else {}
    language = current_language()
    return page(
        request,
        "opendata/import.html",
        status=422 if errors else 200,
        plans=[
            (one.key, one.title.pick(language, one.language).text)
            for one in await all_plans()
        ],
        tongues=languages_to_write(),
        values=_values(form),
        errors=errors,
        done=done,
        faults=[
            (place + 1, _(FAULTS[fault]))
            for place, fault in (done.faults if done else ())
        ],
    )


def _values(form: Form | None) -> Mapping[str, Any]:
    if form is None:
        return {"plan": "", "language": "de", "release": False}
    return {
        "plan": form.raw("plan"),
        "language": form.raw("language") or "de",
        "release": form.ticked("release"),
    }


router = Router(
    path="/edit/import",
    guards=[requires_editor],
    route_handlers=[show_forms, send_chapter, send_papers],
    include_in_schema=False,
)
