"""Write into the journal what was done: counts and codes, no name, no ballot."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from elections.queries.elections import ElectionFacts
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor

Facts: TypeAlias = Mapping[str, str | int | bool | None]


async def note(
    act: Act,
    election: ElectionFacts,
    *,
    by: Actor,
    now: datetime,
    facts: Facts | None = None,
    request: UUID | None = None,
) -> None:
    """Note what was done to an election."""
    await note_of(
        act, election.id, election.key, by=by, now=now, facts=facts, request=request
    )


async def note_nomination(
    act: Act,
    election: ElectionFacts,
    number: int,
    *,
    by: Actor,
    now: datetime,
    facts: Facts | None = None,
) -> None:
    """Note what was done to a nomination: its number, no name."""
    stands: Facts = {"stands": number, **(facts or {})}
    await note(act, election, by=by, now=now, facts=stands)
