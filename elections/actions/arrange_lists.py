"""Put candidates on lists, before the polls open."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from elections.actions.noting import note
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.queries.elections import ElectionFacts, NominationFacts, nominations_of
from elections.rules.paper_forms import WITH_LISTS
from elections.rules.planning import LISTS, Method
from lip.database import execute_many, fetch, transaction
from lip.errors import Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWish:
    """A list and the numbers of those who stand on it, the first one first."""

    name: str
    members: Sequence[int] = ()


async def arrange_lists(
    election: ElectionFacts, lists: Sequence[ListWish], *, by: Actor, now: datetime
) -> None:
    """Write the lists anew; doing it again changes nothing."""
    names = [one.name.strip() for one in lists]
    if not all(names):
        raise Unusable("list_without_name")
    if len({name.casefold() for name in names}) < len(names):
        raise Unusable("list_named_twice")
    async with transaction():
        refuse_unless_prepared(await locked(election.id))
        await fetch("DELETE FROM slate WHERE election = ?", election.id)
        for number, one in enumerate(lists, 1):
            slate = await _insert(election.id, number, one.name.strip())
            await execute_many(
                "UPDATE nomination SET slate = ?, list_place = ? "
                "WHERE election = ? AND number = ?",
                [
                    (slate, place, election.id, member)
                    for place, member in enumerate(one.members, 1)
                ],
            )
        facts = {"lists": len(lists)}
        await note(Act.LISTS_ARRANGED, election, by=by, now=now, facts=facts)


async def settle_lists(election: ElectionFacts) -> None:
    """
    Draw the order of the lists when the polls open.

    Who stands on none where others do is a list of her own. Raises Unusable where
    lists are voted for and there are none.
    """
    method = Method(election.method)
    if method not in WITH_LISTS:
        return
    rows = await fetch("SELECT id FROM slate WHERE election = ?", election.id)
    if not rows:
        if method in LISTS:
            raise Unusable("election_without_lists")
        return
    alone = [one for one in await nominations_of(election.id) if one.slate is None]
    made = [await _alone(election.id, at, one) for at, one in enumerate(alone, 1001)]
    ids = [row["id"] for row in rows] + made
    secrets.SystemRandom().shuffle(ids)
    for start in (2001, 1):  # no number twice on the way
        await execute_many(
            "UPDATE slate SET number = ? WHERE id = ?",
            [(number, one) for number, one in enumerate(ids, start)],
        )


async def _alone(election: UUID, number: int, one: NominationFacts) -> UUID:
    slate = await _insert(election, number, one.name)
    await fetch("UPDATE nomination SET slate = ? WHERE id = ?", slate, one.id)
    return slate


async def _insert(election: UUID, number: int, name: str) -> UUID:
    slate = uuid4()
    await fetch(
        "INSERT INTO slate (id, election, number, name) VALUES (?, ?, ?, ?)",
        slate,
        election,
        number,
        name,
    )
    return slate
