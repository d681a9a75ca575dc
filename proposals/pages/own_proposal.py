"""Word one's own proposal anew, withdraw it, put it right, add photos to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.errors import NotFound, TooEarly, TooLate, TooMany, Unusable
from lip.web.forms import read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page
from lip.words import current_language
from proposals.actions.photos import add_photo, remove_photo
from proposals.actions.put_right import put_in_field, set_language
from proposals.actions.reword import change, withdraw
from proposals.pages.field_words import field_options, fields_in_words
from proposals.pages.handing_in import SENT_PER_TICKET
from proposals.pages.photo_answer import photo_answer
from proposals.pages.proposal_form import (
    read_field,
    read_photo,
    read_wording,
    said,
    tongues,
    typed,
)
from proposals.pages.writers import Writer
from proposals.photo_files import photo_from
from proposals.queries.own import own_proposals
from proposals.queries.photos import photos_of, picture_of
from proposals.queries.proposals import ProposalFacts
from proposals.rules.standing import Standing


async def show_edit(
    request: AnyRequest, writer: NamedDependency[Writer], number: FromPath[int]
) -> Template:
    """Show one's own proposal, to word it anew."""
    own = await _one_of(writer, number)
    values = {
        "title": own.wording.title,
        "text": own.wording.text,
        "language": own.wording.language if own.language_chosen else "",
    }
    return await _edit_page(request, writer, own, values)


async def send_change(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Word one's own proposal anew."""
    form = await read_form(request)
    own = await _one_of(writer, number)
    who = _who(writer)
    try:
        await change(number, read_wording(form), **who, now=now)
        await put_in_field(number, read_field(form), **who, now=now)
    except (NotFound, Unusable, TooEarly, TooLate) as refusal:
        errors = said(request, refusal)
        return await _edit_page(request, writer, own, typed(form), errors=errors)
    request.app.state.live.changed(writer.conference.key)
    return _back(writer, number)


async def send_withdrawal(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take one's own proposal back."""
    await withdraw(number, **_who(writer), now=now)
    request.app.state.live.changed(writer.conference.key)
    return _back(writer, number)


async def send_field(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Say to which field of action one's own proposal belongs."""
    form = await read_form(request)
    await put_in_field(number, read_field(form), **_who(writer), now=now)
    return _back(writer, number)


async def send_language(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Say in which language one's own proposal is."""
    form = await read_form(request)
    await set_language(number, form.raw("language"), **_who(writer), now=now)
    return _back(writer, number)


async def send_photo(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    limits: NamedDependency[Limits],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Keep a photo beside one's own proposal."""
    form = await read_form(request)
    own = await _one_of(writer, number)
    try:
        limits.spend(f"photos {own.id}", SENT_PER_TICKET, now=now)
        photo = await read_photo(form) or photo_from(b"")
        await add_photo(number, photo, **_who(writer), now=now)
    except (NotFound, Unusable, TooEarly, TooLate, TooMany) as refusal:
        values = {
            "title": own.wording.title,
            "text": own.wording.text,
            "language": own.wording.language if own.language_chosen else "",
            "shows": form.raw("shows")[:1000],
        }
        errors = said(request, refusal)
        return await _edit_page(request, writer, own, values, errors=errors)
    return Redirect(f"{writer.base}/{number}#photos", status_code=303)


async def send_photo_removal(
    writer: NamedDependency[Writer],
    number: FromPath[int],
    photo: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a photo of one's own."""
    await remove_photo(number, photo, **_who(writer), now=now)
    return Redirect(f"{writer.base}/{number}#photos", status_code=303)


async def show_photo(
    writer: NamedDependency[Writer], number: FromPath[int], photo: FromPath[UUID]
) -> Response[bytes]:
    """Send a photo of one's own, also where nobody else may see it."""
    picture = await picture_of(writer.conference.id, number, photo)
    if picture is None or not writer.owner.has(picture.participant, picture.account):
        raise NotFound("no_such_photo")
    return photo_answer(picture)


def _who(writer: Writer) -> dict[str, Any]:
    return {"owner": writer.owner, "conference": writer.conference, "by": writer.by}


def _back(writer: Writer, number: int) -> Redirect:
    return Redirect(f"{writer.base}#p{number}", status_code=303)


async def _one_of(writer: Writer, number: int) -> ProposalFacts:
    for own in await own_proposals(writer.owner, writer.conference.id):
        if own.number == number and own.standing is not Standing.WITHDRAWN:
            return own
    raise NotFound("not_your_proposal")


async def _edit_page(
    request: AnyRequest,
    writer: Writer,
    own: ProposalFacts,
    values: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "proposals/edit.html",
        status=422 if errors else 200,
        frame=writer.frame,
        base=writer.base,
        conference=writer.conference,
        code=writer.code,
        collecting=writer.collecting,
        proposal=own,
        photos=await photos_of([own.id]),
        fields=await fields_in_words(),
        field_options=await field_options(own.field),
        values={"field": str(own.field or ""), **values},
        errors=errors or {},
        tongues=tongues(current_language()),
    )


def own_proposal_routes(name: str) -> list[HTTPRouteHandler]:
    """Give the routes of these pages; their names begin with `name`."""
    one = f"{name}_proposal"
    return [
        get("/{number:int}", name=f"{one}.edit")(show_edit),
        post("/{number:int}", name=f"{one}.change", status_code=200)(send_change),
        post("/{number:int}/withdraw", name=f"{one}.withdraw")(send_withdrawal),
        post("/{number:int}/field", name=f"{one}.field")(send_field),
        post("/{number:int}/language", name=f"{one}.language")(send_language),
        post("/{number:int}/photos", name=f"{one}.add_photo", status_code=200)(
            send_photo
        ),
        get("/{number:int}/photos/{photo:uuid}", name=f"{one}.photo")(show_photo),
        post("/{number:int}/photos/{photo:uuid}/remove", name=f"{one}.remove_photo")(
            send_photo_removal
        ),
    ]
