"""Read programmes: sessions with their rooms and speakers."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import (
    RoomFacts,
    SessionFacts,
    SpeakerFacts,
    in_order,
)
from lip.said import Said

__all__ = [
    "RoomFacts",
    "SessionFacts",
    "SpeakerFacts",
    "agenda_of",
    "programme_of",
    "rooms_of",
    "session_by_id",
    "speakers_of",
]

_SESSION = """
    SELECT s.id, s.conference, s.kind, s.title, s.text, s.starts_at, s.ends_at,
        s.late_minutes, s.ends_late_minutes, s.languages, s.interpreting, s.sign_up,
        s.seats, s.called_off_at, s.version, s.changed_at,
        r.id AS room_id, r.name AS room_name, r.way AS room_way,
        r.seats AS room_seats, r.position AS room_position
    FROM programme_session s LEFT JOIN room r ON r.id = s.room
"""
_AGENDA = """
    SELECT s.id, s.kind, s.title, s.starts_at, s.ends_at, s.late_minutes,
        s.ends_late_minutes, s.sign_up, s.seats, s.called_off_at, r.id AS room_id,
        r.name AS room_name, '' AS room_way, r.seats AS room_seats,
        r.position AS room_position
    FROM programme_session s LEFT JOIN room r ON r.id = s.room
"""
_SPEAKER = """
    SELECT t.session, k.id, k.name, k.function, k.organisation, k.position,
        k.may_be_named
    FROM session_speaker t JOIN speaker k ON k.id = t.speaker
"""
_IN_ORDER = "ORDER BY k.position, k.name, k.id"


async def programme_of(conference: UUID) -> Sequence[SessionFacts]:
    """List all sessions of a conference in order of time; two queries."""
    rows = await fetch(f"{_SESSION} WHERE s.conference = ?", conference)
    speakers = await fetch(f"{_SPEAKER} WHERE k.conference = ? {_IN_ORDER}", conference)
    by_session = _by_session(speakers) if rows else {}
    return in_order([session_of(row, by_session.get(row["id"], ())) for row in rows])


async def agenda_of(conference: UUID) -> Sequence[SessionFacts]:
    """
    List what takes place when and where, without texts and speakers; one query.

    For a person's own page, which everybody opens again and again during the day.
    """
    rows = await fetch(f"{_AGENDA} WHERE s.conference = ?", conference)
    return in_order([_on_the_agenda(row, conference) for row in rows])


async def session_by_id(session: UUID, *, conference: UUID) -> SessionFacts:
    """Find one session of a conference in two queries, or raise NotFound."""
    rows = await fetch(
        f"{_SESSION} WHERE s.id = ? AND s.conference = ?", session, conference
    )
    if not rows:
        raise NotFound("unknown_session")
    speakers = await fetch(f"{_SPEAKER} WHERE t.session = ? {_IN_ORDER}", session)
    return session_of(rows[0], _by_session(speakers).get(session, ()))


async def rooms_of(conference: UUID) -> Sequence[RoomFacts]:
    """List the rooms of a conference in their order."""
    rows = await fetch(
        "SELECT id AS room_id, name AS room_name, way AS room_way, "
        "seats AS room_seats, position AS room_position "
        "FROM room WHERE conference = ? ORDER BY position, name, id",
        conference,
    )
    return [room for row in rows if (room := _room(row))]


async def speakers_of(conference: UUID) -> Sequence[SpeakerFacts]:
    """List the speakers of a conference for its organisers, all with their names."""
    rows = await fetch(
        "SELECT id, name, function, organisation, position, may_be_named "
        "FROM speaker WHERE conference = ? ORDER BY position, name, id",
        conference,
    )
    return [_speaker(row, named=True) for row in rows]


def session_of(
    row: Mapping[str, Any], speakers: Sequence[SpeakerFacts] = ()
) -> SessionFacts:
    """Read a row with its room."""
    return SessionFacts(
        id=row["id"],
        conference=row["conference"],
        kind=SessionKind(row["kind"]),
        title=Said.load(row["title"]),
        text=Said.load(row["text"]),
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        late_minutes=row["late_minutes"],
        ends_late_minutes=row["ends_late_minutes"],
        room=_room(row),
        languages=tuple(row["languages"].split()),
        interpreting=tuple(row["interpreting"].split()),
        sign_up=bool(row["sign_up"]),
        seats=row["seats"],
        called_off_at=row["called_off_at"],
        version=row["version"],
        changed_at=row["changed_at"],
        speakers=tuple(speakers),
    )


def _on_the_agenda(row: Mapping[str, Any], conference: UUID) -> SessionFacts:
    return SessionFacts(
        id=row["id"],
        conference=conference,
        kind=SessionKind(row["kind"]),
        title=Said.load(row["title"]),
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        late_minutes=row["late_minutes"],
        ends_late_minutes=row["ends_late_minutes"],
        room=_room(row),
        sign_up=bool(row["sign_up"]),
        seats=row["seats"],
        called_off_at=row["called_off_at"],
    )


def _by_session(
    rows: Sequence[Mapping[str, Any]],
) -> Mapping[UUID, Sequence[SpeakerFacts]]:
    found: dict[UUID, list[SpeakerFacts]] = {}
    for row in rows:
        named = bool(row["may_be_named"])
        found.setdefault(row["session"], []).append(_speaker(row, named=named))
    return found


def _room(row: Mapping[str, Any]) -> RoomFacts | None:
    if row["room_id"] is None:
        return None
    return RoomFacts(
        id=row["room_id"],
        name=row["room_name"],
        way=Said.load(row["room_way"]),
        seats=row["room_seats"],
        position=row["room_position"],
    )


def _speaker(row: Mapping[str, Any], *, named: bool) -> SpeakerFacts:
    return SpeakerFacts(
        id=row["id"],
        name=row["name"] if named else "",
        function=Said.load(row["function"]),
        organisation=row["organisation"],
        position=row["position"],
        may_be_named=bool(row["may_be_named"]),
    )
