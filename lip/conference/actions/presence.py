"""What else happens at the door: undo, step out, come back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from piccolo.custom_types import Combinable
from piccolo.query.base import Query

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.door import Visitor, visitors_by_id
from lip.conference.rules.admission import Doors
from lip.conference.tables import Absence, CheckIn
from lip.database import lock_rows, transaction
from lip.errors import NotFound, TooLate
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def undo_check_in(
    participant: UUID,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> Visitor:
    """Take back an arrival; taking it back twice changes nothing."""
    return await _changed(
        participant,
        Act.CHECK_IN_UNDONE,
        lambda arrival: CheckIn.delete().where(arrival).returning(CheckIn.id),
        conference=conference,
        by=by,
        now=now,
        request=request,
    )


async def step_out(
    participant: UUID,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> Visitor:
    """Note that somebody leaves the hall for a while."""
    return await _changed(
        participant,
        Act.STEPPED_OUT,
        lambda arrival: (
            CheckIn
            .update({CheckIn.out_since: now})
            .where(arrival & CheckIn.out_since.is_null())
            .returning(CheckIn.id)
        ),
        conference=conference,
        by=by,
        now=now,
        request=request,
    )


async def _changed(
    participant: UUID,
    act: Act,
    change: Callable[[Combinable], Query[Any, Any]],
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None,
) -> Visitor:
    """Change today's arrival once; where nothing changes, nothing is noted."""
    doors = _today(conference, now)
    await _visitor(participant, conference, doors)
    async with transaction():
        if not await _answered(request) and await change(_of(participant, doors)):
            await note_of(
                act, participant, conference.key, by=by, now=now, request=request
            )
    return await _visitor(participant, conference, doors)


async def come_back(
    participant: UUID,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> Visitor:
    """Note that somebody who had stepped out is back, and how long it was."""
    doors = _today(conference, now)
    async with transaction():
        rows = await lock_rows(
            CheckIn.select(CheckIn.id, CheckIn.out_since).where(_of(participant, doors))
        )
        left_at = rows[0]["out_since"] if rows else None
        if left_at is not None and not await _answered(request):
            one = rows[0]["id"]
            await Absence(
                id=uuid4(), check_in=one, left_at=left_at, returned_at=now
            ).save()
            await CheckIn.update({CheckIn.out_since: None}).where(CheckIn.id == one)
            await note_of(
                Act.CAME_BACK,
                participant,
                conference.key,
                by=by,
                now=now,
                request=request,
            )
    return await _visitor(participant, conference, doors)


def _of(participant: UUID, doors: Doors) -> Combinable:
    return (CheckIn.participant == participant) & (CheckIn.day == doors.day)


def _today(conference: ConferenceFacts, now: datetime) -> Doors:
    doors = conference.doors(now)
    if doors is None:
        raise TooLate("not_a_conference_day")
    return doors


async def _visitor(
    participant: UUID, conference: ConferenceFacts, doors: Doors
) -> Visitor:
    found = await visitors_by_id([participant], day=doors.day)
    visitor = found.get(participant)
    if visitor is None or visitor.conference != conference.id:
        raise NotFound("unknown_participant")
    return visitor


async def _answered(request: UUID | None) -> bool:
    return request is not None and bool(await subjects_of_requests([request]))
