"""Read the lists of an election, and who stands on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from elections.queries.elections import NominationFacts
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class SlateFacts:
    """A list; its members in the order that it gave them."""

    id: UUID
    number: int
    name: str
    members: tuple[NominationFacts, ...]

    @property
    def mark(self) -> str:
        """Name it on ballots and in the record."""
        return f"l{self.number}"


async def lists_of(
    election: UUID, standing: Sequence[NominationFacts]
) -> Sequence[SlateFacts]:
    """List the lists in their order; of those who stand, each has its own."""
    rows = await fetch(
        "SELECT id, number, name FROM slate WHERE election = ? ORDER BY number",
        election,
    )
    ordered = in_order_of_lists(standing)
    return [
        SlateFacts(
            id=row["id"],
            number=int(row["number"]),
            name=row["name"],
            members=tuple(one for one in ordered if one.slate == row["id"]),
        )
        for row in rows
    ]


def in_order_of_lists(
    standing: Sequence[NominationFacts],
) -> Sequence[NominationFacts]:
    """Put those who stand into the order that their lists gave them."""
    return sorted(standing, key=lambda one: (one.list_place, one.number))


async def names_on_ballot(election: UUID) -> frozenset[str]:
    """Name all that may be marked: who was admitted, withdrawn or not, and lists."""
    rows = await fetch(
        "SELECT 'k' AS kind, number FROM nomination "
        "WHERE election = ? AND standing IN ('admitted', 'withdrawn') "
        "UNION ALL SELECT 'l' AS kind, number FROM slate WHERE election = ?",
        election,
        election,
    )
    return frozenset(f"{row['kind']}{row['number']}" for row in rows)
