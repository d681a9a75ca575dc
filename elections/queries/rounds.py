"""Read which rounds belong to one election."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from elections.queries.elections import ElectionFacts, election_by_id
from lip.database import fetch


async def later_round(election: UUID) -> ElectionFacts | None:
    """Find the round that follows; None if there is none."""
    rows = await fetch("SELECT id FROM election WHERE earlier = ?", election)
    return await election_by_id(rows[0]["id"]) if rows else None


async def rounds_of(election: ElectionFacts) -> Sequence[ElectionFacts]:
    """List all rounds of the election to which this one belongs, the first first."""
    rounds = [election]
    while rounds[0].earlier is not None:
        rounds.insert(0, await election_by_id(rounds[0].earlier))
    while (later := await later_round(rounds[-1].id)) is not None:
        rounds.append(later)
    return rounds


async def earlier_marks(election: ElectionFacts) -> Mapping[UUID, str]:
    """Lead from who stands to the mark of the same person in the round before."""
    if election.earlier is None:
        return {}
    before = await fetch(
        "SELECT id, number FROM nomination WHERE election = ?", election.earlier
    )
    here = await fetch(
        "SELECT id, request FROM nomination WHERE election = ?", election.id
    )
    known = {standing_again(row["id"]): f"k{row['number']}" for row in before}
    return {row["id"]: known[row["request"]] for row in here if row["request"] in known}


def standing_again(nomination: UUID) -> UUID:
    """Name the copy of a nomination in the round that follows."""
    return uuid5(nomination, "stands again")
