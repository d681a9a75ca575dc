"""The form to remark on lines of a draft."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import find_identity
from lip.errors import Conflict, TooLate, Unusable
from lip.journal.rules.entries import Actor
from lip.keys import Keys
from lip.plan.actions.remark import RemarkWish, write_remark
from lip.plan.pages.amending import (
    SOMEBODY,
    TEXTS_PER_ADDRESS,
    place_in_draft,
    typed_number,
)
from lip.plan.pages.amendment_form import Place, ticket_holder
from lip.plan.pages.change_context import change_context
from lip.plan.rules.amending import LONGEST_INITIATOR, fault_of_lines
from lip.plan.rules.amendments import LONGEST_REMARK
from lip.web.address import sealed_address
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect_to
from lip.words import current_language

_FIELDS: Final = {"no_such_line": "first", "lines_reversed": "first"}


@get("/remark", name="remarks.new")
async def show_form(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromQuery[str] = "",
    first: FromQuery[str] = "",
    last: FromQuery[str] = "",
) -> Template:
    """Show the form, with the lines that were chosen."""
    place = await place_in_draft(plan, chapter, language)
    if not place.plan.comments_open:
        raise TooLate("remarks_closed")
    begin = typed_number(first)
    values = {
        "first": begin or "",
        "last": typed_number(last) or begin or "",
        "text": "",
        "name": "",
        "ticket": "",
        "base_version": place.text.version,
    }
    return _page(request, place, values)


@post("/remark", name="remarks.send", status_code=200)
async def send_form(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
) -> Redirect | Template:
    """Write a remark; sent twice it is one."""
    form = await read_form(request)
    place = await place_in_draft(plan, chapter, form.raw("language"))
    limits.spend(sealed_address(request, keys), TEXTS_PER_ADDRESS, now=now)
    wish, by = await _wish(request, form, place, now=now)
    if form:
        try:
            made = await write_remark(
                place.plan, chapter, wish, by=by, now=now, request=form.request_key()
            )
        except (Conflict, Unusable) as refusal:
            field = _FIELDS.get(refusal.code, "text")
            form.refuse(field, request.app.state.sentences.say(refusal))
        else:
            path = f"/plan/{plan}/draft/{chapter}/amendments"
            query = f"?language={place.text.language}#r-{made}"
            return redirect_to(request, path + query)
    values = {name: form.raw(name)[:5_000] for name in ("text", "name", "ticket")} | {
        "first": wish.first_line or "",
        "last": wish.last_line or "",
        "base_version": place.text.version,
    }
    return _page(request, place, values, form)


async def _wish(
    request: AnyRequest, form: Form, place: Place, *, now: datetime
) -> tuple[RemarkWish, Actor]:
    first = form.whole_number("first", most=100_000)
    identity = await find_identity(request)
    person = identity.person if identity else None
    wish = RemarkWish(
        language=place.text.language,
        base_version=form.whole_number("base_version", most=10_000_000),
        first_line=first,
        last_line=form.whole_number("last", most=100_000) or first,
        text=form.text("text", most=LONGEST_REMARK, lines=True, required=True),
        written_in=current_language(),
        author_name=form.text("name", most=LONGEST_INITIATOR),
        participant=await ticket_holder(request, form, now=now),
        person=person,
    )
    return wish, identity.actor if identity and person else SOMEBODY


def _page(
    request: AnyRequest,
    place: Place,
    values: Mapping[str, Any],
    form: Form | None = None,
    request_key: UUID | None = None,
) -> Template:
    lines = place.lines
    first, last = int(values["first"] or 0), int(values["last"] or 0)
    fits = first and fault_of_lines(lines, first, last) is None
    return page(
        request,
        "plan/remark.html",
        status=422 if form is not None and form.errors else 200,
        plan=place.plan,
        chapter=place.chapter,
        text=place.text,
        lines=len(lines),
        chosen=lines[first - 1 : last] if fits else (),
        values=values,
        errors=form.errors if form is not None else {},
        request_key=form.request_key() if form is not None else request_key or uuid4(),
        **change_context(),
    )


router = Router(
    path="/plan/{plan:str}/draft/{chapter:str}",
    route_handlers=[show_form, send_form],
    include_in_schema=False,
)
