"""Read what the people of a conference need, and what they answered to questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lip.database import fetch
from lip.registration.rules.field_kinds import Reader
from lip.registration.rules.needs_plan import NeedsOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Needing:
    """One person with her needs, and how she is named on a list for those who care."""

    number: int
    name: str
    needs: NeedsOf
    delete_on: date | None = None


_PEOPLE = """
SELECT p.id, p.number, p.full_name, p.given_name, p.family_name, p.badge_name,
    p.language, p.spoken_languages, n.interpreting, n.childcare, n.diet, n.access,
    n.delete_on
FROM participant p LEFT JOIN need n ON n.participant = p.id
WHERE p.conference = ? AND p.cancelled_at IS NULL AND p.waiting_since IS NULL
ORDER BY p.sort_key, p.number
"""
_SIGN_UPS = """
SELECT u.participant, u.session FROM sign_up u
JOIN participant p ON p.id = u.participant
WHERE p.conference = ? AND u.standing = 'held'
"""


async def needs_of(conference: UUID) -> Sequence[Needing]:
    """List everybody with a place, her needs and her sessions; two queries."""
    sessions: dict[UUID, set[UUID]] = {}
    for row in await fetch(_SIGN_UPS, conference):
        sessions.setdefault(row["participant"], set()).add(row["session"])
    return [
        Needing(
            number=row["number"],
            name=(
                row["full_name"]
                or f"{row['given_name']} {row['family_name']}".strip()
                or row["badge_name"]
            ),
            needs=NeedsOf(
                participant=row["id"],
                language=row["language"],
                spoken=tuple(row["spoken_languages"].split()),
                interpreting=tuple((row["interpreting"] or "").split()),
                children=row["childcare"] or 0,
                diet=row["diet"] or "",
                access=row["access"] or "",
                sessions=frozenset(sessions.get(row["id"], ())),
            ),
            delete_on=row["delete_on"],
        )
        for row in await fetch(_PEOPLE, conference)
    ]


async def answers_of(
    participants: Sequence[UUID],
) -> Mapping[UUID, Mapping[UUID, str]]:
    """Give the answers to own questions by person and field, in one query."""
    if not participants:
        return {}
    marks = ", ".join("?" * len(participants))
    found: dict[UUID, dict[UUID, str]] = {}
    for row in await fetch(
        "SELECT participant, field, value FROM answer "  # noqa: S608 - marks only
        f"WHERE participant IN ({marks})",
        *participants,
    ):
        found.setdefault(row["participant"], {})[row["field"]] = row["value"]
    return found


async def answers_at(
    conference: UUID, readers: Sequence[Reader]
) -> Mapping[UUID, Mapping[UUID, str]]:
    """Give all answers that some readers may see, by person and field; one query."""
    marks = ", ".join("?" * len(readers))
    found: dict[UUID, dict[UUID, str]] = {}
    for row in await fetch(
        "SELECT a.participant, a.field, a.value FROM answer a "  # noqa: S608 - marks
        "JOIN form_field f ON f.id = a.field WHERE f.conference = ? "
        f"AND f.seen_by IN ({marks})",
        conference,
        *(reader.value for reader in readers),
    ):
        found.setdefault(row["participant"], {})[row["field"]] = row["value"]
    return found
