"""Hand out a ballot paper: from then on she votes with it, and in no other way."""

from datetime import datetime
from uuid import UUID

from elections.actions.give_credential import refuse_unless_open
from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.queries.elections import ElectionFacts
from elections.rules.stages import Channel
from lip.database import fetch, transaction
from lip.errors import Conflict, NotFound
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def hand_out_paper(
    election: ElectionFacts, entry: UUID, *, by: Actor, now: datetime
) -> None:
    """
    Mark that somebody has a paper; doing it again changes nothing.

    Raises Conflict for who has fetched a credential: she votes with that.
    """
    await _change(election, entry, Channel.PAPER, by=by, now=now)


async def take_back_paper(
    election: ElectionFacts, entry: UUID, *, by: Actor, now: datetime
) -> None:
    """Mark that an unused paper came back and was torn up."""
    await _change(election, entry, Channel.NONE, by=by, now=now)


async def _change(
    election: ElectionFacts, entry: UUID, to: Channel, *, by: Actor, now: datetime
) -> None:
    async with transaction():
        known = await locked(election.id)
        refuse_unless_open(known)
        rows = await fetch(
            "SELECT channel, blinded FROM roll_entry WHERE election = ? AND id = ?",
            known.id,
            entry,
        )
        if not rows:
            raise NotFound("no_such_entry")
        if rows[0]["blinded"]:
            raise Conflict("voter_has_a_credential")
        if rows[0]["channel"] == to.value:
            return
        await fetch("UPDATE roll_entry SET channel = ? WHERE id = ?", to.value, entry)
        act = Act.PAPER_HANDED_OUT if to is Channel.PAPER else Act.PAPER_TAKEN_BACK
        await note(act, known, by=by, now=now)
