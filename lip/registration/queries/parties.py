"""Read who was registered in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.rules.guest import display_name
from lip.database import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMember:
    """One person of a party; `cancelled` and `waiting` say where she stands."""

    id: UUID
    number: int
    name: str
    issue: int
    waiting: bool
    cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """People who were registered in one go, and where their letters go."""

    conference: str
    email: str
    people: Sequence[PartyMember]


async def party_sent(request: UUID) -> PartyFacts | None:
    """Find the party of a form that was sent, in one query."""
    rows = await fetch(
        "SELECT f.key, y.email, p.id, p.number, p.full_name, p.given_name, "
        "p.family_name, p.ticket_issue, p.waiting_since, p.cancelled_at "
        "FROM party y JOIN conference f ON f.id = y.conference "
        "JOIN place l ON l.party = y.id JOIN participant p ON p.id = l.participant "
        "WHERE y.request = ? ORDER BY p.number",
        request,
    )
    if not rows:
        return None
    people = [
        PartyMember(
            id=row["id"],
            number=row["number"],
            name=row["full_name"]
            or display_name(row["given_name"], row["family_name"]),
            issue=row["ticket_issue"],
            waiting=row["waiting_since"] is not None,
            cancelled=row["cancelled_at"] is not None,
        )
        for row in rows
    ]
    return PartyFacts(conference=rows[0]["key"], email=rows[0]["email"], people=people)
