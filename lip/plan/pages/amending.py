"""A draft with what people propose and remark at its lines; the form to propose."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, TypeVar

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.errors import Conflict, TooLate, Unusable
from lip.plan.actions.submit_amendment import submit_amendment
from lip.plan.pages.amendment_form import (
    both_wordings,
    first_values,
    form_page,
    read_wish,
    typed,
)
from lip.plan.pages.change_context import change_context
from lip.plan.pages.kept import kept_page
from lip.plan.pages.lines_form import Sent, lines_routes
from lip.plan.pages.places import place_with_tongues, typed_number
from lip.plan.pages.speakers import Speaker, provide_anybody, ways_of
from lip.plan.pages.text_place import Place
from lip.plan.queries.standing import ShownAmendment, ShownRemark
from lip.plan.queries.talk import talk_at
from lip.plan.rules.lines import Block, blocks_of
from lip.plan.rules.words import Piece
from lip.web.forms import Form
from lip.web.page import AnyRequest, page

_FIELDS: Final = {
    "no_such_line": "first",
    "lines_reversed": "first",
    "amendment_needs_name": "initiator",
}
"""The field at which a refusal is said; what is not here is said at the words."""

Thing = TypeVar("Thing", ShownAmendment, ShownRemark, ShownAmendment | ShownRemark)


async def show_discussion(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    speaker: NamedDependency[Speaker],
    language: FromQuery[str] = "",
) -> Response[Any]:
    """Show a draft's lines with open amendments and remarks at them."""

    async def make() -> Template:
        return await _discussion(request, plan, chapter, speaker, language)

    if speaker.routes:
        return await make()
    return await kept_page(request, plan, make, asked=(language,))


async def _discussion(
    request: AnyRequest, plan: str, chapter: str, speaker: Speaker, language: str
) -> Template:
    place, tongues = await place_with_tongues(speaker, plan, chapter, language)
    amendments, remarks = await talk_at(
        place.plan, place.chapter.id, place.text.language, place.text.text
    )
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
        notes=at_blocks(blocks, notes),
        elsewhere=[one for one in notes if one.now is None],
        decided=[one for one in amendments if not one.facts.open],
        speaker=speaker,
        ways=ways_of(request, speaker, plan, chapter),
        **change_context(),
    )


async def show_form(
    request: AnyRequest,
    place: NamedDependency[Place],
    speaker: NamedDependency[Speaker],
    first: FromQuery[str] = "",
    last: FromQuery[str] = "",
) -> Template:
    """Ask for lines, or show them with the field to change them."""
    if not (speaker.editor or place.plan.amendments_open):
        raise TooLate("amendments_closed")
    values, fault = first_values(place, typed_number(first), typed_number(last))
    form = Form({})
    if fault:
        refusal = Unusable(fault, lines=len(place.lines))
        form.refuse("first", request.app.state.sentences.say(refusal))
    return await form_page(request, place, speaker, values, form=form)


async def send_form(
    request: AnyRequest,
    sent: NamedDependency[Sent],
    speaker: NamedDependency[Speaker],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Hand an amendment in; sent twice it is one."""
    form, place = sent.form, sent.place
    wish = await read_wish(request, sent, speaker, now=now)
    values = typed(sent)
    both: Sequence[Piece] = ()
    if form:
        try:
            code = await submit_amendment(
                place.plan,
                place.chapter.key,
                wish,
                by=speaker.by,
                now=now,
                request=form.request_key(),
                by_editor=speaker.editor,
            )
            return speaker.thanks(request, place.plan.key, code)
        except (Conflict, Unusable) as refusal:
            field = _FIELDS.get(refusal.code, "words")
            form.refuse(field, request.app.state.sentences.say(refusal))
            if refusal.code == "draft_changed_meanwhile":
                both = await both_wordings(place, values)
    return await form_page(request, place, speaker, values, form=form, both=both)


def at_blocks(
    blocks: Sequence[Block], things: Sequence[Thing]
) -> dict[int, list[Thing]]:
    """Put what stands to lines behind the block of the last of them."""
    where = {line.number: block.index for block in blocks for line in block.lines}
    first = blocks[0].index if blocks else 0
    notes: dict[int, list[Thing]] = {}
    for one in things:
        if one.now is not None:
            notes.setdefault(where.get(one.line, first), []).append(one)
    return notes


def amending_routes(routes: str) -> list[HTTPRouteHandler]:
    """Make the pages of an amendment; `routes` is how their names begin."""
    return lines_routes("/amend", f"{routes}amendments", show_form, send_form)


router = Router(
    path="/plan/{plan:str}/draft/{chapter:str}",
    dependencies={"speaker": Provide(provide_anybody)},
    route_handlers=[
        get("/amendments", name="amendments.discuss")(show_discussion),
        *amending_routes(""),
    ],
    include_in_schema=False,
)
