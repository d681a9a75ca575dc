"""Chapters on the editors' desk: a new one, one from a file, its head, its place."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, Unusable
from lip.plan.actions.chapters import (
    FirstText,
    NewChapter,
    add_chapter,
    change_chapter,
    move_chapter,
    remove_chapter,
)
from lip.plan.actions.save_text import add_language
from lip.plan.pages.chapter_file import read_chapter_file
from lip.plan.pages.plan_form import (
    chapter_choices,
    chapter_values,
    read_chapter,
    typed_chapter,
)
from lip.plan.pages.tongues import language_name, languages_to_write
from lip.plan.queries.chapters import chapter_by_id, chapter_by_key, texts_of
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.chapters import LONGEST_TITLE, ChapterFacts
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import head_of
from lip.plan.status_words import STATE_SIGNS, TEXT_STATES
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@get("/new", name="edit_chapters.new")
async def show_new(request: AnyRequest, plan: FromPath[str]) -> Template:
    """Show the form for a new chapter."""
    there = await plan_by_key(plan)
    return await _new_page(request, there, {**chapter_values(None), "title": ""})


@post("/new", name="edit_chapters.add", status_code=200)
async def send_new(
    request: AnyRequest,
    plan: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a chapter, and go on to write it; sent twice it is there once."""
    there = await plan_by_key(plan)
    form = await read_form(request)
    title = form.text("title", most=LONGEST_TITLE, required=True)
    new = NewChapter(
        wish=read_chapter(form),
        first=FirstText(language=there.language, title=title),
    )
    if form and (key := await _added(request, form, there, new, identity, now)):
        return redirect(
            request,
            "edit_texts.show",
            plan=plan,
            chapter=key,
            language=there.language,
        )
    values = {**typed_chapter(form), "title": form.raw("title")[:500]}
    return await _new_page(request, there, values, form.errors, form.request_key())


@post("/import", name="edit_chapters.import", status_code=200)
async def send_file(
    request: AnyRequest,
    plan: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a chapter from a Markdown file."""
    there = await plan_by_key(plan)
    form = await read_form(request)
    new = await read_chapter_file(form, there.language)
    if new and (key := await _added(request, form, there, new, identity, now, "file")):
        return redirect(request, "edit_chapters.show", plan=plan, chapter=key)
    values = {**chapter_values(None), "title": ""}
    return await _new_page(request, there, values, form.errors)


@get("/{chapter:str}", name="edit_chapters.show")
async def show_chapter(
    request: AnyRequest, plan: FromPath[str], chapter: FromPath[str]
) -> Template:
    """Show a chapter: its languages, its head, its place."""
    there = await plan_by_key(plan)
    one = await chapter_by_key(there.id, chapter)
    return await _chapter_page(request, there, one, chapter_values(one))


@post("/{chapter:str}", name="edit_chapters.change", status_code=200)
async def send_chapter(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a chapter's head."""
    there = await plan_by_key(plan)
    one = await chapter_by_key(there.id, chapter)
    form = await read_form(request)
    wish = read_chapter(form)
    if form:
        try:
            await change_chapter(one.id, wish, by=identity.actor, now=now)
        except (Conflict, Unusable) as refusal:
            form.refuse("decided_on", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "edit_chapters.show", plan=plan, chapter=chapter)
    return await _chapter_page(request, there, one, typed_chapter(form), form.errors)


@post("/{chapter:str}/move", name="edit_chapters.move")
async def send_move(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Move a chapter a place up or down."""
    one = await chapter_by_key((await plan_by_key(plan)).id, chapter)
    form = await read_form(request)
    up = form.raw("way") != "down"
    await move_chapter(one.id, up=up, by=identity.actor, now=now)
    return redirect(request, "edit_plans.show", plan=plan)


@post("/{chapter:str}/remove", name="edit_chapters.remove")
async def send_remove(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take a chapter out of the draft."""
    one = await chapter_by_key((await plan_by_key(plan)).id, chapter)
    await remove_chapter(one.id, by=identity.actor, now=now)
    return redirect(request, "edit_plans.show", plan=plan)


@post("/{chapter:str}/languages", name="edit_chapters.add_language", status_code=200)
async def send_language(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Begin a chapter in another language."""
    there = await plan_by_key(plan)
    one = await chapter_by_key(there.id, chapter)
    form = await read_form(request)
    first = FirstText(
        language=form.text("language", most=35),
        title=form.text("title", most=LONGEST_TITLE, required=True),
    )
    if form:
        try:
            await add_language(one.id, first, by=identity.actor, now=now)
        except (Conflict, Unusable) as refusal:
            form.refuse("language", request.app.state.sentences.say(refusal))
        else:
            return redirect(
                request,
                "edit_texts.show",
                plan=plan,
                chapter=chapter,
                language=first.language,
            )
    typed = {"language": first.language, "title": form.raw("title")[:500]}
    return await _chapter_page(
        request, there, one, chapter_values(one), form.errors, new_language=typed
    )


async def _added(
    request: AnyRequest,
    form: Form,
    plan: PlanFacts,
    new: NewChapter,
    identity: Identity,
    now: datetime,
    field: str = "title",
) -> str:
    try:
        made = await add_chapter(
            plan.id, new, by=identity.actor, now=now, request=form.request_key()
        )
    except (Conflict, Unusable) as refusal:
        form.refuse(field, request.app.state.sentences.say(refusal))
        return ""
    return (await chapter_by_id(made)).key


async def _new_page(
    request: AnyRequest,
    plan: PlanFacts,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    request_key: UUID | None = None,
) -> Template:
    return page(
        request,
        "plan/desk/new_chapter.html",
        status=422 if errors else 200,
        plan=plan,
        values=values,
        errors=errors or {},
        request_key=request_key or uuid4(),
        **await chapter_choices(),
    )


async def _chapter_page(
    request: AnyRequest,
    plan: PlanFacts,
    chapter: ChapterFacts,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    *,
    new_language: Mapping[str, str] | None = None,
) -> Template:
    texts = (await texts_of([chapter.id])).get(chapter.id, ())
    tags = [one.language for one in texts]
    first = next((one for one in texts if one.language == plan.language), None)
    return page(
        request,
        "plan/desk/chapter.html",
        status=422 if errors else 200,
        plan=plan,
        chapter=chapter,
        title=head_of(chapter.number, first.title) if first else _("Kapitel"),
        texts=texts,
        values=values,
        errors=errors or {},
        new_language=new_language or {"language": "", "title": ""},
        languages_offered=languages_to_write(*tags),
        language_name=language_name,
        signs=STATE_SIGNS,
        states=TEXT_STATES,
        **await chapter_choices(),
    )


router = Router(
    path="/edit/plans/{plan:str}/chapters",
    guards=[requires_editor],
    route_handlers=[
        show_new,
        send_new,
        send_file,
        show_chapter,
        send_chapter,
        send_move,
        send_remove,
        send_language,
    ],
    include_in_schema=False,
)
