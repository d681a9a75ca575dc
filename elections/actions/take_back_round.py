"""Take back a round that was prepared, as long as nobody can vote in it."""

from datetime import datetime
from uuid import UUID

from elections.actions.noting import note
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.queries.elections import ElectionFacts
from elections.queries.rounds import later_round
from lip.database import fetch, transaction
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def take_back_next_round(
    election: ElectionFacts, *, by: Actor, now: datetime
) -> None:
    """Delete the round that follows; doing it again changes nothing."""
    async with transaction():
        known = await locked(election.id)
        later = await later_round(known.id)
        if later is None:
            return
        refuse_unless_prepared(await locked(later.id))
        await _keep_rulings(later.id, known.id)
        await fetch("DELETE FROM election WHERE id = ?", later.id)
        await note(
            Act.NEXT_ROUND_TAKEN_BACK,
            known,
            by=by,
            now=now,
            facts={"number": later.number},
        )


async def _keep_rulings(later: UUID, earlier: UUID) -> None:
    """Move what was decided to the round before: it stays in the minutes."""
    (row,) = await fetch(
        "SELECT coalesce(max(number), 0) AS number FROM ruling WHERE election = ?",
        earlier,
    )
    await fetch(
        "UPDATE ruling SET election = ?, number = number + ? WHERE election = ?",
        earlier,
        int(row["number"]),
        later,
    )
