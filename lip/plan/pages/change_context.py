"""What every page about changes gives to its template."""

import re
from collections.abc import Sequence
from typing import Any, Final

from litestar.response import Template

from lip.partial_dates import PartialDate
from lip.plan.pages.change_words import (
    PASSAGES,
    lines_said,
    place_of,
    status_badge,
    status_word,
)
from lip.plan.pages.tongues import language_name
from lip.plan.queries.talk import titles_of_texts
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.words import Piece
from lip.web.page import AnyRequest, page
from lip.web.partial_dates import said

_HEAD: Final = re.compile(r"\A#{1,6}\s+")
_BULLET: Final = re.compile(r"^[-*+] ", re.MULTILINE)


def change_context() -> dict[str, Any]:
    """Give the functions that word changes."""
    return {
        "language_name": language_name,
        "lines_said": lines_said,
        "partial": _partial,
        "passages": PASSAGES,
        "place_of": place_of,
        "readable": readable,
        "status_badge": status_badge,
        "status_word": status_word,
    }


async def list_page(
    request: AnyRequest, template: str, plan: PlanFacts, **listed: Any
) -> Template:
    """Show editors everything of one kind that people say to a plan."""
    return page(
        request,
        template,
        plan=plan,
        titles=await titles_of_texts(plan.id),
        **listed,
        **change_context(),
    )


def readable(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Leave out the marks of Markdown that only stand in a reader's way."""
    made, begins = [], True
    for one in pieces:
        text = one.text.replace("**", "")
        if begins:
            text = _HEAD.sub("", text)
            text = _BULLET.sub("• ", text)
        made.append(Piece(one.kind, text))
        begins = False
    return made


def _partial(code: str) -> str:
    return said(PartialDate.load(code)) if code else ""
