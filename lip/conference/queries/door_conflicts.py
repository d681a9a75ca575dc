"""What is left to settle after scans made without network have arrived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import code_of
from lip.conference.rules.door_conflicts import ConflictKind
from lip.database import fetch
from lip.keys import Keys

SHOWN_AT_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictFacts:
    """One thing to settle: who, where, when, and what the guest list says of it."""

    id: UUID
    kind: ConflictKind
    participant: UUID | None
    name: str
    number: int | None
    at: datetime
    desk: str
    arrived_at: datetime | None
    arrived_through: str
    settled: bool


async def conflicts_at(
    conference: ConferenceFacts, *, desk: str = "", open_only: bool = True
) -> Sequence[ConflictFacts]:
    """List what is to settle, the oldest first; of one desk or of all."""
    rows = await fetch(
        f"""
        SELECT k.id, k.kind, k.participant, k.at, k.desk, k.settled_at,
            p.full_name, p.given_name, p.family_name, p.number,
            c.at AS arrived_at, c.desk AS arrived_through
        FROM door_conflict k
        LEFT JOIN participant p ON p.id = k.participant
        LEFT JOIN check_in c ON c.participant = k.participant AND c.day = k.day
        WHERE k.conference = ? AND (k.desk = ? OR ? = '')
            AND (k.settled_at IS NULL OR ? = 0)
        ORDER BY k.at, k.id LIMIT {SHOWN_AT_MOST}
        """,  # noqa: S608 - a number of ours
        conference.id,
        desk,
        desk,
        int(open_only),
    )
    return [_conflict(row) for row in rows]


def _conflict(row: Mapping[str, Any]) -> ConflictFacts:
    names = f"{row['given_name'] or ''} {row['family_name'] or ''}".strip()
    return ConflictFacts(
        id=row["id"],
        kind=ConflictKind(row["kind"]),
        participant=row["participant"],
        name=row["full_name"] or names,
        number=row["number"],
        at=row["at"],
        desk=row["desk"],
        arrived_at=row["arrived_at"],
        arrived_through=row["arrived_through"] or "",
        settled=row["settled_at"] is not None,
    )


async def holder_of_old_ticket(
    code: str, *, conference: ConferenceFacts, keys: Keys
) -> UUID | None:
    """Find whose ticket this was before a new one was issued."""
    rows = await fetch(
        "SELECT id, ticket_issue FROM participant "
        "WHERE conference = ? AND ticket_issue > 1",
        conference.id,
    )
    key = keys.part("ticket")
    for row in rows:
        for issue in range(1, row["ticket_issue"]):
            if code_of(key, row["id"], issue) == code:
                found: UUID = row["id"]
                return found
    return None


async def twin_of(participant: UUID, *, conference: ConferenceFacts) -> UUID | None:
    """Find somebody else of the same name, who may be the same person."""
    rows = await fetch(
        """
        SELECT other.id FROM participant mine
        JOIN participant other ON other.conference = mine.conference
            AND other.sort_key = mine.sort_key AND other.id <> mine.id
        WHERE mine.id = ? AND mine.conference = ? AND mine.sort_key <> ''
            AND other.cancelled_at IS NULL
        ORDER BY other.number LIMIT 1
        """,
        participant,
        conference.id,
    )
    return rows[0]["id"] if rows else None
