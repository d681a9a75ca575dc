"""
What the door asks for, as few and as plain queries as it can be done with.

These run for every scan, so they are written in SQL and skip the query builder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.admission import Arrival
from lip.conference.rules.names import search_words
from lip.database import fetch, padded

FOUND_AT_MOST = 15
"""More hits than a thumb scrolls through; one further row says that there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A person at the door, with all that the helper may need to know."""

    participant: UUID
    conference: UUID
    number: int
    name: str
    organisation: str
    role: str
    language: str
    workshop: str
    note: str
    may_vote: bool
    walk_in: bool
    only_on: date | None
    cancelled: bool
    waiting: bool
    interpreting: tuple[str, ...]
    childcare: int
    access: str
    arrival: Arrival | None
    request: UUID | None


_COLUMNS = """
    p.id, p.conference, p.number, p.full_name, p.given_name, p.family_name,
    p.organisation, p.role, p.language, p.workshop, p.note, p.may_vote, p.walk_in,
    p.only_on, p.cancelled_at, p.waiting_since, p.sealed_code,
    n.interpreting, n.childcare, n.access,
    c.at, c.desk, c.out_since, c.request
FROM participant p
LEFT JOIN need n ON n.participant = p.id
LEFT JOIN check_in c ON c.participant = p.id AND c.day = ?
"""


async def visitors_by_code(
    sealed_codes: Sequence[str], *, day: date | None
) -> Mapping[str, Visitor]:
    """Find the holders of codes in one query, whatever conference they belong to."""
    if not sealed_codes:
        return {}
    wanted = padded(sealed_codes)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        f"SELECT {_COLUMNS} WHERE p.sealed_code IN ({marks})",
        day or date.min,
        *wanted,
    )
    return {row["sealed_code"]: _visitor(row) for row in rows}


async def visitors_by_id(
    participants: Sequence[UUID], *, day: date | None
) -> Mapping[UUID, Visitor]:
    """Find participants by their ids in one query."""
    marks = ", ".join("?" * len(participants))
    rows = await fetch(
        f"SELECT {_COLUMNS} WHERE p.id IN ({marks})",
        day or date.min,
        *participants,
    )
    return {row["id"]: _visitor(row) for row in rows}


async def visitors_found(
    conference: ConferenceFacts, query: str, *, day: date | None
) -> Sequence[Visitor]:
    """Search by parts of a name, an organisation or the badge number."""
    words = search_words(query)
    if not words:
        return []
    like = " AND ".join(["p.search_key LIKE ?"] * len(words))
    rows = await fetch(
        f"SELECT {_COLUMNS} WHERE p.conference = ? AND {like} "
        f"ORDER BY p.sort_key, p.number LIMIT {FOUND_AT_MOST + 1}",
        day or date.min,
        conference.id,
        *(f"%{word}%" for word in words),
    )
    return [_visitor(row) for row in rows]


async def last_arrivals(
    conference: ConferenceFacts, *, day: date | None, most: int = 12
) -> Sequence[Visitor]:
    """List those who arrived last, the newest first."""
    if day is None:
        return []
    rows = await fetch(
        f"SELECT {_COLUMNS} WHERE c.conference = ? AND c.day = ? "
        f"ORDER BY c.at DESC, p.number LIMIT {most}",
        day,
        conference.id,
        day,
    )
    return [_visitor(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A person of the guest list, as a device without network needs to know her."""

    visitor: Visitor
    issue: int


async def everybody_expected(
    conference: ConferenceFacts, *, day: date | None
) -> Sequence[Expected]:
    """List all tickets of a conference with what the door must know, in one query."""
    rows = await fetch(
        f"SELECT p.ticket_issue, {_COLUMNS} WHERE p.conference = ?",
        day or date.min,
        conference.id,
    )
    return [Expected(visitor=_visitor(row), issue=row["ticket_issue"]) for row in rows]


def _visitor(row: Mapping[str, Any]) -> Visitor:
    name = row["full_name"] or f"{row['given_name']} {row['family_name']}".strip()
    return Visitor(
        participant=row["id"],
        conference=row["conference"],
        number=row["number"],
        name=name,
        organisation=row["organisation"],
        role=row["role"],
        language=row["language"],
        workshop=row["workshop"],
        note=row["note"],
        may_vote=bool(row["may_vote"]),
        walk_in=bool(row["walk_in"]),
        only_on=row["only_on"],
        cancelled=row["cancelled_at"] is not None,
        waiting=row["waiting_since"] is not None,
        interpreting=tuple((row["interpreting"] or "").split()),
        childcare=row["childcare"] or 0,
        access=row["access"] or "",
        arrival=_arrival(row),
        request=row["request"],
    )


def _arrival(row: Mapping[str, Any]) -> Arrival | None:
    since: datetime | None = row["at"]
    if since is None:
        return None
    return Arrival(since=since, desk=row["desk"], out_since=row["out_since"])
