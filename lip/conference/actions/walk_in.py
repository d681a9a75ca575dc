"""Walk-in: registered, numbered and checked in by one act, with a name or none."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.actions.register import add_participants
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.door import Visitor, visitors_by_id
from lip.conference.rules.admission import Admission, Admitted, Doors, admit
from lip.conference.rules.guest import Guest
from lip.conference.rules.stages import Stage
from lip.conference.tables import CheckIn, Conference
from lip.database import lock_rows, transaction
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkIn:
    """What a walk-in came to; without a visitor nobody was registered."""

    admission: Admission
    visitor: Visitor | None = None


async def walk_in(
    guest: Guest,
    *,
    conference: ConferenceFacts,
    desk: str,
    keys: Keys,
    by: Actor,
    now: datetime,
    request: UUID,
    told_at: datetime | None = None,
) -> WalkIn:
    """
    Register and check in somebody unannounced; only while the doors are open.

    `told_at` is when the server learned of it, if that was later.
    """
    doors = conference.doors(now)
    admission = admit(
        days=conference.days,
        doors=doors,
        now=now,
        cancelled=False,
        only_on=None,
        arrival=None,
        called_off=conference.stage is Stage.CALLED_OFF and told_at is None,
    )
    if admission != Admitted() or doors is None:
        return WalkIn(admission=admission)
    async with transaction():
        this = Conference.id == conference.id
        await lock_rows(Conference.select(Conference.id).where(this))
        known = await subjects_of_requests([request])
        participant = known.get(request)
        if participant is None:
            participant = await _add(guest, conference, doors, desk, keys, now)
            await note_of(
                Act.WALKED_IN,
                participant,
                conference.key,
                by=by,
                now=told_at or now,
                facts={"offline": True} if told_at else {},
                request=request,
            )
    found = await visitors_by_id([participant], day=doors.day)
    return WalkIn(admission=admission, visitor=found[participant])


async def _add(  # noqa: PLR0917 - the parts of one row, passed straight through
    guest: Guest,
    conference: ConferenceFacts,
    doors: Doors,
    desk: str,
    keys: Keys,
    now: datetime,
) -> UUID:
    (row,) = await add_participants(
        [(guest, None)], conference=conference, keys=keys, now=now, walk_in=True
    )
    arrival = CheckIn(
        id=uuid4(),
        conference=conference.id,
        participant=row.id,
        day=doors.day,
        at=now,
        desk=desk,
    )
    await CheckIn.insert(arrival)
    participant: UUID = row.id
    return participant
