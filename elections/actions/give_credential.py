"""Give a voter her credential, once, without seeing what it is."""

import asyncio
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from elections import sealing
from elections.queries.elections import ElectionFacts
from elections.rules.blind_signatures import NotSignable
from elections.rules.stages import PollStage
from elections.rules.urn import Keys as PollKeys
from lip.database import fetch, transaction
from lip.errors import Conflict, NotAllowed, TooEarly, TooLate, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys


async def give_credential(
    election: ElectionFacts,
    participant: UUID,
    blinded: bytes,
    *,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> bytes:
    """
    Sign a voter's blinded serial; the same one gets the same answer again.

    Raises NotAllowed for who is not on the roll, Conflict for a second serial.
    """
    polls = await poll_keys(election, keys=keys)
    try:
        signed = await asyncio.to_thread(sealing.signed_blindly, polls, blinded)
    except NotSignable:
        raise Unusable("credential_unreadable") from None
    wanted = sha256(blinded).hexdigest()
    async with transaction():
        rows = await fetch(
            "UPDATE roll_entry SET blinded = ? WHERE election = ? AND participant = ? "
            "AND blinded = '' AND EXISTS (SELECT 1 FROM poll_keys k "
            "WHERE k.election = roll_entry.election) RETURNING id",
            wanted,
            election.id,
            participant,
        )
        if rows:
            entry = Entry(
                at=now,
                by=by,
                act=Act.CREDENTIAL_GIVEN,
                subject=election.id,
                scope=election.key,
            )
            await record(entry)
        else:
            await _refuse_another(election, participant, wanted)
    return signed


async def poll_keys(election: ElectionFacts, *, keys: Keys) -> PollKeys:
    """Open the keys of open polls; refuses before they open and after they close."""
    rows = await fetch("SELECT sealed FROM poll_keys WHERE election = ?", election.id)
    if not rows:
        refuse_unless_open(election)
        raise TooLate("polls_have_closed")
    return sealing.opened(bytes(rows[0]["sealed"]), election.id, operator=keys)


def refuse_unless_open(election: ElectionFacts) -> None:
    """Say that it is too early or too late to vote."""
    if election.stage is PollStage.PREPARED:
        raise TooEarly("polls_not_open_yet")
    if election.stage is PollStage.CLOSED:
        raise TooLate("polls_have_closed")


async def _refuse_another(
    election: ElectionFacts, participant: UUID, wanted: str
) -> None:
    """Refuse unless it is the same serial that was signed before."""
    rows = await fetch(
        "SELECT blinded FROM roll_entry WHERE election = ? AND participant = ?",
        election.id,
        participant,
    )
    if not rows:
        raise NotAllowed("not_on_the_roll")
    if rows[0]["blinded"] == wanted:
        return
    if rows[0]["blinded"]:
        raise Conflict("credential_given_elsewhere")
    raise TooLate("polls_have_closed")
