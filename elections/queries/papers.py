"""Read batches of paper ballots, and who has keyed what so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from elections.rules.batches import Counts, read, sheets_in
from lip.database import fetch
from lip.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyingFacts:
    """One keying of a batch; `officer` is gone once the batch is settled."""

    id: UUID
    turn: int
    officer: UUID | None
    counts: Counts
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFacts:
    """A batch with its keyings in the order of their turns."""

    id: UUID
    number: int
    sheets: int
    settled: bool
    keyings: Sequence[KeyingFacts]

    def of(self, officer: UUID) -> KeyingFacts | None:
        """Find an officer's own keying."""
        return next((one for one in self.keyings if one.officer == officer), None)

    @property
    def finished(self) -> Sequence[KeyingFacts]:
        """List the keyings that are done."""
        return [one for one in self.keyings if one.done]

    @property
    def keyed(self) -> int:
        """Count the papers of a settled batch."""
        return sheets_in(self.keyings[0].counts) if self.settled else 0


async def batches_of(election: UUID) -> Sequence[BatchFacts]:
    """List the batches of an election with their keyings; two queries."""
    batches = await fetch(
        "SELECT id, number, sheets, settled FROM paper_batch WHERE election = ? "
        "ORDER BY number",
        election,
    )
    keyings = await fetch(
        "SELECT k.id, k.batch, k.turn, k.officer, k.counts, k.done "
        "FROM paper_keying k JOIN paper_batch b ON b.id = k.batch "
        "WHERE b.election = ? ORDER BY k.turn",
        election,
    )
    return [
        BatchFacts(
            id=row["id"],
            number=row["number"],
            sheets=row["sheets"],
            settled=bool(row["settled"]),
            keyings=[
                KeyingFacts(
                    id=one["id"],
                    turn=one["turn"],
                    officer=one["officer"],
                    counts=read(one["counts"]),
                    done=bool(one["done"]),
                )
                for one in keyings
                if one["batch"] == row["id"]
            ],
        )
        for row in batches
    ]


async def batch_of(election: UUID, number: int) -> BatchFacts:
    """Find one batch, or raise NotFound."""
    for one in await batches_of(election):
        if one.number == number:
            return one
    raise NotFound("no_such_batch", number=number)
