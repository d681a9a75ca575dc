"""The form of an amendment: lines, other words, a reason, who proposes it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from litestar.response import Template

from lip.errors import NotFound
from lip.plan.actions.submit_amendment import AmendmentWish, Change
from lip.plan.pages.initiators import bodies_to_choose, by_whom
from lip.plan.pages.lines_form import Sent, Values, line_values, lines_page, whose
from lip.plan.pages.speakers import Speaker
from lip.plan.pages.text_place import Place
from lip.plan.queries.chapters import wording_of
from lip.plan.rules.amending import (
    LONGEST_INITIATOR,
    LONGEST_REASON,
    chosen_stretch,
    fault_of_lines,
    lines_of_stretch,
)
from lip.plan.rules.line_history import History
from lip.plan.rules.lines import lines_of
from lip.plan.rules.words import Piece, compare_words
from lip.web.forms import Form
from lip.web.page import AnyRequest
from lip.words import current_language

LONGEST_WORDS: Final = 60_000
"""What is read of a form at all; the rule refuses less."""

_TYPED: Final = ("words", "reason", "initiator", "ticket", "body", "decided_on")


async def form_page(
    request: AnyRequest,
    place: Place,
    speaker: Speaker,
    values: Values,
    *,
    form: Form,
    both: Sequence[Piece] = (),
) -> Template:
    """Show the form with the lines that were chosen, or ask for lines first."""
    return lines_page(
        request,
        "plan/amend.html",
        place,
        speaker,
        values,
        form=form,
        both=both,
        bodies=await bodies_to_choose() if speaker.editor else (),
    )


def first_values(place: Place, first: int, last: int) -> tuple[Values, str]:
    """Fill the form with the words of chosen lines; tell what is wrong with them."""
    values = line_values(place, first, last, *_TYPED)
    if not first:
        return values, ""
    lines, last = place.lines, values["last"]
    if fault := fault_of_lines(lines, first, last):
        return values, fault.value
    stretch = chosen_stretch(place.text.text, lines, first, last)
    values["words"] = place.text.text[stretch.start : stretch.end]
    return values, ""


def typed(sent: Sent) -> dict[str, Any]:
    """Give what was typed, to show it again."""
    return sent.typed(*_TYPED, most=LONGEST_WORDS)


async def read_wish(
    request: AnyRequest, sent: Sent, speaker: Speaker, *, now: datetime
) -> AmendmentWish:
    """Read the form; a ticket says whose amendment it is."""
    form = sent.form
    wish = AmendmentWish(
        language=sent.place.text.language,
        change=Change(
            base_version=sent.base_version,
            first_line=sent.first,
            last_line=sent.last,
            words=form.text("words", most=LONGEST_WORDS, lines=True),
        ),
        reason=form.text("reason", most=LONGEST_REASON, lines=True),
        written_in=current_language(),
        initiator_name=form.text("initiator", most=LONGEST_INITIATOR),
    )
    if speaker.editor:
        return by_whom(wish, form)
    return replace(wish, participant=await whose(request, form, speaker, now=now))


async def both_wordings(place: Place, values: dict[str, Any]) -> Sequence[Piece]:
    """
    Compare what lines said when somebody began with what stands there now.

    The form goes on with the lines of today.
    """
    try:
        base = await wording_of(place.text.id, values["base_version"])
    except NotFound:
        return ()
    before = lines_of(base.text, line_length=place.plan.line_length)
    first, last = int(values["first"] or 0), int(values["last"] or 0)
    if fault_of_lines(before, first, last):
        return ()
    then = chosen_stretch(base.text, before, first, last)
    now = History(base.text, place.text.text).about(then)
    values["base_version"] = place.text.version
    if now is not None:
        lines = place.lines
        values["first"], values["last"] = lines_of_stretch(lines, now)
        now = chosen_stretch(place.text.text, lines, values["first"], values["last"])
    today = place.text.text[now.start : now.end] if now else ""
    return compare_words(base.text[then.start : then.end], today)
