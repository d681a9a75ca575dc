"""Open the polls: the roll is frozen, the order drawn, the keys made."""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from elections import sealing
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.queries.elections import ElectionFacts, nominations_of
from elections.rules.planning import Method, faults, votes_each
from elections.rules.stages import Entitled, PollStage
from elections.rules.urn import roll_digest
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import execute_many, fetch, transaction
from lip.errors import Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys


async def open_polls(
    election: ElectionFacts,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> None:
    """Freeze the roll and let people vote, unless something is missing."""
    made = await asyncio.to_thread(sealing.made)
    async with transaction():
        known = await locked(election.id)
        if known.stage is PollStage.OPEN:
            return
        refuse_unless_prepared(known)
        standing = [one for one in await nominations_of(known.id) if not one.withdrawn]
        people = await entitled_people(known.entitled, conference, now=now)
        method = Method(known.method)
        wrong = faults(
            method,
            seats=known.seats,
            wished=known.votes_each,
            standing=len(standing),
            entitled=len(people),
        )
        if wrong:
            raise Unusable(wrong[0].value)
        digest = await _freeze(known.id, people)
        await _draw(known.id)
        each = votes_each(
            method,
            seats=known.seats,
            wished=known.votes_each,
            standing=len(standing),
        )
        public = sealing.signing_key(made).public
        signer = sealing.signer_of(made).public_key().public_bytes_raw()
        await fetch(
            "INSERT INTO poll_keys (election, sealed) VALUES (?, ?)",
            known.id,
            sealing.sealed(made, known.id, operator=keys),
        )
        await fetch(
            "UPDATE election SET stage = ?, roll_digest = ?, roll_size = ?, "
            "votes_each = ?, modulus = ?, signer = ?, changed_at = ? WHERE id = ?",
            PollStage.OPEN.value,
            digest,
            len(people),
            each,
            f"{public.modulus:x}",
            signer.hex(),
            now,
            known.id,
        )
        entry = Entry(
            at=now,
            by=by,
            act=Act.POLLS_OPENED,
            subject=known.id,
            scope=known.key,
            facts={"people": len(people), "digest": digest},
        )
        await record(entry)


async def entitled_people(
    entitled: Entitled, conference: ConferenceFacts, *, now: datetime
) -> Sequence[UUID]:
    """List who would be on the roll at this moment."""
    everybody = (
        "SELECT p.id FROM participant p WHERE p.conference = ? "
        "AND p.cancelled_at IS NULL AND p.waiting_since IS NULL"
    )
    if entitled is Entitled.TICKETS:
        return [row["id"] for row in await fetch(everybody, conference.id)]
    doors = conference.doors(now)
    if doors is None:
        return []
    rows = await fetch(
        "SELECT p.id FROM participant p JOIN check_in c ON c.participant = p.id "
        "WHERE p.conference = ? AND p.cancelled_at IS NULL AND c.day = ? "
        "AND c.out_since IS NULL",
        conference.id,
        doors.day,
    )
    return [row["id"] for row in rows]


async def _freeze(election: UUID, people: Sequence[UUID]) -> str:
    """Write the roll; its digest is over ids that lead to nobody outside."""
    entries = [(uuid4(), election, person, "") for person in people]
    await execute_many(
        "INSERT INTO roll_entry (id, election, participant, blinded) "
        "VALUES (?, ?, ?, ?)",
        entries,
    )
    return roll_digest([entry[0].hex for entry in entries])


async def _draw(election: UUID) -> None:
    """Draw the order in which everybody sees the candidates."""
    ids = [
        row["id"]
        for row in await fetch(
            "SELECT id FROM nomination WHERE election = ? ORDER BY number", election
        )
    ]
    secrets.SystemRandom().shuffle(ids)
    await execute_many(
        "UPDATE nomination SET place = ? WHERE id = ?",
        [(place, one) for place, one in enumerate(ids, 1)],
    )
