"""How long the data of each conference is kept, and what was prolonged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.conference.rules.keeping import (
    ATTENDANCE_KEPT_MONTHS,
    Periods,
    attendance_until,
    guests_until,
    lapsed,
    months_after,
)
from lip.database import fetch
from lip.errors import NotFound

GUESTS: Final = "guests"
ATTENDANCE: Final = "attendance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Up to which days the data of one conference is kept."""

    id: UUID
    key: str
    zone: ZoneInfo
    last: date
    periods: Periods
    guests: date
    attendance: date

    def today(self, now: datetime) -> date:
        """Say which day it is where the conference is."""
        return now.astimezone(self.zone).date()

    def guests_lapsed(self, now: datetime) -> bool:
        """Tell whether the guest list is due."""
        return lapsed(self.guests, today=self.today(now))

    def attendance_lapsed(self, now: datetime) -> bool:
        """Tell whether the names beside arrivals are due."""
        return lapsed(self.attendance, today=self.today(now))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolonged:
    """A kind of data that is kept longer, and why."""

    id: UUID
    conference: UUID
    kind: str
    until: date
    reason: str
    made_at: datetime
    ended_at: datetime | None

    def holds(self, today: date) -> bool:
        """Tell whether it still counts."""
        return self.ended_at is None and not lapsed(self.until, today=today)


_CONFERENCES = """
SELECT f.id, f.key, f.zone, f.created_at, f.needs_kept_days, f.guests_kept_months,
    f.attendance_kept_months, max(d.day) AS last
FROM conference f LEFT JOIN conference_day d ON d.conference = f.id
{where} GROUP BY f.id, f.key, f.zone, f.created_at, f.needs_kept_days,
    f.guests_kept_months, f.attendance_kept_months
"""
_PROLONGINGS = (
    "SELECT id, conference, kind, until, reason, made_at, ended_at FROM prolonging"
)


async def all_kept() -> Sequence[Kept]:
    """Say of every conference how long its data is kept; two queries."""
    rows = await fetch(_CONFERENCES.format(where=""))
    prolonged = _longest(await fetch(f"{_PROLONGINGS} WHERE ended_at IS NULL"))
    return [_kept(row, prolonged) for row in rows]


async def kept_of(conference: UUID) -> Kept:
    """Say how long the data of one conference is kept, or raise NotFound."""
    rows = await fetch(_CONFERENCES.format(where="WHERE f.id = ?"), conference)
    if not rows:
        raise NotFound("unknown_conference", key="")
    of_this = await fetch(
        f"{_PROLONGINGS} WHERE ended_at IS NULL AND conference = ?", conference
    )
    return _kept(rows[0], _longest(of_this))


async def prolongings_of(conference: UUID) -> Sequence[Prolonged]:
    """List what was ever prolonged at a conference, the latest first."""
    rows = await fetch(
        f"{_PROLONGINGS} WHERE conference = ? ORDER BY made_at DESC, id", conference
    )
    return [Prolonged(**_dated(row)) for row in rows]


async def prolonged(kind: str, now: datetime) -> frozenset[UUID]:
    """Name the conferences at which a kind of data is kept longer just now."""
    rows = await fetch(
        "SELECT p.conference, p.until, f.zone FROM prolonging p "
        "JOIN conference f ON f.id = p.conference "
        "WHERE p.kind = ? AND p.ended_at IS NULL",
        kind,
    )
    return frozenset(
        row["conference"]
        for row in rows
        if not lapsed(
            as_day(row["until"]), today=now.astimezone(ZoneInfo(row["zone"])).date()
        )
    )


async def lapsed_conferences(now: datetime) -> frozenset[UUID]:
    """Name the conferences whose guest list is due: nothing personal need stay."""
    return frozenset(one.id for one in await all_kept() if one.guests_lapsed(now))


async def longest_retention() -> timedelta:
    """Say how long after the last day of a conference anything is kept at most."""
    usual = date(2001, 1, 1)
    least = months_after(usual, ATTENDANCE_KEPT_MONTHS) - usual
    return max((one.attendance - one.last for one in await all_kept()), default=least)


def as_day(value: Any) -> date:
    """Read a day that an aggregate of SQLite gives as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "until": as_day(row["until"])}


def _longest(rows: Sequence[Mapping[str, Any]]) -> Mapping[tuple[UUID, str], date]:
    latest: dict[tuple[UUID, str], date] = {}
    for row in rows:
        what, until = (row["conference"], row["kind"]), as_day(row["until"])
        latest[what] = max(latest.get(what, until), until)
    return latest


def _kept(row: Mapping[str, Any], prolonged: Mapping[tuple[UUID, str], date]) -> Kept:
    zone = ZoneInfo(row["zone"])
    last = as_day(row["last"]) if row["last"] else row["created_at"].astimezone(zone)
    day = last.date() if isinstance(last, datetime) else last
    periods = Periods(
        needs_days=row["needs_kept_days"],
        guests_months=row["guests_kept_months"],
        attendance_months=row["attendance_kept_months"],
    )
    guests = guests_until(day, periods, prolonged=prolonged.get((row["id"], GUESTS)))
    return Kept(
        id=row["id"],
        key=row["key"],
        zone=zone,
        last=day,
        periods=periods,
        guests=guests,
        attendance=attendance_until(
            day,
            periods,
            guests=guests,
            prolonged=prolonged.get((row["id"], ATTENDANCE)),
        ),
    )
