"""Read what the election board has decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from elections.rules.stages import About
from elections.standing_words import question_in_words
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingFacts:
    """One ruling; `decision` is empty while it is still to be decided."""

    number: int
    about: About
    question: str
    decision: str
    decided_at: datetime

    @property
    def is_remark(self) -> bool:
        """Tell whether it says what happened, and nothing had to be decided."""
        return self.about is About.OTHER


Rulings: TypeAlias = Mapping[str, Sequence[RulingFacts]]
"""What was decided and noted in each round, by its name."""


async def rulings_of(election: UUID) -> Sequence[RulingFacts]:
    """List the rulings of an election in their order."""
    rows = await fetch(
        "SELECT number, about, question, decision, decided_at FROM ruling "
        "WHERE election = ? ORDER BY number",
        election,
    )
    return [
        RulingFacts(
            number=row["number"],
            about=About(row["about"]),
            question=question_in_words(row["question"]),
            decision=row["decision"],
            decided_at=row["decided_at"],
        )
        for row in rows
    ]
