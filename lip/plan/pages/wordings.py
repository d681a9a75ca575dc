"""Earlier wordings of a text: who wrote them when, what is different, taken back."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.queries import names_of
from lip.accounts.rules.identity import Identity
from lip.plan.actions.save_text import Clash, Words, save_text
from lip.plan.pages.change_words import PASSAGES
from lip.plan.pages.text_place import Place, desk_router, provide_place
from lip.plan.pages.two_texts import about, clash_page
from lip.plan.queries.chapters import wording_of, wordings_of
from lip.plan.rules.diff import PassageKind, compare
from lip.plan.rules.kinds import SavedBy
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect, with_query
from lip.words import N_

MOST: Final = 500
"""Wordings in the list; older ones are still there by their address."""

SAVED_BY: Final[Mapping[SavedBy, str]] = {
    SavedBy.EDITOR: N_("gespeichert"),
    SavedBy.AUTOSAVE: N_("von selbst gespeichert"),
    SavedBy.AMENDMENT: N_("Änderungsantrag angenommen"),
    SavedBy.IMPORT: N_("aus einer Datei"),
}


@get("/", name="wordings.list")
async def show_wordings(request: AnyRequest, place: NamedDependency[Place]) -> Template:
    """List what a text said, the newest first."""
    wordings = await wordings_of(place.text.id, most=MOST)
    return page(
        request,
        "plan/desk/wordings.html",
        **about(place),
        wordings=wordings,
        names=await _names(one.person for one in wordings),
        saved_by=SAVED_BY,
        most=MOST,
    )


@get("/{version:int}", name="wordings.show")
async def show_wording(
    request: AnyRequest, place: NamedDependency[Place], version: FromPath[int]
) -> Template:
    """Show what a text said once, and what is different now."""
    wording = await wording_of(place.text.id, version)
    passages = await asyncio.to_thread(compare, wording.text, place.text.text)
    return page(
        request,
        "plan/desk/wording.html",
        **about(place),
        wording=wording,
        who=next(iter((await _names([wording.person])).values()), ""),
        passages=[one for one in passages if one.kind is not PassageKind.SAME],
        passage_words=PASSAGES,
        saved_by=SAVED_BY,
    )


@post("/{version:int}/take-back", name="wordings.take_back", status_code=200)
async def send_back(
    request: AnyRequest,
    place: NamedDependency[Place],
    version: FromPath[int],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Save an earlier wording as a new one, unless somebody saved meanwhile."""
    form = await read_form(request)
    began_with = form.whole_number("version", most=1_000_000_000)
    wording = await wording_of(place.text.id, version)
    words = Words(title=wording.title, text=wording.text, began_with=began_with)
    chapter, language = place.chapter.id, place.text.language
    result = await save_text(chapter, language, words, by=identity.actor, now=now)
    if isinstance(result, Clash):
        return await clash_page(request, place, words, result)
    answer = redirect(request, "edit_texts.show", **place.address)
    return with_query(answer, saved=1)


async def _names(people: Iterable[UUID | None]) -> Mapping[UUID, str]:
    return await names_of(one for one in people if one)


router = desk_router(
    "/edit/plans/{plan:str}/chapters/{chapter:str}/texts/{language:str}/wordings",
    *(show_wordings, show_wording, send_back),
    place=provide_place,
)
