"""Scan at a desk as the door does, and read what the database then holds."""

from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.actions.check_in import Order, Scan, check_in, order
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, Actor
from tests.factories import KEYS


def order_of(
    code: str,
    *,
    now: datetime,
    conference: str = "konferenz",
    desk: str = "Tisch 1",
    by: Actor = COMMAND,
    request: UUID | None = None,
) -> Order:
    return order(
        code,
        conference=conference,
        desk=desk,
        by=by,
        now=now,
        keys=KEYS,
        request=request,
    )


async def scan(code: str, **how: Any) -> Scan:
    return await check_in(order_of(code, **how))


async def arrivals() -> list[dict[str, Any]]:
    """Read every arrival, in the order of time."""
    rows = await fetch(
        "SELECT participant, day, at, desk, out_since FROM check_in ORDER BY at, desk"
    )
    return [dict(row) for row in rows]


async def door_acts(conference: ConferenceFacts) -> list[tuple[Act, UUID | None]]:
    """Read what the journal says of the door, the oldest first."""
    door = {
        *(Act.CHECKED_IN, Act.CHECK_IN_UNDONE, Act.STEPPED_OUT),
        *(Act.CAME_BACK, Act.WALKED_IN),
    }
    wanted = Filter(scope=conference.key, acts=frozenset(door))
    found = await entries(wanted, limit=5000)
    return [(entry.act, entry.subject) for entry in sorted(found, key=lambda e: e.at)]
