"""Write down what the board decides, within the transaction of what follows."""

from datetime import datetime
from uuid import UUID, uuid4

from elections.rules.stages import About
from elections.tables import Ruling
from lip.database import fetch
from lip.errors import Unusable


async def write_ruling(
    election: UUID,
    about: About,
    *,
    question: str,
    decision: str,
    subject: UUID | None,
    officer: UUID | None,
    now: datetime,
    request: UUID,
) -> UUID | None:
    """Write a ruling and return its id; None where it stands already (sent twice)."""
    if not question.strip():
        raise Unusable("ruling_unasked")
    if not decision.strip():
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
        about=about,
        subject=subject,
        question=question.strip(),
        decision=decision.strip(),
        decided_at=now,
        officer=officer,
        request=request,
    )
    await Ruling.insert(ruling)
    return ruling.id
