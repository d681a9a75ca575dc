"""Find who may vote by a code that is typed at the booth: ticket or voting pass."""

from dataclasses import dataclass

from elections.queries.elections import ElectionFacts, Voter, voter_of
from lip.conference.queries.printing import holder_of
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class AtBooth:
    """What a code leads to: `known` is false for a code that nobody has."""

    known: bool
    voter: Voter | None = None


async def at_booth(
    election: ElectionFacts, *, ticket_seal: str, pass_seal: str
) -> AtBooth:
    """Look a code up, first among voting passes, then among tickets."""
    rows = await fetch(
        "SELECT id, association, channel, blinded FROM roll_entry "
        "WHERE election = ? AND pass_seal = ?",
        election.id,
        pass_seal,
    )
    if rows:
        (row,) = rows
        voter = Voter(
            entry=row["id"],
            association=row["association"],
            given=bool(row["blinded"]),
            on_paper=row["channel"] == "paper",
        )
        return AtBooth(known=True, voter=voter)
    held = await holder_of(ticket_seal)
    if held is None or held[1] != election.key:
        return AtBooth(known=False)
    return AtBooth(known=True, voter=await voter_of(election.id, held[0].id))
