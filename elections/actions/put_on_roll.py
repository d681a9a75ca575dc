"""Put people on the roll of an election, without a credential."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias
from uuid import UUID, uuid4

from lip.database import execute_many

Voter: TypeAlias = tuple[UUID | None, str, str]
"""Participant, name (of who has no ticket), association for which she votes."""


async def put_on_roll(election: UUID, voters: Iterable[Voter]) -> Sequence[UUID]:
    """Write an entry for each; return their ids in the same order."""
    rows = [(uuid4(), election, *voter) for voter in voters]
    await execute_many(
        "INSERT INTO roll_entry (id, election, participant, name, association, "
        "channel, blinded, pass_issue) VALUES (?, ?, ?, ?, ?, '', '', 0)",
        rows,
    )
    return [row[0] for row in rows]
