"""What the pages of the editor show alike, and the page where two texts meet."""

from typing import Any

from litestar.response import Template

from lip.accounts.queries import names_of
from lip.plan.actions.save_text import Clash, Words
from lip.plan.pages.text_place import Place
from lip.plan.pages.tongues import language_name
from lip.plan.rules.diff import compare
from lip.plan.rules.shown import head_of
from lip.plan.rules.tongues import direction_of
from lip.plan.status_words import STATE_SIGNS, TEXT_STATES
from lip.web.page import AnyRequest, page


def about(place: Place) -> dict[str, Any]:
    """Give what every page about a text shows of it."""
    return {
        "plan": place.plan,
        "chapter": place.chapter,
        "text": place.text,
        "title": head_of(place.chapter.number, place.text.title),
        "language_name": language_name,
        "direction": direction_of(place.text.language),
        "signs": STATE_SIGNS,
        "states": TEXT_STATES,
    }


async def clash_page(
    request: AnyRequest, place: Place, words: Words, clash: Clash
) -> Template:
    """Show what somebody else has saved meanwhile beside what was to be saved."""
    names = await names_of([clash.by] if clash.by else [])
    return page(
        request,
        "plan/desk/clash.html",
        status=409,
        **about(place),
        words=words,
        clash=clash,
        who=names.get(clash.by, "") if clash.by else "",
        passages=compare(clash.there.text, words.text),
    )
