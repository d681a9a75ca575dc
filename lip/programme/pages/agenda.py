"""The agenda during the day: what runs, what is late, and what moves with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_agenda_keeper
from lip.accounts.rules.identity import Identity
from lip.accounts.rules.roles import Right
from lip.conference.pages.answers import clock
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.actions.run_late import run_late, undo_shift
from lip.programme.pages.programme_words import (
    ShownSession,
    picked,
    shown_session,
)
from lip.programme.pages.session_fields import said_day
from lip.programme.queries.sessions import programme_of
from lip.programme.queries.shifts import Shift, last_shift
from lip.programme.rules.agenda import now_and_next
from lip.programme.rules.sessions import SessionFacts
from lip.programme.rules.shifting import MOST_MINUTES, Delay
from lip.said import Spoken
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page
from lip.web.pages import prefixed
from lip.web.qr_code import qr_svg_address
from lip.words import _

QUICK: Final = (5, 10, 15)
"""Minutes that have a button of their own."""
BACK: Final = 5
"""Minutes that were made up, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """A session on its day; `state` is over, now, next or later."""

    shown: ShownSession
    state: str
    may_move: bool
    has_begun: bool
    request_key: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownShift:
    """The last shift, which can be undone."""

    id: UUID
    title: Spoken
    minutes: int
    at: str
    moved: int


@get("/", name="agenda.show")
async def show_agenda(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
    day: FromQuery[str] = "",
) -> Template:
    """Show the day: what runs now, and what may be moved."""
    sessions = await programme_of(conference.id)
    days = sorted({one.day(conference.zone) for one in sessions})
    here = _day(days, day, now=now, conference=conference)
    board = prefixed(request, "board.show", key=conference.key)
    address = settings.base_url.rstrip("/") + board
    return page(
        request,
        "programme/agenda.html",
        conference=conference,
        organises=identity.may(Right.ORGANISE, scope=conference.key),
        days=[(one.isoformat(), said_day(one.isoformat())) for one in days],
        day=here.isoformat() if here else "",
        lines=_lines(sessions, here, conference=conference, now=now),
        shift=_shift(await last_shift(conference.id), sessions, conference),
        quick=QUICK,
        back=BACK,
        most=MOST_MINUTES,
        clock=clock(now, conference.zone),
        board=board,
        board_address=address,
        board_code=qr_svg_address(address),
    )


@post("/late/{session:uuid}", name="agenda.late")
async def send_late(
    request: AnyRequest,
    session: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Move a session and the rest of its day."""
    form = await read_form(request)
    await run_late(
        session,
        Delay(
            minutes=_minutes(form),
            lasts_longer=form.raw("how") == "longer",
            parallel=form.ticked("parallel"),
            shorten_breaks=form.ticked("shorten_breaks"),
        ),
        conference=conference,
        by=identity.actor,
        now=now,
        request=form.request_key(),
    )
    return _back(request, conference, form.raw("day"))


def _minutes(form: Form) -> int:
    """Read a button, which may take minutes back, or else the number typed."""
    pressed, typed = (form.raw(name).strip()[:5] for name in ("minutes", "other"))
    if pressed.removeprefix("-").isdecimal():
        return int(pressed)
    return int(typed) if typed.isdecimal() else 0


@post("/undo/{shift:uuid}", name="agenda.undo")
async def send_undo(
    request: AnyRequest,
    shift: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take the last shift back."""
    form = await read_form(request)
    await undo_shift(shift, conference=conference, by=identity.actor, now=now)
    return _back(request, conference, form.raw("day"))


def _back(request: AnyRequest, conference: ConferenceFacts, day: str) -> Redirect:
    request.app.state.live.changed(conference.key)
    path = prefixed(request, "agenda.show", key=conference.key)
    known = day if len(day) == 10 and day.replace("-", "").isdecimal() else ""
    return Redirect(f"{path}?day={known}" if known else path, status_code=303)


def _day(
    days: Sequence[date], wanted: str, *, now: datetime, conference: ConferenceFacts
) -> date | None:
    """Choose the day asked for, else today, else the next one, else the last."""
    for one in days:
        if one.isoformat() == wanted:
            return one
    today = now.astimezone(conference.zone).date()
    coming = [one for one in days if one >= today]
    return next(iter(coming), days[-1] if days else None)


def _lines(
    sessions: Sequence[SessionFacts],
    day: date | None,
    *,
    conference: ConferenceFacts,
    now: datetime,
) -> Sequence[AgendaLine]:
    found = now_and_next(sessions, now)
    states = dict.fromkeys((one.id for one in found.next), "next")
    states |= dict.fromkeys((one.id for one in found.now), "now")
    return [
        AgendaLine(
            shown=shown_session(one, conference),
            state=states.get(one.id, "over" if one.ends <= now else "later"),
            may_move=not one.called_off and one.ends > now,
            has_begun=one.begins <= now,
            request_key=uuid4(),
        )
        for one in sessions
        if one.day(conference.zone) == day
    ]


def _shift(
    shift: Shift | None,
    sessions: Sequence[SessionFacts],
    conference: ConferenceFacts,
) -> ShownShift | None:
    if shift is None:
        return None
    titles: Mapping[UUID, Spoken] = {
        one.id: picked(one.title, conference) for one in sessions
    }
    return ShownShift(
        id=shift.id,
        title=titles.get(shift.session, Spoken(text=_("gelöscht"))),
        minutes=shift.minutes,
        at=clock(shift.at, conference.zone),
        moved=len(shift.moves),
    )


router = Router(
    path="/conferences/{key:str}/agenda",
    guards=[requires_agenda_keeper],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_agenda, send_late, send_undo],
    include_in_schema=False,
)
