"""What somebody does on her own page: sessions, cancel, come again, take back."""

from datetime import datetime
from typing import assert_never
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.conference.documents.people import said_name
from lip.conference.pages.tickets import Held, provide_held
from lip.conference.rules.codes import shown
from lip.errors import NotFound, TooLate
from lip.journal.rules.entries import Actor, ActorKind
from lip.registration.actions.change_own import withdraw_consent
from lip.registration.actions.own_place import give_up, take_again
from lip.registration.actions.sign_up import (
    SameTime,
    SessionFull,
    SignedUp,
    leave,
    sign_up,
)
from lip.registration.documents.notice import picked
from lip.registration.pages.own_page import is_over, own_page
from lip.registration.queries.forms import form_of
from lip.registration.queries.titles import title_of
from lip.registration.rules.registering import NoPlaces
from lip.settings import Settings
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@post("/{code:str}/sessions/{session:uuid}/join", name="own.join")
async def join(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    session: FromPath[UUID],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Sign up for a session; if it has filled up meanwhile, say so and do nothing."""
    own = known(held)
    form = await read_form(request)
    outcome = await sign_up(
        own.person.id,
        session,
        conference=own.conference,
        may_wait=form.ticked("may_wait"),
        by=herself(own),
        now=now,
    )
    match outcome:
        case SignedUp():
            return _back(request, own)
        case SessionFull():
            told = _(
                "Dieser Programmpunkt ist inzwischen voll. Sie können sich auf die "
                "Warteliste setzen."
            )
        case SameTime():
            told = _(
                "Zu dieser Zeit sind Sie schon bei einem anderen Programmpunkt "
                "angemeldet. Melden Sie sich dort zuerst ab."
            )
        case never:
            assert_never(never)
    return await own_page(request, own, settings, now=now, told=told)


@post("/{code:str}/sessions/{session:uuid}/leave", name="own.leave")
async def leave_session(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    session: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect:
    """Give up a place in a session."""
    own = known(held)
    await leave(
        own.person.id, session, conference=own.conference, by=herself(own), now=now
    )
    return _back(request, own)


@get("/{code:str}/cancel", name="own.cancel")
async def ask_to_cancel(
    request: AnyRequest, held: NamedDependency[Held | None]
) -> Template:
    """Ask once before the place is gone."""
    own = known(held)
    title = picked(await title_of(own.conference), own.conference)
    return page(
        request,
        "registration/own_cancel.html",
        title=title,
        name=said_name(own.person),
        code=shown(own.code),
    )


@post("/{code:str}/cancel", name="own.send_cancellation")
async def send_cancellation(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Redirect:
    """Cancel; the next one moves up at once."""
    own = known(held)
    if is_over(own, now):
        raise TooLate("changes_are_over")
    await give_up(own.person.id, conference=own.conference, by=herself(own), now=now)
    request.app.state.live.changed(own.conference.key)
    return _back(request, own)


@post("/{code:str}/come-again", name="own.come_again")
async def come_again(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Register again after cancelling, at the end of the line."""
    own = known(held)
    if is_over(own, now):
        raise TooLate("changes_are_over")
    outcome = await take_again(
        own.person.id, conference=own.conference, by=herself(own), now=now
    )
    if isinstance(outcome, NoPlaces):
        told = _("Inzwischen sind alle Plätze vergeben. Kommen Sie trotzdem vorbei.")
        return await own_page(request, own, settings, now=now, told=told)
    request.app.state.live.changed(own.conference.key)
    return _back(request, own)


@post("/{code:str}/withdraw", name="own.withdraw")
async def withdraw(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take back the agreement to sensitive answers; they are deleted at once."""
    own = known(held)
    form = await form_of(own.conference)
    if form is not None:
        await withdraw_consent(
            own.person.id,
            conference=own.conference,
            form=form,
            by=herself(own),
            now=now,
        )
    return _back(request, own)


def known(held: Held | None) -> Held:
    """Give who holds the code, or raise NotFound."""
    if held is None:
        raise NotFound("unknown_ticket")
    return held


def herself(held: Held) -> Actor:
    """Say that the person herself acts."""
    return Actor(ActorKind.PARTICIPANT, held.person.id)


def _back(request: AnyRequest, held: Held) -> Redirect:
    return redirect(request, "ticket.show", code=shown(held.code))


router = Router(
    path="/t",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[
        join,
        leave_session,
        ask_to_cancel,
        send_cancellation,
        come_again,
        withdraw,
    ],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
