"""
Check in: the act that must be right in a second, for three desks at once.

Scans that arrive while others are being written are written together in one
transaction, so a crowd costs little more than one person. Two desks that scan the
same code in the same moment are settled by a promise of the database: one arrival
per person and day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.door import Visitor, visitors_by_code, visitors_by_id
from lip.conference.rules.admission import (
    Admission,
    Admitted,
    AlreadyInside,
    Arrival,
    Doors,
    Reason,
    TurnedAway,
    admit,
)
from lip.conference.rules.codes import read_code
from lip.conference.rules.stages import Stage
from lip.database import fetch, transaction
from lip.errors import Conflict
from lip.journal.actions.record import record
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """
    One scan: what was read, at which desk, by whom, when, under which key.

    `told_at` is when the server learned of a scan that was made without network.
    """

    conference: str
    sealed_code: str
    desk: str
    by: Actor
    now: datetime
    request: UUID | None = None
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """
    What a scan came to.

    `visitor` is None for codes nobody has, and for those of other conferences, of
    whom the door need not know more. `repeated` says that this request was
    answered before.
    """

    admission: Admission
    conference: ConferenceFacts
    visitor: Visitor | None = None
    repeated: bool = False


def order(
    text: str,
    *,
    conference: str,
    desk: str,
    by: Actor,
    now: datetime,
    keys: Keys,
    request: UUID | None = None,
    told_at: datetime | None = None,
) -> Order:
    """Make an order of what was scanned or typed; nonsense has an empty code."""
    code = read_code(text)
    return Order(
        conference=conference,
        sealed_code="" if code is None else keys.seal("code", code),
        desk=desk,
        by=by,
        now=now,
        request=request,
        told_at=told_at,
    )


async def check_in_all(orders: Sequence[Order]) -> Sequence[Scan]:
    """Check in a group of people; orders of several conferences may be mixed."""
    scans: dict[int, Scan] = {}
    for key in {one.conference for one in orders}:
        places = [at for at, one in enumerate(orders) if one.conference == key]
        answers = await _check_in_at(key, [orders[at] for at in places])
        scans |= dict(zip(places, answers, strict=True))
    return [scans[at] for at in range(len(orders))]


async def check_in(one: Order) -> Scan:
    """Check in one person; scanning twice changes nothing."""
    (scan,) = await check_in_all([one])
    return scan


async def check_in_participant(
    participant: UUID, one: Order, *, conference: ConferenceFacts
) -> Scan:
    """Check in somebody who was found by name."""
    doors = conference.doors(one.now)
    found = await visitors_by_id([participant], day=doors.day if doors else None)
    answers = await _admit_all([one], [found.get(participant)], conference)
    return answers[0]


async def _check_in_at(key: str, orders: Sequence[Order]) -> Sequence[Scan]:
    conference = await conference_by_key(key)
    doors = conference.doors(orders[0].now)
    codes = sorted({one.sealed_code for one in orders if one.sealed_code})
    found = await visitors_by_code(codes, day=doors.day if doors else None)
    visitors = [found.get(one.sealed_code) for one in orders]
    return await _admit_all(orders, visitors, conference)


async def _admit_all(
    orders: Sequence[Order],
    visitors: Sequence[Visitor | None],
    conference: ConferenceFacts,
) -> Sequence[Scan]:
    scans = [
        _decide(one, visitor, conference)
        for one, visitor in zip(orders, visitors, strict=True)
    ]
    arriving: dict[UUID, Order] = {}
    for one, scan in zip(orders, scans, strict=True):
        if scan.visitor and not scan.repeated and scan.admission == Admitted():
            arriving.setdefault(scan.visitor.participant, one)
    if not arriving:
        return scans
    used = await subjects_of_requests([
        one.request for one in arriving.values() if one.request
    ])
    for participant, one in list(arriving.items()):
        if one.request and one.request in used:
            _refuse_other_subject(used[one.request], participant)
            del arriving[participant]
    doors = conference.doors(orders[0].now)
    assert doors is not None, "nobody is admitted on a day without doors"
    written = await _write(arriving, conference, doors) if arriving else {}
    return [
        await _settle(one, scan, written=written, used=used, conference=conference)
        for one, scan in zip(orders, scans, strict=True)
    ]


def _decide(one: Order, visitor: Visitor | None, conference: ConferenceFacts) -> Scan:
    if visitor is None:
        return Scan(admission=TurnedAway(Reason.UNKNOWN), conference=conference)
    if visitor.conference != conference.id:
        elsewhere = TurnedAway(Reason.OTHER_CONFERENCE)
        return Scan(admission=elsewhere, conference=conference)
    admission = admit(
        days=conference.days,
        doors=conference.doors(one.now),
        now=one.now,
        cancelled=visitor.cancelled,
        waiting=visitor.waiting,
        only_on=visitor.only_on,
        arrival=visitor.arrival,
        called_off=_is_called_off(conference, one.told_at),
    )
    if visitor.arrival and one.request and visitor.request == one.request:
        return Scan(
            admission=Admitted(), conference=conference, visitor=visitor, repeated=True
        )
    return Scan(admission=admission, conference=conference, visitor=visitor)


def _is_called_off(conference: ConferenceFacts, told_at: datetime | None) -> bool:
    """Who came in without network came in, whatever has been decided since."""
    return conference.stage is Stage.CALLED_OFF and told_at is None


async def _write(
    arriving: Mapping[UUID, Order], conference: ConferenceFacts, doors: Doors
) -> Mapping[UUID, Order]:
    """Write arrivals and journal together; return whose arrival was the first."""
    async with transaction():
        first = await _insert(arriving, conference, doors)
        won = {participant: arriving[participant] for participant in first}
        await record(
            *(
                Entry(
                    at=one.told_at or one.now,
                    by=one.by,
                    act=Act.CHECKED_IN,
                    subject=participant,
                    scope=conference.key,
                    facts={"offline": True} if one.told_at else {},
                    request=one.request,
                )
                for participant, one in won.items()
            )
        )
    return won


async def _insert(
    arriving: Mapping[UUID, Order], conference: ConferenceFacts, doors: Doors
) -> Sequence[UUID]:
    values: list[object] = []
    for participant, one in arriving.items():
        values += [uuid4(), conference.id, participant, doors.day]
        values += [one.now, one.desk, one.request]
    marks = ", ".join(["(?, ?, ?, ?, ?, ?, ?)"] * len(arriving))
    rows = await fetch(
        "INSERT INTO check_in "  # noqa: S608 - marks only
        "(id, conference, participant, day, at, desk, request) "
        f"VALUES {marks} "
        "ON CONFLICT (participant, day) DO NOTHING RETURNING participant",
        *values,
    )
    return [row["participant"] for row in rows]


def _refuse_other_subject(subject: UUID | None, participant: UUID) -> None:
    if subject != participant:
        raise Conflict("request_used_otherwise")


async def _settle(
    one: Order,
    scan: Scan,
    *,
    written: Mapping[UUID, Order],
    used: Mapping[UUID, UUID | None],
    conference: ConferenceFacts,
) -> Scan:
    """Give each order its answer once it is known whose arrival was written."""
    visitor = scan.visitor
    if visitor is None or scan.repeated or scan.admission != Admitted():
        return scan
    winner = written.get(visitor.participant)
    if winner is one:
        return scan
    if one.request and (one.request in used or _same_request(one, winner)):
        return Scan(
            admission=Admitted(), conference=conference, visitor=visitor, repeated=True
        )
    if winner is not None:
        arrival = Arrival(since=winner.now, desk=winner.desk)
        return replace(scan, admission=AlreadyInside(arrival))
    return await check_in_participant(visitor.participant, one, conference=conference)


def _same_request(one: Order, winner: Order | None) -> bool:
    return winner is not None and winner.request == one.request
