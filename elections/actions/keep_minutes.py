"""What the board writes into the minutes: where, who, witnesses, rulings."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from piccolo.columns import Column

from elections.actions.close_polls import note
from elections.actions.prepare import locked
from elections.queries.elections import ElectionFacts
from elections.rules.stages import About
from elections.tables import Election, Ruling
from lip.database import fetch, transaction
from lip.errors import Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesWish:
    """Names are lines; `members` are those of the board, its head first."""

    place: str = ""
    members: str = ""
    witnesses: str = ""
    objections_until: date | None = None


async def keep_minutes(
    election: ElectionFacts, wish: MinutesWish, *, by: Actor, now: datetime
) -> None:
    """Write down where it was, who led it and who saw it."""
    async with transaction():
        known = await locked(election.id)
        changed: dict[Column | str, Any] = {
            "place": wish.place,
            "members": wish.members,
            "witnesses": wish.witnesses,
            "objections_until": wish.objections_until,
            "changed_at": now,
        }
        await Election.update(changed).where(Election.id == known.id)
        await note(Act.MINUTES_WRITTEN, known, by=by, now=now)


async def note_ruling(
    election: ElectionFacts,
    about: About,
    question: str,
    decision: str,
    *,
    officer: UUID | None,
    by: Actor,
    now: datetime,
    request: UUID,
) -> int:
    """Write down what was put forward and decided; return its number."""
    if not question.strip():
        raise Unusable("ruling_without_question")
    async with transaction():
        known = await locked(election.id)
        rows = await fetch("SELECT number FROM ruling WHERE request = ?", request)
        if rows:
            return int(rows[0]["number"])
        (row,) = await fetch(
            "SELECT coalesce(max(number), 0) + 1 AS number FROM ruling "
            "WHERE election = ?",
            known.id,
        )
        ruling = Ruling(
            id=uuid4(),
            election=known.id,
            number=int(row["number"]),
            about=about,
            question=question.strip(),
            decision=decision.strip(),
            decided_at=now,
            officer=officer,
            request=request,
        )
        await Ruling.insert(ruling)
        await note(Act.RULING_NOTED, known, by=by, now=now)
    return int(row["number"])
