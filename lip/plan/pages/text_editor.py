"""Write a chapter in one language: save, save by itself, preview, two at once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.queries import names_of
from lip.accounts.rules.identity import Identity
from lip.errors import Unusable
from lip.plan.actions.save_text import Clash, Saved, Words, save_text, set_state
from lip.plan.pages.chapter_file import read_file
from lip.plan.pages.chapter_html import Drawn, drawn
from lip.plan.pages.files import markdown_answer
from lip.plan.pages.text_form import read_words, typed_words
from lip.plan.pages.text_place import Place, place_of
from lip.plan.pages.tongues import language_name
from lip.plan.queries.chapters import (
    terms_in,
    wordings_of,
)
from lip.plan.queries.reading import initiator_of
from lip.plan.rules.diff import Passage, compare
from lip.plan.rules.kinds import SavedBy, TextState
from lip.plan.rules.markdown import LONGEST_TEXT, check_text, parted
from lip.plan.rules.shown import ShownChapter, head_of
from lip.plan.rules.tongues import direction_of
from lip.plan.status_words import STATE_SIGNS, TEXT_STATES
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import ZONE
from lip.words import _


@get("/", name="edit_texts.show")
async def show_text(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Template:
    """Show the words of a chapter, to write on."""
    place = await place_of(plan, chapter, language)
    saved = request.query_params.get("saved") == "1"
    return await _editor(request, place, saved=saved)


@post("/", name="edit_texts.save", status_code=200)
async def send_text(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Save, or show a preview, or show what somebody else has saved meanwhile."""
    place = await place_of(plan, chapter, language)
    form = await read_form(request)
    words = read_words(form, SavedBy.EDITOR)
    if words is None or form.raw("preview"):
        return await _editor(
            request, place, words=words or typed_words(form), form=form
        )
    result = await _save(request, place, words, form, identity, now)
    if isinstance(result, Clash):
        return await _clash(request, place, words, result)
    if result is None:
        return await _editor(request, place, words=words, form=form)
    answer = redirect(
        request, "edit_texts.show", plan=plan, chapter=chapter, language=language
    )
    return Redirect(f"{answer.url}?saved=1", status_code=303)


@post("/autosave", name="edit_texts.autosave", status_code=200)
async def send_autosave(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Response[dict[str, Any]]:
    """Save what an open page holds, if nobody else has saved meanwhile."""
    place = await place_of(plan, chapter, language)
    form = await read_form(request)
    words = read_words(form, SavedBy.AUTOSAVE)
    result = words and await _save(request, place, words, form, identity, now)
    if isinstance(result, Clash):
        said = _(
            "Jemand anderes hat inzwischen gespeichert. Bitte tippen Sie auf "
            "„Speichern“: Dann sehen Sie beide Texte nebeneinander."
        )
        return Response({"said": said}, status_code=409)
    if not isinstance(result, Saved):
        return Response({"said": next(iter(form.errors.values()))}, status_code=422)
    at = f"{now.astimezone(ZONE):%H:%M}"
    said = _("Zwischenstand gespeichert um %(time)s Uhr", time=at)
    return Response({"version": result.version, "said": said})


@post("/preview", name="edit_texts.preview", status_code=200)
async def send_preview(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Template:
    """Show how what was typed would look, and save nothing."""
    place = await place_of(plan, chapter, language)
    form = await read_form(request)
    text = form.raw("text")
    problem = ""
    try:
        check_text(text)
    except Unusable as refusal:
        problem, text = request.app.state.sentences.say(refusal), ""
    return page(
        request,
        "plan/desk/preview.html",
        text=await _drawn(place, text),
        problem=problem,
        tag=language,
        direction=direction_of(language),
    )


@post("/state", name="edit_texts.state")
async def send_state(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Say how far a text is."""
    place = await place_of(plan, chapter, language)
    form = await read_form(request)
    state = form.choice("state", TextState, default=place.text.state)
    await set_state(place.chapter.id, language, state, by=identity.actor, now=now)
    return redirect(request, "edit_chapters.show", plan=plan, chapter=chapter)


@post("/import", name="edit_texts.import", status_code=200)
async def send_file(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Template:
    """Put the words of a Markdown file into the editor, to be looked at and saved."""
    place = await place_of(plan, chapter, language)
    form = await read_form(request)
    content = await read_file(form)
    text = parted(content)[1] if content is not None else place.text.text
    words = Words(title=place.text.title, text=text, began_with=place.text.version)
    return await _editor(
        request, place, words=words, form=form, read_in=content is not None
    )


@get("/export", name="edit_texts.export")
async def show_export(
    plan: FromPath[str], chapter: FromPath[str], language: FromPath[str]
) -> Response[str]:
    """Give the words as they were saved last, as Markdown."""
    place = await place_of(plan, chapter, language)
    shown = ShownChapter(
        plan=place.plan,
        chapter=place.chapter.id,
        key=chapter,
        language=language,
        title=place.text.title,
        text=place.text.text,
        wording=place.text.version,
        since=place.text.changed_at,
        code=place.chapter.code,
        number=place.chapter.number,
        kind=place.chapter.kind,
        initiator=await initiator_of(place.chapter, place.plan.language),
        decided_on=place.chapter.decided_on,
    )
    return markdown_answer(shown)


async def _save(
    request: AnyRequest,
    place: Place,
    words: Words,
    form: Form,
    identity: Identity,
    now: datetime,
) -> Saved | Clash | None:
    try:
        return await save_text(
            place.chapter.id, place.text.language, words, by=identity.actor, now=now
        )
    except Unusable as refusal:
        form.refuse("text", request.app.state.sentences.say(refusal))
        return None


async def _editor(
    request: AnyRequest,
    place: Place,
    *,
    words: Words | None = None,
    form: Form | None = None,
    saved: bool = False,
    read_in: bool = False,
) -> Template:
    errors: Mapping[str, str] = {} if form is None else form.errors
    text = place.text
    there = words or Words(title=text.title, text=text.text, began_with=text.version)
    shown = "" if "text" in errors else there.text
    return page(
        request,
        "plan/desk/text.html",
        status=422 if errors else 200,
        **_about(place),
        words=there,
        errors=errors,
        drawn=await _drawn(place, shown),
        saved=saved,
        read_in=read_in,
        most=LONGEST_TEXT,
        history=await wordings_of(text.id, most=10),
    )


async def _clash(
    request: AnyRequest, place: Place, words: Words, clash: Clash
) -> Template:
    names = await names_of([clash.by] if clash.by else [])
    passages: tuple[Passage, ...] = compare(clash.there.text, words.text)
    return page(
        request,
        "plan/desk/clash.html",
        status=409,
        **_about(place),
        words=words,
        clash=clash,
        who=names.get(clash.by, "") if clash.by else "",
        passages=passages,
    )


def _about(place: Place) -> dict[str, Any]:
    language = place.text.language
    return {
        "plan": place.plan,
        "chapter": place.chapter,
        "text": place.text,
        "title": head_of(place.chapter.number, place.text.title),
        "language_name": language_name,
        "direction": direction_of(language),
        "signs": STATE_SIGNS,
        "states": TEXT_STATES,
    }


async def _drawn(place: Place, text: str) -> Drawn:
    terms = await terms_in(place.plan.id, place.text.language)
    return drawn(text, place.plan.line_length, terms)


router = Router(
    path="/edit/plans/{plan:str}/chapters/{chapter:str}/texts/{language:str}",
    guards=[requires_editor],
    route_handlers=[
        show_text,
        send_text,
        send_autosave,
        send_preview,
        send_state,
        send_file,
        show_export,
    ],
    include_in_schema=False,
)
