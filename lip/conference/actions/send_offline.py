"""
Take in what a device did without network: scans and walk-ins, at their true time.

Each act is judged as if it came when it was made. What cannot simply be carried out
is noted as something to settle, before the device is told to forget the act; so
nothing is lost, whatever breaks on the way.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from lip.conference.actions.check_in import check_in, order
from lip.conference.actions.register import register
from lip.conference.actions.walk_in import walk_in
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.door_conflicts import holder_of_old_ticket, twin_of
from lip.conference.rules.codes import read_code
from lip.conference.rules.door_conflicts import ConflictKind, conflict_of
from lip.conference.rules.guest import Guest
from lip.conference.tables import DoorConflict
from lip.database import fetch, transaction
from lip.errors import Conflict, NotFound
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineAct:
    """One scan or walk-in; `key` names a scan as the desk's own page would."""

    request: UUID
    at: datetime
    key: UUID | None = None
    code: str = ""
    guest: Guest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """Where acts arrive: the conference, the desk, by whom, and when."""

    conference: ConferenceFacts
    desk: str
    keys: Keys
    by: Actor
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is to settle about an act, and about whom."""

    kind: ConflictKind
    participant: UUID | None = None


async def send_offline(act: OfflineAct, *, to: Arriving) -> ConflictKind | None:
    """Carry out one act; say what is left to settle. Repeating it changes nothing."""
    at = min(act.at, to.now)  # a clock that is ahead has seen nothing of the future
    finding: Finding | None
    if act.guest is not None:
        finding = await _walk_in(act, act.guest, at, to)
    elif act.code:
        finding = await _scan(act, at, to)
    else:
        finding = Finding(kind=ConflictKind.UNREADABLE)
    if finding is not None:
        await _note(act, finding, at, to)
    return finding.kind if finding else None


async def _scan(act: OfflineAct, at: datetime, to: Arriving) -> Finding | None:
    one = order(
        act.code,
        conference=to.conference.key,
        desk=to.desk,
        by=to.by,
        now=at,
        keys=to.keys,
        request=act.key or act.request,
        told_at=to.now,
    )
    try:
        scan = await check_in(one)
    except Conflict:  # the key stands for another ticket: no device of ours does that
        return Finding(kind=ConflictKind.UNREADABLE)
    kind = conflict_of(scan.admission)
    if kind is None:
        return None
    if scan.visitor is not None:
        return Finding(kind=kind, participant=scan.visitor.participant)
    code = read_code(act.code)
    holder = code and await holder_of_old_ticket(
        code, conference=to.conference, keys=to.keys
    )
    if holder:
        return Finding(kind=ConflictKind.REISSUED, participant=holder)
    return Finding(kind=kind)


async def _walk_in(
    act: OfflineAct, guest: Guest, at: datetime, to: Arriving
) -> Finding:
    """Register whoever came; she needs a badge in any case, and may be there twice."""
    result = await walk_in(
        guest,
        conference=to.conference,
        desk=to.desk,
        keys=to.keys,
        by=to.by,
        now=at,
        request=act.request,
        told_at=to.now,
    )
    if result.visitor is None:
        return Finding(
            kind=ConflictKind.TIME, participant=await _registered(act, guest, to)
        )
    participant = result.visitor.participant
    twin = await twin_of(participant, conference=to.conference)
    kind = ConflictKind.TWIN if twin else ConflictKind.WALK_IN
    return Finding(kind=kind, participant=participant)


async def _registered(act: OfflineAct, guest: Guest, to: Arriving) -> UUID | None:
    """Keep the name of somebody who came at a time without doors."""
    known = await subjects_of_requests([act.request])
    if act.request in known:
        return known[act.request]
    return await register(
        guest,
        conference=to.conference,
        keys=to.keys,
        by=to.by,
        now=to.now,
        request=act.request,
    )


async def _note(act: OfflineAct, finding: Finding, at: datetime, to: Arriving) -> None:
    one = uuid5(act.request, "conflict")
    doors = to.conference.doors(at)
    async with transaction():
        written = await fetch(
            "INSERT INTO door_conflict "
            "(id, conference, participant, kind, day, at, desk, noted_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING id",
            one,
            to.conference.id,
            finding.participant,
            finding.kind.value,
            doors.day if doors else None,
            at,
            to.desk,
            to.now,
        )
        if written:
            await note_of(
                Act.CONFLICT_NOTED,
                finding.participant,
                to.conference.key,
                by=to.by,
                now=to.now,
                facts={"conflict": finding.kind.value},
                request=one,
            )


async def settle_conflict(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Note that something was settled; doing it twice changes nothing."""
    async with transaction():
        this = (DoorConflict.id == one) & (DoorConflict.conference == conference.id)
        if not await DoorConflict.exists().where(this):
            raise NotFound("unknown_conflict")
        settled = (
            await DoorConflict
            .update({DoorConflict.settled_at: now})
            .where(this & DoorConflict.settled_at.is_null())
            .returning(DoorConflict.participant, DoorConflict.kind)
        )
        for row in settled:
            await note_of(
                Act.CONFLICT_SETTLED,
                row["participant"],
                conference.key,
                by=by,
                now=now,
                facts={"conflict": row["kind"]},
            )
