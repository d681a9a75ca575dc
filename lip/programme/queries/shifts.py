"""Read how a day was moved."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.database import fetch
from lip.programme.rules.shifting import Late, Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One shift of a day, with everything that moved."""

    id: UUID
    session: UUID
    minutes: int
    at: datetime
    moves: Sequence[Move]


async def last_shift(conference: UUID) -> Shift | None:
    """Find the shift that can be undone: the last one that still stands."""
    rows = await fetch(
        "SELECT id, session, minutes, at, moves FROM agenda_shift "
        "WHERE conference = ? AND undone_at IS NULL ORDER BY at DESC, id LIMIT 1",
        conference,
    )
    if not rows:
        return None
    (row,) = rows
    return Shift(
        id=row["id"],
        session=row["session"],
        minutes=row["minutes"],
        at=row["at"],
        moves=_moves(row["moves"]),
    )


def _moves(stored: str) -> Sequence[Move]:
    return [
        Move(session=UUID(session), before=Late(*before), after=Late(*after))
        for session, before, after in json.loads(stored)
    ]
