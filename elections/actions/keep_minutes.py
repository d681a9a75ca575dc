"""What the board writes into the minutes: where, who, witnesses, rulings."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from piccolo.columns import Column

from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.actions.write_ruling import Ruled, write_ruling
from elections.queries.elections import ElectionFacts
from elections.rules.stages import About
from elections.tables import Election
from lip.database import transaction
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
) -> None:
    """Write down what was put forward or happened, decided or not; once."""
    async with transaction():
        known = await locked(election.id)
        ruled = Ruled(
            about=about,
            question=question,
            decision=decision,
            officer=officer,
            may_wait=True,
        )
        written = await write_ruling(known.id, ruled, now=now, request=request)
        if written is not None:
            await note(Act.RULING_NOTED, known, by=by, now=now)
