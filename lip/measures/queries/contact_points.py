"""Read the contact points of all measures that everybody may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.database import fetch
from lip.measures.queries.rows import line_from
from lip.measures.rules.sheet import LocationLine
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """A place where people get help, and the measure that runs it."""

    place: LocationLine
    measure: UUID
    measure_key: str
    measure_title: Said
    citywide: bool
    changed_at: datetime


async def contact_points(*, now: datetime) -> Sequence[ContactPoint]:
    """List those of public measures, open ones first, in one query."""
    rows = await fetch(
        "SELECT l.*, m.key AS measure_key, m.title AS measure_title, m.citywide, "
        "m.changed_at "
        "FROM location l JOIN measure m ON m.id = l.measure "
        "WHERE m.public_from IS NOT NULL AND m.public_from <= ? "
        "ORDER BY m.key, l.position, l.id",
        now,
    )
    found = [
        ContactPoint(
            place=line_from(LocationLine, row),
            measure=row["measure"],
            measure_key=row["measure_key"],
            measure_title=Said.load(row["measure_title"]),
            citywide=bool(row["citywide"]),
            changed_at=row["changed_at"],
        )
        for row in rows
        if row["contact_point"]
    ]
    order = ["running", "preparing", "closed"]
    return sorted(found, key=lambda one: order.index(one.place.state.value))
