"""Put a session on the programme, change it, take it off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import lock_rows, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.actions.record import record
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.programme.queries.sessions import rooms_of, session_by_id, speakers_of
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import SessionFacts
from lip.programme.tables import ProgrammeSession, SessionSpeaker
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionWish:
    """What is said of a session."""

    title: Said
    starts_at: datetime
    ends_at: datetime
    kind: SessionKind = SessionKind.TALK
    text: Said = Said()  # noqa: RUF009 - frozen
    room: UUID | None = None
    languages: Sequence[str] = ()
    interpreting: Sequence[str] = ()
    sign_up: bool = False
    seats: int | None = None
    speakers: Sequence[UUID] = ()


async def add_session(
    wish: SessionWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> UUID:
    """Put a session on the programme; the same request puts it there once."""
    async with transaction():
        if request and (known := (await subjects_of_requests([request])).get(request)):
            return known
        await _check(wish, conference)
        session = uuid4()
        await ProgrammeSession.insert(
            ProgrammeSession(
                id=session,
                conference=conference.id,
                changed_at=now,
                **_columns(wish),
            )
        )
        await _name_speakers(session, wish.speakers)
        await note_of(
            Act.SESSION_ADDED, session, conference.key, by=by, now=now, request=request
        )
    return session


async def change_session(
    session: UUID,
    wish: SessionWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    version: int | None = None,
) -> None:
    """
    Change a session; new times are real ones, so it is no longer late.

    With `version`, what somebody else has changed meanwhile is not overwritten.
    """
    async with transaction():
        there = await locked_session(session, conference)
        if version is not None and version != there.version:
            raise Conflict("session_changed_meanwhile")
        await _check(wish, conference)
        columns = _columns(wish) | {"version": there.version + 1, "changed_at": now}
        if (wish.starts_at, wish.ends_at) != (there.starts_at, there.ends_at):
            columns |= {"late_minutes": 0, "ends_late_minutes": 0}
        await ProgrammeSession.update(**columns).where(ProgrammeSession.id == session)
        await SessionSpeaker.delete().where(SessionSpeaker.session == session)
        await _name_speakers(session, wish.speakers)
        await record(_entry(Act.SESSION_CHANGED, session, conference, by=by, now=now))


async def remove_session(
    session: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Take a session off the programme for good."""
    async with transaction():
        await locked_session(session, conference)
        await ProgrammeSession.delete().where(ProgrammeSession.id == session)
        await record(_entry(Act.SESSION_REMOVED, session, conference, by=by, now=now))


async def call_session_off(
    session: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Call a session off; it stays on the programme, struck through."""
    return await _set_called_off(session, now, conference=conference, by=by, now=now)


async def hold_session_after_all(
    session: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Take back that a session was called off."""
    return await _set_called_off(session, None, conference=conference, by=by, now=now)


async def _set_called_off(
    session: UUID,
    at: datetime | None,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    act = Act.SESSION_CALLED_OFF if at else Act.SESSION_HELD_AFTER_ALL
    async with transaction():
        there = await locked_session(session, conference)
        if there.called_off == (at is not None):
            return False
        await ProgrammeSession.update({
            ProgrammeSession.called_off_at: at,
            ProgrammeSession.version: there.version + 1,
            ProgrammeSession.changed_at: now,
        }).where(ProgrammeSession.id == session)
        await record(_entry(act, session, conference, by=by, now=now))
    return True


async def locked_session(session: UUID, conference: ConferenceFacts) -> SessionFacts:
    """Read a session that nobody else changes until the transaction ends."""
    this = ProgrammeSession.id == session
    await lock_rows(ProgrammeSession.select(ProgrammeSession.id).where(this))
    return await session_by_id(session, conference=conference.id)


async def _check(wish: SessionWish, conference: ConferenceFacts) -> None:
    if not wish.title:
        raise Unusable("session_needs_title")
    if wish.ends_at <= wish.starts_at:
        raise Unusable("session_ends_too_early")
    rooms = {one.id for one in await rooms_of(conference.id)}
    if wish.room is not None and wish.room not in rooms:
        raise Unusable("unknown_room")
    speakers = {one.id for one in await speakers_of(conference.id)}
    if not speakers.issuperset(wish.speakers):
        raise Unusable("unknown_speaker")


def _columns(wish: SessionWish) -> dict[str, Any]:
    return {
        "kind": wish.kind,
        "title": wish.title.dump(),
        "text": wish.text.dump(),
        "starts_at": wish.starts_at,
        "ends_at": wish.ends_at,
        "room": wish.room,
        "languages": " ".join(wish.languages),
        "interpreting": " ".join(wish.interpreting),
        "sign_up": wish.sign_up,
        "seats": wish.seats,
    }


async def _name_speakers(session: UUID, speakers: Sequence[UUID]) -> None:
    rows = [
        SessionSpeaker(id=uuid4(), session=session, speaker=speaker)
        for speaker in dict.fromkeys(speakers)
    ]
    if rows:
        await SessionSpeaker.insert(*rows)


def _entry(
    act: Act, subject: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=subject, scope=conference.key)
