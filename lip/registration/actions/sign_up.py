"""Sign up for a session, and leave it; nobody is signed up above its places."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import NotFound
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.registration.actions.places_gained import fill_places
from lip.registration.queries.places import SessionSeats, sessions_with_seats
from lip.registration.rules.places import Standing
from lip.registration.rules.registering import overlapping
from lip.registration.tables import SignUp


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedUp:
    """She has a place, or waits for one."""

    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFull:
    """There is no place left, and she had not been told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameTime:
    """She is signed up for another session at that time."""

    other: UUID


async def sign_up(
    one: UUID,
    session: UUID,
    *,
    conference: ConferenceFacts,
    may_wait: bool,
    by: Actor,
    now: datetime,
) -> SignedUp | SessionFull | SameTime:
    """Sign somebody up; twice changes nothing."""
    async with transaction():
        await lock_conference(conference)
        sessions = await sessions_with_seats(conference)
        wanted = sessions.get(session)
        if wanted is None or now >= wanted.starts_at:
            raise NotFound("session_takes_no_sign_up")
        waits, mine = await _standing_of(one, conference)
        if session in mine:
            return SignedUp(standing=mine[session])
        if other := _at_the_same_time(wanted, sessions, mine):
            return SameTime(other=other)
        full = wanted.free is not None and wanted.free < 1
        if full and not may_wait:
            return SessionFull()
        standing = Standing.WAITING if full or waits else Standing.HELD
        await SignUp.insert(_row(one, session, standing, now))
        await record(_entry(Act.SIGNED_UP, one, conference, by=by, now=now))
    return SignedUp(standing=standing)


async def leave(
    one: UUID, session: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Give up a place in a session; the next one moves up at once."""
    async with transaction():
        await lock_conference(conference)
        gone = await fetch(
            "DELETE FROM sign_up WHERE participant = ? AND session = ? RETURNING id",
            one,
            session,
        )
        if not gone:
            return False
        await record(_entry(Act.SIGN_UP_GIVEN_UP, one, conference, by=by, now=now))
        await fill_places(conference, by=by, now=now)
    return True


async def _standing_of(
    one: UUID, conference: ConferenceFacts
) -> tuple[bool, dict[UUID, Standing]]:
    """Tell whether she waits for the conference itself, and where she is signed up."""
    rows = await fetch(
        "SELECT p.waiting_since, u.session, u.standing FROM participant p "
        "LEFT JOIN sign_up u ON u.participant = p.id "
        "WHERE p.id = ? AND p.conference = ? AND p.cancelled_at IS NULL",
        one,
        conference.id,
    )
    if not rows:
        raise NotFound("unknown_ticket")
    mine = {row["session"]: Standing(row["standing"]) for row in rows if row["session"]}
    return rows[0]["waiting_since"] is not None, mine


def _at_the_same_time(
    wanted: SessionSeats,
    sessions: Mapping[UUID, SessionSeats],
    mine: Collection[UUID],
) -> UUID | None:
    for one in (sessions[each] for each in mine if each in sessions):
        pair = [(each.id, each.starts_at, each.ends_at) for each in (wanted, one)]
        if overlapping(pair):
            return one.id
    return None


def _row(one: UUID, session: UUID, standing: Standing, now: datetime) -> SignUp:
    return SignUp(
        id=uuid4(),
        session=session,
        participant=one,
        standing=standing,
        queued_at=now,
    )


def _entry(
    act: Act, one: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=one, scope=conference.key)
