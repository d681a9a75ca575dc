"""A draft with what people propose and remark at its lines; the form to propose."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.journal.rules.entries import Actor, ActorKind
from lip.keys import Keys
from lip.plan.actions.submit_amendment import submit_amendment
from lip.plan.pages.amendment_form import (
    Place,
    both_wordings,
    first_values,
    form_page,
    read_wish,
    refuse,
    typed,
)
from lip.plan.pages.change_context import change_context
from lip.plan.queries.chapters import chapter_by_key, shown_text, shown_texts
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.standing import ShownAmendment, ShownRemark
from lip.plan.queries.talk import talk_at
from lip.plan.rules.chapters import TextHead
from lip.plan.rules.lines import Block, blocks_of
from lip.plan.rules.words import Piece
from lip.web.address import sealed_address
from lip.web.attempts import Allowance
from lip.web.forms import read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed
from lip.words import current_language

SOMEBODY: Final = Actor(ActorKind.PARTICIPANT)
"""The journal does not keep who of the public wrote what."""

TEXTS_PER_ADDRESS: Final = Allowance(attempts=120, within=timedelta(minutes=10))
"""A hall shares one address."""


async def place_in_draft(plan: str, chapter: str, language: str = "") -> Place:
    """Find a text of a public draft, in a language or the next best."""
    place, _ = await place_with_tongues(plan, chapter, language)
    return place


async def place_with_tongues(
    plan: str, chapter: str, language: str = ""
) -> tuple[Place, Sequence[TextHead]]:
    """The same with all languages of the chapter."""
    there = await public_plan_by_key(plan)
    if not there.draft_public:
        raise NotFound("unknown_chapter")
    found = await chapter_by_key(there.id, chapter)
    heads = (await shown_texts([found.id])).get(found.id, ())
    tags = [one.language for one in heads]
    wanted = (language, current_language(), there.language, *tags)
    tag = next((one for one in wanted if one in tags), "")
    text = await shown_text(found.id, tag)
    return Place(plan=there, chapter=found, text=text), heads


@get("/amendments", name="amendments.discuss")
async def show_discussion(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromQuery[str] = "",
) -> Template:
    """Show a draft's lines with open amendments and remarks at them."""
    place, tongues = await place_with_tongues(plan, chapter, language)
    amendments, remarks = await talk_at(place.plan, place.text)
    blocks = blocks_of(place.text.text, line_length=place.plan.line_length)
    open_ones = [one for one in amendments if one.facts.open]
    notes: list[ShownAmendment | ShownRemark] = [*open_ones, *remarks]
    return page(
        request,
        "plan/discuss.html",
        plan=place.plan,
        chapter=place.chapter,
        text=place.text,
        tongues=tongues,
        blocks=blocks,
        notes=_at_blocks(blocks, notes),
        elsewhere=[one for one in notes if one.now is None],
        decided=[one for one in amendments if not one.facts.open],
        **change_context(),
    )


@get("/amend", name="amendments.new")
async def show_form(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromQuery[str] = "",
    first: FromQuery[str] = "",
    last: FromQuery[str] = "",
) -> Template:
    """Ask for lines, or show them with the field to change them."""
    place = await place_in_draft(plan, chapter, language)
    if not place.plan.amendments_open:
        raise TooLate("amendments_closed")
    values, fault = first_values(place, typed_number(first), typed_number(last))
    errors = {}
    if fault:
        refusal = Unusable(fault, lines=len(place.lines))
        errors["first"] = request.app.state.sentences.say(refusal)
    return form_page(
        request, place, values, send_to=_send_to(request, place), errors=errors
    )


@post("/amend", name="amendments.send", status_code=200)
async def send_form(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
) -> Redirect | Template:
    """Hand an amendment in; sent twice it is one."""
    form = await read_form(request)
    place = await place_in_draft(plan, chapter, form.raw("language"))
    limits.spend(sealed_address(request, keys), TEXTS_PER_ADDRESS, now=now)
    wish = await read_wish(request, form, place.text.language, now=now)
    values = typed(form)
    both: Sequence[Piece] = ()
    if form:
        try:
            code = await submit_amendment(
                place.plan,
                chapter,
                wish,
                by=SOMEBODY,
                now=now,
                request=form.request_key(),
            )
            return redirect(request, "amendments.show", plan=plan, code=code)
        except (Conflict, Unusable) as refusal:
            refuse(request, form, refusal)
            if refusal.code == "draft_changed_meanwhile":
                both = await both_wordings(place, values)
    return form_page(
        request,
        place,
        values,
        send_to=_send_to(request, place),
        errors=form.errors,
        both=both,
        request_key=form.request_key(),
    )


def _send_to(request: AnyRequest, place: Place) -> str:
    return prefixed(
        request,
        "amendments.send",
        plan=place.plan.key,
        chapter=place.chapter.key,
    )


def typed_number(text: str) -> int:
    """Read a number of lines in an address; what is none is 0."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _at_blocks(
    blocks: Sequence[Block], things: Sequence[ShownAmendment | ShownRemark]
) -> dict[int, list[ShownAmendment | ShownRemark]]:
    """Put what stands to lines behind the block of the last of them."""
    where = {line.number: block.index for block in blocks for line in block.lines}
    first = blocks[0].index if blocks else 0
    notes: dict[int, list[ShownAmendment | ShownRemark]] = {}
    for one in things:
        if one.now is not None:
            line = one.line if isinstance(one, ShownAmendment) else one.now[1]
            notes.setdefault(where.get(line, first), []).append(one)
    return notes


router = Router(
    path="/plan/{plan:str}/draft/{chapter:str}",
    route_handlers=[show_discussion, show_form, send_form],
    include_in_schema=False,
)
