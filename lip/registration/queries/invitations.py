"""Read invitations, and who may be invited again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.registration.queries.forms import form_of
from lip.registration.rules.asking import Opening, opening
from lip.registration.rules.invitations import (
    AGAIN,
    InvitationFacts,
    Invited,
)

_ENDED = frozenset({Opening.CLOSED, Opening.CALLED_OFF, Opening.OVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier conference, and how many of its people want to be invited again."""

    key: str
    title: str
    people: int


async def invitations_of(conference: UUID) -> Sequence[InvitationFacts]:
    """List the invitations of a conference by name, in one query."""
    rows = await fetch(
        "SELECT * FROM invitation WHERE conference = ? "
        "ORDER BY answered_at IS NOT NULL, name, made_at, id",
        conference,
    )
    return [_facts(row) for row in rows]


async def invitation_of_token(sealed: str) -> tuple[InvitationFacts, str] | None:
    """Find an invitation with the key of its conference by its sealed token."""
    rows = await fetch(
        "SELECT i.*, f.key FROM invitation i JOIN conference f ON f.id = i.conference "
        "WHERE i.sealed_token = ?",
        sealed,
    )
    return (_facts(rows[0]), rows[0]["key"]) if rows else None


async def invitations_ended(conference: ConferenceFacts, *, now: datetime) -> bool:
    """Tell whether nobody can register for a conference any more."""
    form = await form_of(conference)
    return opening(form, conference.stage, conference.days, now=now) in _ENDED


async def conferences_with_names() -> Sequence[str]:
    """Name the conferences whose invitations still hold a name or an address."""
    rows = await fetch(
        "SELECT DISTINCT f.key FROM invitation i "
        "JOIN conference f ON f.id = i.conference "
        "WHERE i.name <> '' OR i.email <> '' ORDER BY f.key"
    )
    return [row["key"] for row in rows]


async def known_addresses(conference: UUID) -> Collection[str]:
    """List who need not be invited: the registered, and those invited already."""
    rows = await fetch(
        "SELECT email FROM participant WHERE conference = ? AND email <> '' "
        "AND cancelled_at IS NULL UNION SELECT email FROM invitation "
        "WHERE conference = ? AND email <> ''",
        conference,
        conference,
    )
    return {row["email"].casefold() for row in rows}


_AGAIN = """
FROM participant p
JOIN consent c ON c.participant = p.id AND c.purpose = ? AND c.withdrawn_at IS NULL
JOIN conference f ON f.id = p.conference
WHERE f.id <> ? AND p.email <> ''
"""


async def earlier_conferences(conference: UUID) -> Sequence[Earlier]:
    """Count for each other conference who agreed to be invited again."""
    rows = await fetch(
        f"SELECT f.key, f.title, count(DISTINCT p.email) AS people {_AGAIN} "
        "GROUP BY f.key, f.title, f.created_at ORDER BY f.created_at DESC",
        AGAIN,
        conference,
    )
    return [
        Earlier(key=row["key"], title=row["title"], people=int(row["people"]))
        for row in rows
    ]


async def consented_at(key: str, *, conference: UUID) -> Sequence[Invited]:
    """List who was at an earlier conference and agreed to be invited again."""
    rows = await fetch(
        "SELECT p.full_name, p.given_name, p.family_name, p.email, p.language "
        f"{_AGAIN} AND f.key = ? ORDER BY p.sort_key, p.number",
        AGAIN,
        conference,
        key,
    )
    people = {row["email"].casefold(): _invited(row) for row in reversed(rows)}
    return list(reversed(people.values()))


async def agrees_to_invitations(participant: UUID) -> bool:
    """Tell whether somebody agreed to be invited to later conferences."""
    rows = await fetch(
        "SELECT id FROM consent WHERE participant = ? AND purpose = ? "
        "AND withdrawn_at IS NULL",
        participant,
        AGAIN,
    )
    return bool(rows)


def _invited(row: Mapping[str, Any]) -> Invited:
    name = row["full_name"] or f"{row['given_name']} {row['family_name']}".strip()
    return Invited(name=name, email=row["email"], language=row["language"])


def _facts(row: Mapping[str, Any]) -> InvitationFacts:
    return InvitationFacts(
        id=row["id"],
        conference=row["conference"],
        group=row["in_group"],
        name=row["name"],
        email=row["email"],
        language=row["language"],
        made_at=row["made_at"],
        sent_at=row["sent_at"],
        reminded_at=row["reminded_at"],
        answered_at=row["answered_at"],
        declined_at=row["declined_at"],
        withdrawn_at=row["withdrawn_at"],
        participant=row["participant"],
    )
