"""Freeze the roll: who may vote stands in it, and its digest in the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from elections.actions.put_on_roll import put_on_roll
from elections.queries.elections import ElectionFacts
from elections.rules.on_roll import OnRoll
from elections.rules.stages import About, Entitled
from elections.rules.urn import roll_digest
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRoll:
    """What the record says of a roll."""

    digest: str
    size: int


_EVERYBODY = (
    "SELECT p.id FROM participant p {joined} WHERE p.conference = ? "
    "AND p.cancelled_at IS NULL AND p.waiting_since IS NULL"
)


async def entitled_people(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime
) -> Sequence[OnRoll]:
    """
    List who would be on the roll at this moment.

    Whoever the board has added stands there already; whoever it has struck does not.
    """
    entries = await _entries(election)
    if election.entitled is Entitled.IMPORTED:
        return entries
    there = {one.participant for one in entries}
    without = there | await _struck(election)
    people = await _by_source(election, conference, now=now)
    return [*(one for one in people if one.participant not in without), *entries]


async def _by_source(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime
) -> Sequence[OnRoll]:
    entitled = election.entitled
    if entitled is Entitled.ASSOCIATIONS:
        return await _delegates(conference)
    if entitled is Entitled.GROUP:
        joined = "JOIN place l ON l.participant = p.id AND l.in_group = ?"
        return await _people(joined, election.voters_group, conference.id)
    if entitled is Entitled.TICKETS:
        return await _people("", conference.id)
    doors = conference.doors(now)
    if doors is None:
        return []
    joined = (
        "JOIN check_in c ON c.participant = p.id AND c.day = ? AND c.out_since IS NULL"
    )
    return await _people(joined, doors.day, conference.id)


async def freeze_roll(election: UUID, people: Sequence[OnRoll]) -> FrozenRoll:
    """Write the roll; its digest is over ids that lead to nobody outside."""
    new = [
        (one.participant, "", one.association) for one in people if one.entry is None
    ]
    there = [one.entry for one in people if one.entry is not None]
    ids = [*await put_on_roll(election, new), *there]
    return FrozenRoll(digest=roll_digest([one.hex for one in ids]), size=len(ids))


async def _people(joined: str, *arguments: object) -> Sequence[OnRoll]:
    rows = await fetch(_EVERYBODY.format(joined=joined), *arguments)
    return [OnRoll(participant=row["id"]) for row in rows]


async def _delegates(conference: ConferenceFacts) -> Sequence[OnRoll]:
    rows = await fetch(
        "SELECT d.participant, a.name FROM delegate d "
        "JOIN association a ON a.id = d.association "
        "JOIN participant p ON p.id = d.participant AND p.cancelled_at IS NULL "
        "WHERE a.conference = ?",
        conference.id,
    )
    return [
        OnRoll(participant=row["participant"], association=row["name"]) for row in rows
    ]


async def _struck(election: ElectionFacts) -> set[UUID | None]:
    """Find those about whom the board has decided; the added ones have entries."""
    rows = await fetch(
        "SELECT subject FROM ruling WHERE election = ? AND about = ? "
        "AND subject IS NOT NULL",
        election.id,
        About.ROLL.value,
    )
    return {row["subject"] for row in rows}


async def _entries(election: ElectionFacts) -> Sequence[OnRoll]:
    rows = await fetch(
        "SELECT id, participant, association FROM roll_entry WHERE election = ?",
        election.id,
    )
    return [
        OnRoll(
            participant=row["participant"],
            association=row["association"],
            entry=row["id"],
        )
        for row in rows
    ]
