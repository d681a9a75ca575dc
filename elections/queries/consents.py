"""Read what officers have typed in for a lot, without saying what it was."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from elections.rules.stages import PollStep
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedIn:
    """How many officers have typed in a lot, and whether they differ."""

    officers: Sequence[UUID]
    differ: bool


async def lots_typed_in(election: UUID) -> TypedIn:
    """Tell who has typed in a lot that two have not agreed on yet."""
    rows = await fetch(
        "SELECT officer, subject FROM officer_consent WHERE election = ? AND step = ?",
        election,
        PollStep.LOT.value,
    )
    subjects = Counter(row["subject"] for row in rows)
    return TypedIn(
        officers=[row["officer"] for row in rows],
        differ=len(subjects) > 1,
    )
