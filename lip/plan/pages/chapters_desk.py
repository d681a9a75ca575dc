"""Chapters on the editors' desk: a new one, one from a file, its head, its place."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID, uuid4

from litestar import get, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect, Template

from lip.accounts.rules.identity import Identity
from lip.plan.actions.chapters import (
    FirstText,
    NewChapter,
    add_chapter,
    change_chapter,
    move_chapter,
    remove_chapter,
)
from lip.plan.actions.delete_drafts import delete_chapter
from lip.plan.actions.save_text import add_language
from lip.plan.pages.chapter_file import read_chapter_file
from lip.plan.pages.plan_form import (
    chapter_choices,
    chapter_values,
    read_chapter,
    typed_chapter,
)
from lip.plan.pages.text_place import Draft, desk_router, provide_draft, provide_plan
from lip.plan.pages.tongues import language_name, languages_to_write
from lip.plan.queries.chapters import chapter_by_id, texts_of
from lip.plan.rules.chapters import LONGEST_TITLE
from lip.plan.rules.nesting import NestingFault
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import head_of
from lip.plan.status_words import STATE_SIGNS, TEXT_STATES
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.saving import USUAL, saved
from lip.words import _

_PARENT: Final = {fault.value: "parent" for fault in NestingFault}
_HEAD: Final = {**_PARENT, USUAL: "decided_on"}


@get("/new", name="edit_chapters.new")
async def show_new(request: AnyRequest, there: NamedDependency[PlanFacts]) -> Template:
    """Show the form for a new chapter."""
    return await _new_page(request, there, {**chapter_values(None), "title": ""})


@post("/new", name="edit_chapters.add", status_code=200)
async def send_new(
    request: AnyRequest,
    there: NamedDependency[PlanFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a chapter, and go on to write it; sent twice it is there once."""
    form = await read_form(request)
    title = form.text("title", most=LONGEST_TITLE, required=True)
    new = NewChapter(
        wish=read_chapter(form),
        first=FirstText(language=there.language, title=title),
    )
    add = _adding(there, new, form, identity, now)
    if key := await _added(request, form, add, {**_HEAD, USUAL: "title"}):
        address = {"plan": there.key, "chapter": key, "language": there.language}
        return redirect(request, "edit_texts.show", **address)
    values = {**typed_chapter(form), "title": form.raw("title")[:500]}
    return await _new_page(request, there, values, form)


@post("/import", name="edit_chapters.import", status_code=200)
async def send_file(
    request: AnyRequest,
    there: NamedDependency[PlanFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a chapter from a Markdown file."""
    form = await read_form(request)
    if new := await read_chapter_file(form, there.language):
        add = _adding(there, new, form, identity, now)
        if key := await _added(request, form, add, {USUAL: "file"}):
            return redirect(request, "edit_chapters.show", plan=there.key, chapter=key)
    return await _new_page(request, there, {**chapter_values(None), "title": ""}, form)


@get("/{chapter:str}", name="edit_chapters.show")
async def show_chapter(request: AnyRequest, draft: NamedDependency[Draft]) -> Template:
    """Show a chapter: its languages, its head, its place."""
    return await _chapter_page(request, draft, chapter_values(draft.chapter))


@post("/{chapter:str}", name="edit_chapters.change", status_code=200)
async def send_chapter(
    request: AnyRequest,
    draft: NamedDependency[Draft],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change a chapter's head."""
    form = await read_form(request)
    wish = read_chapter(form)
    change = partial(change_chapter, draft.chapter.id, wish, by=identity.actor, now=now)
    if await saved(request, form, change, _HEAD):
        return redirect(request, "edit_chapters.show", **draft.address)
    return await _chapter_page(request, draft, typed_chapter(form), form.errors)


@post("/{chapter:str}/move", name="edit_chapters.move")
async def send_move(
    request: AnyRequest,
    draft: NamedDependency[Draft],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Move a chapter a place up or down."""
    up = (await read_form(request)).raw("way") != "down"
    await move_chapter(draft.chapter.id, up=up, by=identity.actor, now=now)
    return redirect(request, "edit_plans.show", plan=draft.plan.key)


@post("/{chapter:str}/languages", name="edit_chapters.add_language", status_code=200)
async def send_language(
    request: AnyRequest,
    draft: NamedDependency[Draft],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Begin a chapter in another language."""
    form = await read_form(request)
    language = form.text("language", most=35)
    title = form.text("title", most=LONGEST_TITLE, required=True)
    first = FirstText(language=language, title=title)
    add = partial(add_language, draft.chapter.id, first, by=identity.actor, now=now)
    if await saved(request, form, add, {USUAL: "language"}):
        return redirect(request, "edit_texts.show", **draft.address, language=language)
    typed = {"language": language, "title": form.raw("title")[:500]}
    values = chapter_values(draft.chapter)
    return await _chapter_page(request, draft, values, form.errors, new_language=typed)


def _sender(verb: str, act: Callable[..., Awaitable[object]]) -> HTTPRouteHandler:
    """Make the route that takes a chapter away, and leads back to the draft."""

    @post(f"/{{chapter:str}}/{verb}", name=f"edit_chapters.{verb}")
    async def send(
        request: AnyRequest,
        draft: NamedDependency[Draft],
        identity: NamedDependency[Identity],
        now: NamedDependency[datetime],
    ) -> Redirect:
        await act(draft.chapter.id, by=identity.actor, now=now)
        return redirect(request, "edit_plans.show", plan=draft.plan.key)

    return send


def _adding(
    there: PlanFacts, new: NewChapter, form: Form, identity: Identity, now: datetime
) -> Callable[[], Awaitable[UUID]]:
    key = form.request_key()
    return partial(add_chapter, there.id, new, by=identity.actor, now=now, request=key)


async def _added(
    request: AnyRequest,
    form: Form,
    add: Callable[[], Awaitable[UUID]],
    fields: Mapping[str, str],
) -> str:
    """Give the key of what was added, or nothing."""
    made: list[UUID] = []

    async def save() -> None:
        made.append(await add())

    if not await saved(request, form, save, fields):
        return ""
    return (await chapter_by_id(made[0])).key


async def _new_page(
    request: AnyRequest,
    plan: PlanFacts,
    values: Mapping[str, Any],
    form: Form | None = None,
) -> Template:
    errors = form.errors if form is not None else {}
    return page(
        request,
        "plan/desk/new_chapter.html",
        status=422 if errors else 200,
        plan=plan,
        values=values,
        errors=errors,
        request_key=form.request_key() if form is not None else uuid4(),
        **await chapter_choices(plan),
    )


async def _chapter_page(
    request: AnyRequest,
    draft: Draft,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    *,
    new_language: Mapping[str, str] | None = None,
) -> Template:
    plan, chapter = draft.plan, draft.chapter
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
        **await chapter_choices(plan, chapter),
    )


router = desk_router(
    "/edit/plans/{plan:str}/chapters",
    *(show_new, send_new, send_file),
    *(show_chapter, send_chapter, send_move, send_language),
    _sender("remove", remove_chapter),
    _sender("delete", delete_chapter),
    there=provide_plan,
    draft=provide_draft,
)
