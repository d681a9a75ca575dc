"""Delete what is due: room visits, certificates, feedback; and erase on wish."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.attendance.tables import Certificate, RoomVisit
from lip.conference.queries.keeping import all_kept
from lip.conference.rules.keeping import lapsed
from lip.database import fetch

AT_ONCE = 1000

_VISITS = """
FROM room_visit v JOIN programme_session s ON s.id = v.session
JOIN conference f ON f.id = s.conference
"""
_ANSWERS = """
FROM feedback_answer a JOIN feedback_question q ON q.id = a.question
JOIN conference f ON f.id = q.conference WHERE q.kind = 'text'
"""


async def count_visits(now: datetime) -> Mapping[str, int]:
    """Count the visits of conferences whose arrivals are due."""
    rows = await fetch(f"SELECT f.id, f.key, count(*) AS many {_VISITS} GROUP BY 1, 2")
    return _of_lapsed(rows, await _lapsed(now))


async def delete_visits(now: datetime) -> Mapping[str, int]:
    """Delete them."""
    due = await count_visits(now)
    for key in due:
        await fetch(
            "DELETE FROM room_visit WHERE session IN (SELECT s.id "
            "FROM programme_session s JOIN conference f ON f.id = s.conference "
            "WHERE f.key = ?)",
            key,
        )
    return due


async def count_voices(now: datetime) -> Mapping[str, int]:
    """Count the free texts of feedback at conferences whose arrivals are due."""
    rows = await fetch(f"SELECT f.id, f.key, count(*) AS many {_ANSWERS} GROUP BY 1, 2")
    return _of_lapsed(rows, await _lapsed(now))


async def delete_voices(now: datetime) -> Mapping[str, int]:
    """Delete them; the counts of other questions stay."""
    due = await count_voices(now)
    for key in due:
        await fetch(
            "DELETE FROM feedback_answer WHERE question IN (SELECT q.id "
            "FROM feedback_question q JOIN conference f ON f.id = q.conference "
            "WHERE f.key = ? AND q.kind = 'text')",
            key,
        )
    return due


async def count_certificates(now: datetime) -> Mapping[str, int]:
    """Count the certificates that nobody can check any more."""
    found: dict[str, int] = {}
    for row in await _due_certificates(now):
        found[row["key"]] = found.get(row["key"], 0) + 1
    return found


async def delete_certificates(now: datetime) -> Mapping[str, int]:
    """Delete them."""
    due = await count_certificates(now)
    old = [row["id"] for row in await _due_certificates(now)]
    for start in range(0, len(old), AT_ONCE):
        few = old[start : start + AT_ONCE]
        await Certificate.delete().where(Certificate.id.is_in(few))
    return due


async def _due_certificates(now: datetime) -> list[dict[str, Any]]:
    rows = await fetch(
        "SELECT c.id, c.delete_on, f.key, f.zone FROM certificate c "
        "JOIN conference f ON f.id = c.conference WHERE c.delete_on < ?",
        now.date(),
    )
    return [
        row
        for row in rows
        if lapsed(row["delete_on"], today=now.astimezone(ZoneInfo(row["zone"])).date())
    ]


async def erase_visits(participant: UUID) -> int:
    """Delete the visits of one person."""
    gone = (
        await RoomVisit
        .delete()
        .where(RoomVisit.participant == participant)
        .returning(RoomVisit.id)
    )
    return len(gone)


async def erase_certificates(participant: UUID) -> int:
    """Delete the certificates of one person; their codes are unknown then."""
    gone = (
        await Certificate
        .delete()
        .where(Certificate.participant == participant)
        .returning(Certificate.id)
    )
    return len(gone)


async def visits_ahead(conference: UUID) -> int:
    """Count the visits of one conference."""
    (row,) = await fetch(
        f"SELECT count(*) AS many {_VISITS} WHERE f.id = ?", conference
    )
    return int(row["many"])


async def voices_ahead(conference: UUID) -> int:
    """Count the free texts of one conference."""
    (row,) = await fetch(f"SELECT count(*) AS many {_ANSWERS} AND f.id = ?", conference)
    return int(row["many"])


async def certificates_ahead(conference: UUID) -> list[tuple[int, date]]:
    """Count the certificates of one conference by the day they are kept until."""
    rows = await fetch(
        "SELECT delete_on, count(*) AS many FROM certificate WHERE conference = ? "
        "GROUP BY delete_on ORDER BY delete_on",
        conference,
    )
    return [(int(row["many"]), row["delete_on"]) for row in rows]


async def _lapsed(now: datetime) -> frozenset[UUID]:
    return frozenset(one.id for one in await all_kept() if one.attendance_lapsed(now))


def _of_lapsed(
    rows: list[dict[str, Any]], lapsed_ones: frozenset[UUID]
) -> Mapping[str, int]:
    return {row["key"]: int(row["many"]) for row in rows if row["id"] in lapsed_ones}
