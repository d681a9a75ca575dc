"""A participant as a value, and the columns that it is read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lip.conference.rules.admission import Arrival
from lip.conference.rules.guest import Guest


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """
    A participant with everything that is known.

    The needs in `guest` are empty where they were not asked for; `arrival` is that
    of the day that was asked about.
    """

    id: UUID
    conference: UUID
    number: int
    guest: Guest
    walk_in: bool
    cancelled_at: datetime | None
    waiting_since: datetime | None
    ticket_issue: int
    source_key: UUID | None
    created_at: datetime
    needs_until: date | None = None
    arrival: Arrival | None = None


_PERSON = """
    p.id, p.conference, p.number, p.external_id, p.full_name, p.given_name,
    p.family_name, p.badge_name, p.organisation, p.role, p.email, p.phone, p.language,
    p.spoken_languages, p.workshop, p.may_vote, p.only_on, p.note, p.walk_in,
    p.cancelled_at, p.waiting_since, p.ticket_issue, p.source_key, p.created_at,
    c.at, c.desk, c.out_since
"""
_NEEDS = "n.interpreting, n.childcare, n.access, n.diet, n.delete_on"

FROM = """FROM participant p
LEFT JOIN check_in c ON c.participant = p.id AND c.day = ?
"""
"""Participants and their arrival of one day, which is the first value."""

COLUMNS = f"{_PERSON} {FROM}"
"""What `registered` reads, without the needs."""

COLUMNS_WITH_NEEDS = (
    f"{_PERSON}, {_NEEDS} {FROM} LEFT JOIN need n ON n.participant = p.id"
)
"""What `registered` reads, with the needs."""


def registered(row: Mapping[str, Any]) -> Registered:
    """Read a row of these columns."""
    return Registered(
        id=row["id"],
        conference=row["conference"],
        number=row["number"],
        guest=_guest(row),
        walk_in=bool(row["walk_in"]),
        cancelled_at=row["cancelled_at"],
        waiting_since=row["waiting_since"],
        ticket_issue=row["ticket_issue"],
        source_key=row["source_key"],
        created_at=row["created_at"],
        needs_until=row.get("delete_on"),
        arrival=_arrival(row),
    )


def _guest(row: Mapping[str, Any]) -> Guest:
    return Guest(
        external_id=row["external_id"],
        full_name=row["full_name"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        badge_name=row["badge_name"],
        organisation=row["organisation"],
        role=row["role"],
        email=row["email"],
        phone=row["phone"],
        language=row["language"],
        spoken_languages=tuple(row["spoken_languages"].split()),
        interpreting=tuple((row.get("interpreting") or "").split()),
        childcare=row.get("childcare") or 0,
        access=row.get("access") or "",
        diet=row.get("diet") or "",
        workshop=row["workshop"],
        may_vote=bool(row["may_vote"]),
        only_on=row["only_on"],
        note=row["note"],
    )


def _arrival(row: Mapping[str, Any]) -> Arrival | None:
    since: datetime | None = row["at"]
    if since is None:
        return None
    return Arrival(since=since, desk=row["desk"], out_since=row["out_since"])
