"""Read the list of associations and whom they send."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lip.conference.rules.guest import display_name
from lip.database import fetch
from lip.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationFacts:
    """
    One association with the number of delegates it has chosen.

    `question` and `decision` are those of the ruling that added it, or empty.
    """

    id: UUID
    name: str
    likeness: str
    register_number: str
    seat: str
    umbrella: bool
    delegates: int
    chosen: int
    added: bool
    question: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateFacts:
    """Somebody with a ticket who votes for an association."""

    association: UUID
    participant: UUID
    number: int
    name: str


_ASSOCIATIONS = (
    "SELECT a.id, a.name, a.likeness, a.register_number, a.seat, a.umbrella, "
    "a.delegates, a.added_by, r.question, r.decision, "
    "(SELECT count(*) FROM delegate d WHERE d.association = a.id) AS chosen "
    "FROM association a LEFT JOIN ruling r ON r.id = a.added_by "
    "WHERE a.conference = ?"
)


async def delegates_each(conference: UUID) -> int:
    """Say how many delegates an association may send by the rules of its elections."""
    (row,) = await fetch(
        "SELECT coalesce(max(delegates), 1) AS most FROM election "
        "WHERE conference = ? AND entitled = 'associations'",
        conference,
    )
    return int(row["most"])


async def associations_of(conference: UUID) -> Sequence[AssociationFacts]:
    """List the associations of a conference by name, in one query."""
    rows = await fetch(f"{_ASSOCIATIONS} ORDER BY a.likeness, a.name", conference)
    return [_facts(row) for row in rows]


async def association_of(conference: UUID, one: UUID) -> AssociationFacts:
    """Find one association, or raise NotFound."""
    rows = await fetch(f"{_ASSOCIATIONS} AND a.id = ?", conference, one)
    if not rows:
        raise NotFound("no_such_association")
    return _facts(rows[0])


async def delegates_of(conference: UUID) -> Mapping[UUID, Sequence[DelegateFacts]]:
    """List all delegates of a conference by association, in one query."""
    rows = await fetch(
        "SELECT d.association, d.participant, p.number, p.full_name, p.given_name, "
        "p.family_name FROM delegate d JOIN association a ON a.id = d.association "
        "JOIN participant p ON p.id = d.participant "
        "WHERE a.conference = ? ORDER BY p.sort_key, p.number",
        conference,
    )
    found: dict[UUID, list[DelegateFacts]] = {}
    for row in rows:
        found.setdefault(row["association"], []).append(
            DelegateFacts(
                association=row["association"],
                participant=row["participant"],
                number=row["number"],
                name=row["full_name"]
                or display_name(row["given_name"], row["family_name"]),
            )
        )
    return found


def _facts(row: Mapping[str, Any]) -> AssociationFacts:
    return AssociationFacts(
        id=row["id"],
        name=row["name"],
        likeness=row["likeness"],
        register_number=row["register_number"],
        seat=row["seat"],
        umbrella=bool(row["umbrella"]),
        delegates=int(row["delegates"]),
        chosen=int(row["chosen"]),
        added=row["added_by"] is not None,
        question=row["question"] or "",
        decision=row["decision"] or "",
    )
