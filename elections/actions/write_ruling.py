"""Write down what the board decides, within the transaction of what follows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from elections.rules.stages import About
from elections.tables import Ruling
from lip.database import fetch
from lip.errors import Unusable


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """
    What was put forward and decided, about whom, written down by which officer.

    What `may_wait` is noted now and decided later, or never.
    """

    about: About
    question: str
    decision: str = ""
    subject: UUID | None = None
    officer: UUID | None = None
    may_wait: bool = False


async def write_ruling(
    election: UUID, ruled: Ruled, *, now: datetime, request: UUID
) -> UUID | None:
    """Write a ruling and return its id; None where it stands already (sent twice)."""
    if not ruled.question.strip():
        raise Unusable("ruling_unasked")
    if not ruled.decision.strip() and not ruled.may_wait:
        raise Unusable("ruling_undecided")
    if await fetch("SELECT id FROM ruling WHERE request = ?", request):
        return None
    (row,) = await fetch(
        "SELECT coalesce(max(number), 0) + 1 AS number FROM ruling WHERE election = ?",
        election,
    )
    ruling = Ruling(
        id=uuid4(),
        election=election,
        number=int(row["number"]),
        about=ruled.about,
        subject=ruled.subject,
        question=ruled.question.strip(),
        decision=ruled.decision.strip(),
        decided_at=now,
        officer=ruled.officer,
        request=request,
    )
    await Ruling.insert(ruling)
    return ruling.id
