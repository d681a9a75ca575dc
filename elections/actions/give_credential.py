"""Give a voter her credential, once, without seeing what it is."""

import asyncio
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from elections import sealing
from elections.actions.noting import note
from elections.queries.elections import ElectionFacts
from elections.rules.blind_signatures import NotSignable
from elections.rules.stages import Channel, PollStage
from elections.rules.urn import Keys as PollKeys
from lip.database import fetch, transaction
from lip.errors import Conflict, NotAllowed, TooEarly, TooLate, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


async def give_credential(
    election: ElectionFacts,
    entry: UUID,
    blinded: bytes,
    *,
    keys: Keys,
    by: Actor,
    now: datetime,
    channel: Channel = Channel.PHONE,
) -> bytes:
    """
    Sign the blinded serial of somebody on the roll; the same one is answered again.

    Raises Conflict for a second serial and for who has a paper, NotAllowed for an
    entry of another roll.
    """
    polls = await poll_keys(election, keys=keys)
    group = await _group_of(election, entry)
    try:
        signed = await asyncio.to_thread(
            sealing.signed_blindly, polls, blinded, group=group
        )
    except NotSignable:
        raise Unusable("credential_unreadable") from None
    wanted = sha256(blinded).hexdigest()
    async with transaction():
        rows = await fetch(
            "UPDATE roll_entry SET blinded = ?, channel = ? "
            "WHERE election = ? AND id = ? AND blinded = '' AND channel <> 'paper' "
            "AND EXISTS (SELECT 1 FROM poll_keys k "
            "WHERE k.election = roll_entry.election) RETURNING id",
            wanted,
            channel.value,
            election.id,
            entry,
        )
        if rows:
            await note(Act.CREDENTIAL_GIVEN, election, by=by, now=now)
        else:
            await _refuse_another(entry, wanted)
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
    if election.stage.is_over:
        raise TooLate("polls_have_closed")


async def _group_of(election: ElectionFacts, entry: UUID) -> str:
    """Find by whose key she is signed for: her association's, if there is a limit."""
    rows = await fetch(
        "SELECT association FROM roll_entry WHERE election = ? AND id = ?",
        election.id,
        entry,
    )
    if not rows:
        raise NotAllowed("not_on_the_roll")
    association = str(rows[0]["association"])
    return association if association in election.public_keys else ""


async def _refuse_another(entry: UUID, wanted: str) -> None:
    """Refuse unless it is the same serial that was signed before."""
    (row,) = await fetch("SELECT blinded, channel FROM roll_entry WHERE id = ?", entry)
    if row["blinded"] == wanted:
        return
    if row["blinded"]:
        raise Conflict("credential_given_elsewhere")
    if row["channel"] == Channel.PAPER:
        raise Conflict("voter_has_a_paper")
    raise TooLate("polls_have_closed")
