"""Write a chapter in one language: save, save by itself, preview, two at once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.rules.identity import Identity
from lip.errors import Unusable
from lip.plan.actions.save_text import Clash, Saved, Words, save_text, set_state
from lip.plan.pages.chapter_file import read_file
from lip.plan.pages.chapter_html import drawn
from lip.plan.pages.files import markdown_answer
from lip.plan.pages.text_form import read_words, typed_words
from lip.plan.pages.text_place import Place, desk_router, provide_place
from lip.plan.pages.two_texts import about, clash_page
from lip.plan.queries.glossary import terms_in
from lip.plan.queries.reading import initiator_of
from lip.plan.rules.advice import AdviceKind, advice_on
from lip.plan.rules.kinds import SavedBy, TextState
from lip.plan.rules.markdown import check_text, parted
from lip.plan.rules.shown import ShownChapter
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect, with_query
from lip.web.pages import ZONE
from lip.words import N_, _

ADVICE: Final[Mapping[AdviceKind, str]] = {
    AdviceKind.SKIPPED: N_(
        "Vor der Überschrift „%(words)s“ fehlt eine Ebene. Auf der Seite steht sie "
        "eine Ebene unter der davor. Bitte schreiben Sie weniger #."
    ),
    AdviceKind.PICTURE: N_(
        "Bilder werden nicht gezeigt, denn sie kämen von einer anderen Website. Statt "
        "des Bildes „%(words)s“ steht ein Link da."
    ),
    AdviceKind.MARKUP: N_(
        "HTML und Skripte wirken hier nicht. „%(words)s“ steht auf der Seite so da, "
        "wie Sie es geschrieben haben."
    ),
    AdviceKind.BAD_LINK: N_(
        "Ein Link wie „%(words)s“ geht nicht und bleibt Text. Bitte schreiben Sie eine "
        "Adresse, die mit https:// beginnt."
    ),
}


@get("/", name="edit_texts.show")
async def show_text(
    request: AnyRequest,
    place: NamedDependency[Place],
) -> Template:
    """Show the words of a chapter, to write on."""
    saved = request.query_params.get("saved") == "1"
    return await _editor(request, place, saved=saved)


@post("/", name="edit_texts.save", status_code=200)
async def send_text(
    request: AnyRequest,
    place: NamedDependency[Place],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Save, or show a preview, or show what somebody else has saved meanwhile."""
    form = await read_form(request)
    words = read_words(form, SavedBy.EDITOR)
    if words is None or form.raw("preview"):
        return await _editor(
            request, place, words=words or typed_words(form), form=form
        )
    result = await _save(request, place, words, form, identity, now)
    if isinstance(result, Clash):
        return await clash_page(request, place, words, result)
    if result is None:
        return await _editor(request, place, words=words, form=form)
    answer = redirect(request, "edit_texts.show", **place.address)
    return with_query(answer, saved=1)


@post("/autosave", name="edit_texts.autosave", status_code=200)
async def send_autosave(
    request: AnyRequest,
    place: NamedDependency[Place],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Response[dict[str, Any]]:
    """Save what an open page holds, if nobody else has saved meanwhile."""
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
    place: NamedDependency[Place],
) -> Template:
    """Show how what was typed would look, and save nothing."""
    form = await read_form(request)
    text = form.raw("text")
    problem = ""
    try:
        check_text(text)
    except Unusable as refusal:
        problem, text = request.app.state.sentences.say(refusal), ""
    return page(
        request,
        "plan/desk/seen.html",
        **await _seen(place, text, problem),
        **about(place),
    )


@post("/state", name="edit_texts.state")
async def send_state(
    request: AnyRequest,
    place: NamedDependency[Place],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Say how far a text is."""
    form = await read_form(request)
    state = form.choice("state", TextState, default=place.text.state)
    chapter, language = place.chapter, place.text.language
    await set_state(chapter.id, language, state, by=identity.actor, now=now)
    address = {"plan": place.plan.key, "chapter": chapter.key}
    return redirect(request, "edit_chapters.show", **address)


@post("/import", name="edit_texts.import", status_code=200)
async def send_file(
    request: AnyRequest,
    place: NamedDependency[Place],
) -> Template:
    """Put the words of a Markdown file into the editor, to be looked at and saved."""
    form = await read_form(request)
    content = await read_file(form)
    text = parted(content)[1] if content is not None else place.text.text
    words = Words(title=place.text.title, text=text, began_with=place.text.version)
    return await _editor(
        request, place, words=words, form=form, read_in=content is not None
    )


@get("/export", name="edit_texts.export")
async def show_export(place: NamedDependency[Place]) -> Response[str]:
    """Give the words as they were saved last, as Markdown."""
    shown = ShownChapter(
        plan=place.plan,
        chapter=place.chapter.id,
        key=place.chapter.key,
        language=place.text.language,
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
        **about(place),
        words=there,
        errors=errors,
        **await _seen(place, shown),
        saved=saved,
        read_in=read_in,
    )


async def _seen(place: Place, text: str, problem: str = "") -> dict[str, Any]:
    """Give what a text looks like, and what to know of it."""
    terms = await terms_in(place.plan.id, place.text.language)
    return {
        "drawn": drawn(text, place.plan.line_length, terms),
        "advice": advice_on(text),
        "advice_words": ADVICE,
        "problem": problem,
    }


router = desk_router(
    "/edit/plans/{plan:str}/chapters/{chapter:str}/texts/{language:str}",
    *(show_text, send_text, send_autosave, send_preview),
    *(send_state, send_file, show_export),
    place=provide_place,
)
