"""Read comments as values: below a proposal, for their authors, for moderators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from proposals.rules.standing import Standing

ON_A_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFacts:
    """
    A comment; who wrote it stands in no value for pages.

    `own` tells the reader that she wrote it; `by_staff` that somebody with an account
    did. `proposal` is the number of the proposal, `about` how it begins.
    """

    id: UUID
    number: int
    text: str
    language: str
    author_name: str
    standing: Standing
    reason: str
    reason_text: str
    created_at: datetime
    proposal: int
    title: str
    about: str
    own: bool = False
    by_staff: bool = False


_FACTS = """
    SELECT c.id, c.number, c.text, c.language, c.author_name, c.standing, c.reason,
        c.reason_text, c.created_at, c.participant, c.person, p.number AS proposal,
        p.title, p.text AS about
    FROM comment c JOIN proposal p ON p.id = c.proposal
"""


async def comments_below(
    proposal: UUID, *, participant: UUID | None = None, person: UUID | None = None
) -> Sequence[CommentFacts]:
    """List what everybody may read, in order, and also one's own that is not shown."""
    rows = await fetch(
        f"{_FACTS} WHERE c.proposal = ? "
        "AND (c.standing = ? OR c.participant = ? OR c.person = ?) ORDER BY c.number",
        proposal,
        Standing.SHOWN.value,
        participant,
        person,
    )
    return [_comment(row, participant, person) for row in rows]


async def comments_of(participant: UUID) -> Sequence[CommentFacts]:
    """List what a person has written, in order."""
    rows = await fetch(
        f"{_FACTS} WHERE c.participant = ? ORDER BY c.created_at, c.id", participant
    )
    return [_comment(row, participant, None) for row in rows]


async def comments_to_read(
    conference: UUID, standing: Standing, *, most: int = ON_A_PAGE
) -> Sequence[CommentFacts]:
    """List what moderators read: what waits from the oldest on, else the newest."""
    order = "ASC" if standing is Standing.WAITING else "DESC"
    rows = await fetch(
        f"{_FACTS} WHERE p.conference = ? AND c.standing = ? "
        f"ORDER BY c.created_at {order}, c.id LIMIT {int(most)}",
        conference,
        standing.value,
    )
    return [_comment(row, None, None) for row in rows]


async def comment_counts(conference: UUID) -> Mapping[Standing, int]:
    """Count comments by where they stand."""
    rows = await fetch(
        "SELECT c.standing, count(*) AS many FROM comment c "
        "JOIN proposal p ON p.id = c.proposal "
        "WHERE p.conference = ? GROUP BY c.standing",
        conference,
    )
    found = {Standing(row["standing"]): int(row["many"]) for row in rows}
    return {standing: found.get(standing, 0) for standing in Standing}


async def written_lately(
    participant: UUID | None, person: UUID | None, *, since: datetime, most: int
) -> Sequence[datetime]:
    """Give the times of the newest comments of somebody."""
    rows = await fetch(
        "SELECT created_at FROM comment "  # noqa: S608 - a number only
        "WHERE (participant = ? OR person = ?) AND created_at > ? "
        f"ORDER BY created_at DESC LIMIT {int(most)}",
        participant,
        person,
        since,
    )
    return [row["created_at"] for row in rows]


def _comment(
    row: Mapping[str, Any], participant: UUID | None, person: UUID | None
) -> CommentFacts:
    own = (participant is not None and row["participant"] == participant) or (
        person is not None and row["person"] == person
    )
    return CommentFacts(
        id=row["id"],
        number=row["number"],
        text=row["text"],
        language=row["language"],
        author_name=row["author_name"],
        standing=Standing(row["standing"]),
        reason=row["reason"],
        reason_text=row["reason_text"],
        created_at=row["created_at"],
        proposal=row["proposal"],
        title=row["title"],
        about=row["about"],
        own=own,
        by_staff=row["person"] is not None,
    )
