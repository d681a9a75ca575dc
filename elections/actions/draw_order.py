"""Draw the order in which candidates are introduced and stand on the ballot."""

import secrets
from datetime import datetime
from uuid import UUID

from elections.actions.noting import note
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.queries.elections import ElectionFacts, nominations_of
from elections.rules.fair_order import is_drawn
from lip.database import execute_many, transaction
from lip.errors import Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def draw_order(election: ElectionFacts, *, by: Actor, now: datetime) -> None:
    """Draw before the polls open, once: the ballot keeps what people have seen."""
    async with transaction():
        known = await locked(election.id)
        refuse_unless_prepared(known)
        standing = [one for one in await nominations_of(known.id) if one.stands]
        if not standing:
            raise Unusable("order_of_nobody")
        if is_drawn(one.place for one in standing):
            return
        numbers = await draw_places(known.id)
        await note(
            Act.ORDER_DRAWN, known, by=by, now=now, facts={"order": ", ".join(numbers)}
        )


async def draw_places(election: UUID) -> list[str]:
    """Give everybody a place by lot, within a transaction; return their numbers."""
    drawn = [(one.id, one.number) for one in await nominations_of(election)]
    secrets.SystemRandom().shuffle(drawn)
    await execute_many(
        "UPDATE nomination SET place = ? WHERE id = ?",
        [(place, one) for place, (one, _number) in enumerate(drawn, 1)],
    )
    return [str(number) for _one, number in drawn]
