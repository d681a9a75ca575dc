"""Who holds a ticket and is here: for what is asked of many people in one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lip.database import fetch, padded


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whose ticket it is; `inside_on` are the days on which she is in the house."""

    participant: UUID
    conference: UUID
    comes: bool
    language: str
    inside_on: frozenset[date]


async def holders_of(sealed_codes: Sequence[str]) -> Mapping[str, Holder]:
    """Find the holders of tickets by their sealed codes in one query."""
    if not sealed_codes:
        return {}
    wanted = padded(sealed_codes)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT p.sealed_code, p.id, p.conference, p.cancelled_at, "  # noqa: S608 - marks
        "p.waiting_since, p.language, c.day, c.out_since FROM participant p "
        "LEFT JOIN check_in c ON c.participant = p.id "
        f"WHERE p.sealed_code IN ({marks})",
        *wanted,
    )
    days: dict[str, set[date]] = {}
    for row in rows:
        inside = days.setdefault(row["sealed_code"], set())
        if row["day"] is not None and row["out_since"] is None:
            inside.add(row["day"])
    return {
        row["sealed_code"]: Holder(
            participant=row["id"],
            conference=row["conference"],
            comes=row["cancelled_at"] is None and row["waiting_since"] is None,
            language=row["language"],
            inside_on=frozenset(days[row["sealed_code"]]),
        )
        for row in rows
    }
