"""Read conferences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.conference.rules.admission import Doors, doors_now
from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference, ConferenceDay
from lip.database import fetch
from lip.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceFacts:
    """A conference with its days."""

    id: UUID
    key: str
    title: str
    place: str
    organiser: str
    language: str
    zone: ZoneInfo
    hand_out: str
    needs_kept_days: int
    badge_format: str
    kiosk_numbers: bool
    stage: Stage
    days: tuple[Doors, ...]

    def doors(self, now: datetime) -> Doors | None:
        """Find the day that it is."""
        return doors_now(self.days, now=now, zone=self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many are expected, have arrived today, and are inside now."""

    expected: int
    arrived: int
    present: int


_FACTS = """
    f.id, f.key, f.title, f.place, f.organiser, f.language, f.zone, f.hand_out,
    f.needs_kept_days, f.badge_format, f.kiosk_numbers, f.stage,
    d.day, d.opens_at, d.closes_at
FROM conference f LEFT JOIN conference_day d ON d.conference = f.id
"""


async def conference_by_key(key: str) -> ConferenceFacts:
    """Find a conference with its days in one query, or raise NotFound."""
    rows = await fetch(f"SELECT {_FACTS} WHERE f.key = ? ORDER BY d.day", key)
    if not rows:
        raise NotFound("unknown_conference", key=key)
    return _facts(rows[0], [row for row in rows if row["day"] is not None])


async def conference_by_id(one: UUID) -> ConferenceFacts:
    """Find a conference by its id in one query, or raise NotFound."""
    rows = await fetch(f"SELECT {_FACTS} WHERE f.id = ? ORDER BY d.day", one)
    if not rows:
        raise NotFound("unknown_conference", key="")
    return _facts(rows[0], [row for row in rows if row["day"] is not None])


async def all_conferences() -> Sequence[ConferenceFacts]:
    """List all conferences, the latest first; two queries."""
    rows = await Conference.select()
    days: dict[UUID, list[Mapping[str, Any]]] = {}
    for day in await ConferenceDay.select().order_by(ConferenceDay.day):
        days.setdefault(day["conference"], []).append(day)
    found = [_facts(row, days.get(row["id"], ())) for row in rows]
    return sorted(
        found,
        key=lambda one: (one.days[0].day.toordinal() if one.days else 0, one.title),
        reverse=True,
    )


async def titles() -> Mapping[str, str]:
    """Give the titles of all conferences by key, the newest first."""
    rows = await fetch("SELECT key, title FROM conference ORDER BY created_at DESC")
    return {row["key"]: row["title"] for row in rows}


async def made_at() -> Mapping[UUID, datetime]:
    """Tell when each conference was announced or drafted."""
    rows = await fetch("SELECT id, created_at FROM conference")
    return {row["id"]: row["created_at"] for row in rows}


async def counts_of(conference: ConferenceFacts, *, now: datetime) -> Counts:
    """Count the expected, the arrived and the present in one query."""
    doors = conference.doors(now)
    (row,) = await fetch(
        """
        SELECT
            (SELECT count(*) FROM participant
                WHERE conference = ? AND cancelled_at IS NULL
                AND waiting_since IS NULL) AS expected,
            count(*) AS arrived,
            coalesce(sum(CASE WHEN out_since IS NULL THEN 1 ELSE 0 END), 0) AS present
        FROM check_in WHERE conference = ? AND day = ?
        """,
        conference.id,
        conference.id,
        doors.day if doors else date.min,
    )
    return Counts(
        expected=int(row["expected"]),
        arrived=int(row["arrived"]),
        present=int(row["present"]),
    )


def _facts(
    row: Mapping[str, Any], days: Sequence[Mapping[str, Any]]
) -> ConferenceFacts:
    return ConferenceFacts(
        id=row["id"],
        key=row["key"],
        title=row["title"],
        place=row["place"],
        organiser=row["organiser"],
        language=row["language"],
        zone=ZoneInfo(row["zone"]),
        hand_out=row["hand_out"],
        needs_kept_days=row["needs_kept_days"],
        badge_format=row["badge_format"],
        kiosk_numbers=bool(row["kiosk_numbers"]),
        stage=Stage(row["stage"]),
        days=tuple(
            Doors(day=day["day"], open=day["opens_at"], close=day["closes_at"])
            for day in days
        ),
    )
