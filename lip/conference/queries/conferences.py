"""Read conferences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.conference.rules.admission import Doors, doors_now
from lip.conference.tables import CheckIn, Conference, ConferenceDay, Participant
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


async def conference_by_key(key: str) -> ConferenceFacts:
    """Find a conference with its days, or raise NotFound; two queries."""
    row = await Conference.select().where(Conference.key == key).first()
    if row is None:
        raise NotFound("unknown_conference", key=key)
    days = (
        await ConferenceDay
        .select()
        .where(ConferenceDay.conference == row["id"])
        .order_by(ConferenceDay.day)
    )
    return _facts(row, days)


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


async def counts_of(conference: ConferenceFacts, *, now: datetime) -> Counts:
    """Count the expected, the arrived and the present; two queries."""
    expected = await Participant.count().where(
        (Participant.conference == conference.id) & Participant.cancelled_at.is_null()
    )
    doors = conference.doors(now)
    if doors is None:
        return Counts(expected=expected, arrived=0, present=0)
    outside = (
        await CheckIn
        .select(CheckIn.out_since)
        .where((CheckIn.conference == conference.id) & (CheckIn.day == doors.day))
        .output(as_list=True)
    )
    return Counts(
        expected=expected,
        arrived=len(outside),
        present=sum(since is None for since in outside),
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
        days=tuple(
            Doors(day=day["day"], open=day["opens_at"], close=day["closes_at"])
            for day in days
        ),
    )
