"""Delete what registrations keep of people, when its time is over or on wish."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.queries.keeping import lapsed_conferences
from lip.database import fetch


async def answers_due(now: datetime) -> Mapping[str, int]:
    """Count the answers whose last day has passed, by conference."""
    rows = await fetch(
        "SELECT f.key, count(*) AS number FROM answer a "
        "JOIN participant p ON p.id = a.participant "
        "JOIN conference f ON f.id = p.conference "
        "WHERE a.delete_on < ? GROUP BY f.key",
        now.date(),
    )
    found = {row["key"]: int(row["number"]) for row in rows}
    for conference in await lapsed_conferences(now):
        more = await fetch(
            "SELECT f.key, count(*) AS number FROM answer a "
            "JOIN participant p ON p.id = a.participant "
            "JOIN conference f ON f.id = p.conference WHERE f.id = ? GROUP BY f.key",
            conference,
        )
        found |= {row["key"]: int(row["number"]) for row in more}
    return found


async def delete_answers(now: datetime) -> Mapping[str, int]:
    """Delete the answers whose last day has passed."""
    due = await answers_due(now)
    await fetch("DELETE FROM answer WHERE delete_on < ?", now.date())
    for conference in await lapsed_conferences(now):
        await fetch(
            "DELETE FROM answer WHERE participant IN "
            "(SELECT id FROM participant WHERE conference = ?)",
            conference,
        )
    return due


async def parties_due(now: datetime) -> Mapping[str, int]:
    """Count the registrations whose guest list is due, or that hold nobody any more."""
    found: dict[str, int] = {}
    for one in await _due(now):
        found[one["key"]] = found.get(one["key"], 0) + 1
    return found


async def delete_parties(now: datetime) -> Mapping[str, int]:
    """Delete these registrations with places, sign-ups and agreements."""
    due = await parties_due(now)
    for one in await _due(now):
        people = "(SELECT participant FROM place WHERE party = ?)"
        for table in ("sign_up", "consent"):
            await fetch(
                f"DELETE FROM {table} WHERE participant IN {people}",  # noqa: S608 - our names
                one["id"],
            )
        await fetch("DELETE FROM place WHERE party = ?", one["id"])
        await fetch("DELETE FROM party WHERE id = ?", one["id"])
    return due


async def _due(now: datetime) -> list[dict[str, Any]]:
    lapsed = await lapsed_conferences(now)
    rows = await fetch(
        "SELECT y.id, y.conference, f.key, count(l.participant) AS people "
        "FROM party y JOIN conference f ON f.id = y.conference "
        "LEFT JOIN place l ON l.party = y.id GROUP BY y.id, y.conference, f.key"
    )
    return [row for row in rows if not row["people"] or row["conference"] in lapsed]


async def erase_answers(participant: UUID) -> int:
    """Erase what somebody answered to own questions."""
    rows = await fetch(
        "DELETE FROM answer WHERE participant = ? RETURNING id", participant
    )
    return len(rows)


async def erase_registration(participant: UUID) -> int:
    """Erase her place, her sessions and agreements; the party when she was the last."""
    gone = 0
    for table in ("sign_up", "consent"):
        rows = await fetch(
            f"DELETE FROM {table} WHERE participant = ? RETURNING id",  # noqa: S608 - our names
            participant,
        )
        gone += len(rows)
    places = await fetch(
        "DELETE FROM place WHERE participant = ? RETURNING party", participant
    )
    for place in places:
        gone += 1
        await fetch(
            "DELETE FROM party WHERE id = ? "
            "AND NOT EXISTS (SELECT 1 FROM place WHERE party = ?)",
            place["party"],
            place["party"],
        )
        await fetch(
            "UPDATE party SET email = '' WHERE id = ? AND email = "
            "(SELECT email FROM participant WHERE id = ?)",
            place["party"],
            participant,
        )
    return gone
