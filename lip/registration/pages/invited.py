"""
An invitation in the hands of the invited: open the link, tap once, done.

Whoever holds the link is the invited person; nothing else is asked. A wrong link is
counted by address, as wrong ticket codes are.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.conference.actions.register import ticket_code
from lip.conference.documents.people import when_said
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.printing import person_to_print
from lip.conference.rules.codes import shown
from lip.conference.rules.stages import Stage
from lip.errors import NotFound, TooLate
from lip.keys import Keys
from lip.programme.queries.pages import page_of
from lip.registration.actions.answer_invitation import (
    accept_invitation,
    decline_invitation,
)
from lip.registration.documents.notice import Contact, Notice, notice_of
from lip.registration.queries.forms import form_of
from lip.registration.queries.invitations import (
    invitation_of_token,
    invitations_ended,
)
from lip.registration.queries.titles import title_of
from lip.registration.rules.forms import FormFacts
from lip.registration.rules.invitations import InvitationFacts, InvitationState
from lip.registration.rules.registering import NoPlaces
from lip.web.address import sealed_address
from lip.web.forms import read_form
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An invitation with its conference; None where the link leads nowhere."""

    one: InvitationFacts
    conference: ConferenceFacts


async def provide_held(
    request: AnyRequest,
    token: FromPath[str],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Held | None:
    """Find the invitation of a link; only wrong links are counted, by address."""
    found = await invitation_of_token(keys.seal("invitation", token[:100]))
    if found is None:
        limits.spend(sealed_address(request, keys), WRONG_CODES_PER_ADDRESS, now=now)
        return None
    one, key = found
    conference = await conference_by_key(key)
    return (
        None
        if conference.stage is Stage.DRAFT
        else Held(one=one, conference=conference)
    )


@get("/", name="invitation.show")
async def show_invitation(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Template:
    """Show an invitation with one button that registers."""
    if held is None:
        raise NotFound("unknown_invitation")
    return await _show(request, held, keys=keys, now=now)


async def _show(
    request: AnyRequest,
    held: Held,
    *,
    keys: Keys,
    now: datetime,
    full: NoPlaces | None = None,
) -> Template:
    conference, one = held.conference, held.one
    ended = await invitations_ended(conference, now=now)
    state = one.state(ended=ended)
    form = await form_of(conference)
    language = one.language or current_language()
    answer = page(
        request,
        "registration/invitation.html",
        status=_status(state) if full is None else 409,
        conference=conference,
        titles=await title_of(conference),
        when=when_said(conference),
        one=one,
        state=state,
        spoken=LANGUAGES.get(language),
        group=form.group(one.group) if form else None,
        notice=await _notice(conference, form) if form else None,
        full=full,
        ticket=await _ticket(held, keys) if one.participant else "",
    )
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "no-store"
    return answer


async def _notice(conference: ConferenceFacts, form: FormFacts) -> Notice:
    stored = (await page_of(conference.id)).page
    contact = Contact(
        organiser=conference.organiser,
        address=stored.organiser_address,
        represented_by=stored.organiser_represented_by,
        email=stored.contact_email,
        phone=stored.contact_phone,
    )
    return notice_of(form, conference, contact)


def _status(state: InvitationState) -> int:
    gone = {InvitationState.WITHDRAWN, InvitationState.EXPIRED}
    return 410 if state in gone else 200


async def _ticket(held: Held, keys: Keys) -> str:
    assert held.one.participant is not None, "asked for the registered only"
    return await _code(held.one.participant, held.conference, keys)


async def _code(participant: UUID, conference: ConferenceFacts, keys: Keys) -> str:
    person = await person_to_print(conference, participant)
    return shown(ticket_code(person.id, person.issue, keys=keys))


@post("/", name="invitation.answer", status_code=200)
async def send_answer(
    request: AnyRequest,
    token: FromPath[str],
    held: NamedDependency[Held | None],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Register or decline; pressed twice, it is one registration."""
    if held is None:
        raise NotFound("unknown_invitation")
    form = await read_form(request)
    try:
        if form.raw("answer") == "decline":
            await decline_invitation(held.one.id, held.conference, now=now)
            return redirect(request, "invitation.show", token=token)
        registered = await accept_invitation(
            held.one.id,
            held.conference,
            language=current_language(),
            may_wait=form.ticked("may_wait"),
            keys=keys,
            now=now,
        )
    except TooLate:
        return redirect(request, "invitation.show", token=token)
    if isinstance(registered, NoPlaces):
        return await _show(request, held, keys=keys, now=now, full=registered)
    code = await _code(registered, held.conference, keys)
    return redirect(request, "ticket.show", code=code)


router = Router(
    path="/i/{token:str}",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[show_invitation, send_answer],
    include_in_schema=False,
)
