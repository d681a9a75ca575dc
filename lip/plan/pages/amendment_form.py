"""The form of an amendment: lines, other words, a reason, who proposes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from litestar.response import Template

from lip.conference.pages.tickets import provide_held
from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.plan.actions.submit_amendment import AmendmentWish, Change
from lip.plan.pages.change_context import change_context
from lip.plan.queries.chapters import wording_of
from lip.plan.rules.amending import (
    LONGEST_INITIATOR,
    LONGEST_REASON,
    chosen_stretch,
    fault_of_lines,
    lines_of_stretch,
)
from lip.plan.rules.chapters import ChapterFacts, TextFacts
from lip.plan.rules.line_history import History
from lip.plan.rules.lines import Line, lines_of
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.words import Piece, compare_words
from lip.web.forms import Form
from lip.web.page import AnyRequest, page
from lip.words import _, current_language

LONGEST_WORDS: Final = 60_000
"""What is read of a form at all; the rule refuses less."""

FIELDS: Final = {
    "no_such_line": "first",
    "lines_reversed": "first",
    "nothing_changed": "words",
    "amendment_too_long": "words",
    "amendment_needs_name": "initiator",
    "draft_changed_meanwhile": "words",
}
"""The field at which a refusal is said."""

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A text of a draft that somebody wants to change."""

    plan: PlanFacts
    chapter: ChapterFacts
    text: TextFacts

    @property
    def lines(self) -> Sequence[Line]:
        """Its lines."""
        return lines_of(self.text.text, line_length=self.plan.line_length)


def form_page(
    request: AnyRequest,
    place: Place,
    values: Values,
    *,
    send_to: str,
    bodies: Sequence[tuple[str, str]] = (),
    errors: Mapping[str, str] | None = None,
    both: Sequence[Piece] = (),
    request_key: UUID | None = None,
) -> Template:
    """Show the form with the lines that were chosen, or ask for lines first."""
    lines = place.lines
    first, last = int(values["first"] or 0), int(values["last"] or 0)
    fits = fault_of_lines(lines, first, last) is None
    return page(
        request,
        "plan/amend.html",
        status=422 if errors else 200,
        plan=place.plan,
        chapter=place.chapter,
        text=place.text,
        lines=len(lines),
        chosen=lines[first - 1 : last] if fits and first else (),
        values=values,
        errors=errors or {},
        both=both,
        send_to=send_to,
        bodies=bodies,
        request_key=request_key or uuid4(),
        **change_context(),
    )


def first_values(place: Place, first: int, last: int) -> tuple[Values, str]:
    """Fill the form with the words of chosen lines; tell what is wrong with them."""
    last = last or first
    values = {
        **dict.fromkeys(
            ("reason", "initiator", "ticket", "body", "decided_on", "words"), ""
        ),
        "first": first or "",
        "last": last or "",
        "base_version": place.text.version,
    }
    if not first:
        return values, ""
    lines = place.lines
    if fault := fault_of_lines(lines, first, last):
        return values, fault.value
    stretch = chosen_stretch(place.text.text, lines, first, last)
    values["words"] = place.text.text[stretch.start : stretch.end]
    return values, ""


def typed(form: Form) -> dict[str, Any]:
    """Give what was typed, to show it again."""
    names = ("words", "reason", "initiator", "ticket", "body", "decided_on")
    return {name: form.raw(name)[:LONGEST_WORDS] for name in names} | {
        "first": form.whole_number("first", most=100_000) or "",
        "last": form.whole_number("last", most=100_000) or "",
        "base_version": form.whole_number("base_version", most=10_000_000),
    }


async def read_wish(
    request: AnyRequest, form: Form, language: str, *, now: datetime
) -> AmendmentWish:
    """Read the form; a ticket's code says whose amendment it is."""
    first = form.whole_number("first", most=100_000)
    wish = AmendmentWish(
        language=language,
        change=Change(
            base_version=form.whole_number("base_version", most=10_000_000),
            first_line=first,
            last_line=form.whole_number("last", most=100_000) or first,
            words=form.text("words", most=LONGEST_WORDS, lines=True),
        ),
        reason=form.text("reason", most=LONGEST_REASON, lines=True),
        written_in=current_language(),
        initiator_name=form.text("initiator", most=LONGEST_INITIATOR),
    )
    participant = await ticket_holder(request, form, now=now)
    return replace(wish, participant=participant) if participant else wish


async def ticket_holder(
    request: AnyRequest, form: Form, *, now: datetime
) -> UUID | None:
    """Find the holder of the ticket whose code was typed, if one was."""
    code = form.text("ticket", most=60)
    if not code:
        return None
    held = await provide_held(request, code, now)
    if held is None:
        form.refuse(
            "ticket",
            _(
                "Dieser Ticket-Code gilt nicht. "
                "Bitte prüfen Sie ihn, oder lassen Sie das Feld leer."
            ),
        )
        return None
    return held.person.id


def refuse(
    request: AnyRequest, form: Form, refusal: Unusable | Conflict | TooLate | NotFound
) -> None:
    """Say a refusal at the field that it is about."""
    field = FIELDS.get(refusal.code, "words")
    form.refuse(field, request.app.state.sentences.say(refusal))


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
