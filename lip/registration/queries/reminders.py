"""Read who is to be reminded of a conference."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from lip.conference.rules.stages import Stage
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """Somebody to write to, and the issue of her ticket."""

    id: UUID
    name: str
    email: str
    language: str
    only_on: date | None
    issue: int


async def conferences_to_remind_of(now: datetime) -> Sequence[str]:
    """
    Name the conferences soon that remind their people, by key.

    All do, unless their form says otherwise; guests from a list are glad of it too.
    """
    rows = await fetch(
        "SELECT DISTINCT c.key FROM conference c "
        "LEFT JOIN registration_form f ON f.conference = c.id "
        "JOIN conference_day d ON d.conference = c.id "
        "WHERE (f.conference IS NULL OR f.remind) "
        "AND c.stage IN (?, ?) AND d.day BETWEEN ? AND ? ORDER BY c.key",
        Stage.ANNOUNCED.value,
        Stage.HELD.value,
        now.date() - timedelta(days=1),
        now.date() + timedelta(days=3),
    )
    return [row["key"] for row in rows]


async def people_to_remind(conference: UUID) -> Sequence[Reminded]:
    """List everybody with a place and an address."""
    rows = await fetch(
        "SELECT id, full_name, given_name, family_name, email, language, only_on, "
        "ticket_issue FROM participant WHERE conference = ? AND email <> '' "
        "AND cancelled_at IS NULL AND waiting_since IS NULL ORDER BY number",
        conference,
    )
    return [
        Reminded(
            id=row["id"],
            name=row["full_name"]
            or f"{row['given_name']} {row['family_name']}".strip(),
            email=row["email"],
            language=row["language"],
            only_on=row["only_on"],
            issue=row["ticket_issue"],
        )
        for row in rows
    ]


async def reminded_already(scope: str, day: date) -> frozenset[UUID]:
    """List whom a letter of this day has been written to."""
    rows = await fetch(
        "SELECT about FROM mail_out WHERE scope = ? AND key LIKE ?",
        scope,
        f"day-before:%:{day.isoformat()}",
    )
    return frozenset(row["about"] for row in rows if row["about"])
