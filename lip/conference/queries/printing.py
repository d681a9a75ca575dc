"""Read people for badges, tickets and door lists."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.guest import display_name
from lip.conference.rules.printing import Printee
from lip.database import fetch
from lip.errors import NotFound

_PEOPLE = """
    p.id, p.ticket_issue, p.number, p.full_name, p.given_name, p.family_name,
    p.badge_name, p.organisation, p.role, p.spoken_languages, p.language, p.only_on,
    p.walk_in, p.cancelled_at, p.waiting_since, p.badge_printed_at, p.sort_key, f.key
FROM participant p JOIN conference f ON f.id = p.conference
"""


async def people_to_print(conference: ConferenceFacts) -> Sequence[Printee]:
    """List all people of a conference in one query."""
    rows = await fetch(
        f"SELECT {_PEOPLE} WHERE p.conference = ? ORDER BY p.number",
        conference.id,
    )
    return [_printee(row) for row in rows]


async def person_to_print(conference: ConferenceFacts, participant: UUID) -> Printee:
    """Find one person of a conference, or raise NotFound."""
    rows = await fetch(
        f"SELECT {_PEOPLE} WHERE p.conference = ? AND p.id = ?",
        conference.id,
        participant,
    )
    if not rows:
        raise NotFound("unknown_participant")
    return _printee(rows[0])


async def holder_of(sealed_code: str) -> tuple[Printee, str] | None:
    """Find who holds a ticket, and the key of the conference, in one query."""
    rows = await fetch(
        f"SELECT {_PEOPLE} WHERE p.sealed_code = ?",
        sealed_code,
    )
    return (_printee(rows[0]), rows[0]["key"]) if rows else None


def _printee(row: Mapping[str, Any]) -> Printee:
    name = row["full_name"] or display_name(row["given_name"], row["family_name"])
    return Printee(
        id=row["id"],
        issue=row["ticket_issue"],
        number=row["number"],
        name=name,
        badge_name=row["badge_name"],
        organisation=row["organisation"],
        role=row["role"],
        spoken_languages=tuple(row["spoken_languages"].split()),
        language=row["language"],
        only_on=row["only_on"],
        walk_in=bool(row["walk_in"]),
        cancelled=row["cancelled_at"] is not None,
        waiting=row["waiting_since"] is not None,
        printed_at=row["badge_printed_at"],
        looked_for=display_name(row["family_name"], row["given_name"]) or name,
        sorted_as=row["sort_key"],
    )
