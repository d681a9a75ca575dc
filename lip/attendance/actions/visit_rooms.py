"""
Visits to session rooms: come, leave, take back.

Two doors that scan the same person in one moment wait for each other at her row, and
a promise of the database holds that she is in one room at a time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from lip.attendance.queries.rooms import (
    OpenVisit,
    SessionFacts,
    counts_by_session,
    open_visit_of,
)
from lip.attendance.rules.room_door import (
    AtTheDoor,
    RoomCount,
    RoomOutcome,
    Way,
    decide,
)
from lip.attendance.tables import RoomVisit
from lip.conference.actions.change_participant import lock_participant
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.door import Visitor, visitors_by_code, visitors_by_id
from lip.conference.rules.codes import read_code
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomDoor:
    """Where and by whom one act is done: the session, its door, who, and when."""

    conference: ConferenceFacts
    session: SessionFacts
    desk: str
    by: Actor
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomScan:
    """
    What a scan came to.

    `visitor` is None for codes nobody has here; `came_from` is the session that she
    has left by coming, `since` when she came before.
    """

    outcome: RoomOutcome
    count: RoomCount
    visitor: Visitor | None = None
    came_from: UUID | None = None
    since: datetime | None = None


async def scan_at_room(
    text: str, door: RoomDoor, *, way: Way, keys: Keys, request: UUID
) -> RoomScan:
    """Let in or out whoever holds the code that was scanned or typed."""
    code = read_code(text)
    sealed = keys.seal("code", code) if code else ""
    found = await visitors_by_code([sealed] if sealed else [], day=_day(door))
    return await _pass(found.get(sealed), door, way=way, request=request)


async def pass_room(
    participant: UUID, door: RoomDoor, *, way: Way, request: UUID
) -> RoomScan:
    """Let in or out somebody who was found by name."""
    found = await visitors_by_id([participant], day=_day(door))
    return await _pass(found.get(participant), door, way=way, request=request)


async def take_back_visit(
    participant: UUID, door: RoomDoor, *, request: UUID
) -> RoomScan:
    """Take back that somebody came in; taking it back twice changes nothing."""
    visitor = (await visitors_by_id([participant], day=_day(door))).get(participant)
    if visitor is None or visitor.conference != door.conference.id:
        return RoomScan(outcome=RoomOutcome.UNKNOWN, count=await _count(door))
    async with transaction():
        await lock_participant(participant)
        visit = await open_visit_of(participant)
        if visit and visit.session == door.session.id:
            await RoomVisit.delete().where(RoomVisit.id == visit.id)
            await _record(Act.ROOM_VISIT_TAKEN_BACK, participant, door, request)
    return RoomScan(
        outcome=RoomOutcome.TAKEN_BACK, count=await _count(door), visitor=visitor
    )


def _day(door: RoomDoor) -> date | None:
    doors = door.conference.doors(door.now)
    return doors.day if doors else None


async def _pass(
    visitor: Visitor | None, door: RoomDoor, *, way: Way, request: UUID
) -> RoomScan:
    if visitor is None or visitor.conference != door.conference.id:
        outcome = decide(_seen(visitor, door, None), session=door.session.id, way=way)
        return RoomScan(outcome=outcome, count=await _count(door))
    async with transaction():
        await lock_participant(visitor.participant)
        visit = await open_visit_of(visitor.participant)
        who = _seen(visitor, door, visit)
        outcome = decide(who, session=door.session.id, way=way)
        repeated = bool(await subjects_of_requests([request]))
        if repeated and outcome is RoomOutcome.CAME_BEFORE:
            outcome = RoomOutcome.CAME
        elif repeated and outcome is RoomOutcome.NOT_INSIDE:
            outcome = RoomOutcome.LEFT
        elif not repeated:
            await _write(
                outcome, visitor.participant, visit, door=door, request=request
            )
    return RoomScan(
        outcome=outcome,
        count=await _count(door),
        visitor=visitor,
        came_from=_other(visit, door) if outcome is RoomOutcome.CAME else None,
        since=visit.came_at if visit else None,
    )


def _seen(
    visitor: Visitor | None, door: RoomDoor, visit: OpenVisit | None
) -> AtTheDoor | None:
    if visitor is None:
        return None
    return AtTheDoor(
        ours=visitor.conference == door.conference.id,
        cancelled=visitor.cancelled,
        checked_in=visitor.arrival is not None,
        stepped_out=bool(visitor.arrival and visitor.arrival.out_since),
        room=visit.session if visit else None,
    )


def _other(visit: OpenVisit | None, door: RoomDoor) -> UUID | None:
    return visit.session if visit and visit.session != door.session.id else None


async def _write(
    outcome: RoomOutcome,
    participant: UUID,
    visit: OpenVisit | None,
    *,
    door: RoomDoor,
    request: UUID,
) -> None:
    if outcome not in {RoomOutcome.CAME, RoomOutcome.LEFT}:
        return
    if visit:
        await RoomVisit.update({
            RoomVisit.inside: None,
            RoomVisit.left_at: max(door.now, visit.came_at),
        }).where(RoomVisit.id == visit.id)
    if outcome is RoomOutcome.CAME:
        row = RoomVisit(
            id=uuid4(),
            session=door.session.id,
            participant=participant,
            inside=participant,
            came_at=door.now,
            desk=door.desk,
        )
        await RoomVisit.insert(row)
    act = Act.ROOM_ENTERED if outcome is RoomOutcome.CAME else Act.ROOM_LEFT
    await _record(act, participant, door, request)


async def _record(act: Act, participant: UUID, door: RoomDoor, request: UUID) -> None:
    await note_of(
        act, participant, door.conference.key, by=door.by, now=door.now, request=request
    )


async def _count(door: RoomDoor) -> RoomCount:
    counts = await counts_by_session(door.conference, [door.session])
    return counts[door.session.id]
