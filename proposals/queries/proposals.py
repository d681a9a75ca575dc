"""Read proposals as values: for everybody, for their authors, for moderators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch, padded
from proposals.queries.supported import SUPPORT
from proposals.rules.handing_in import Wording, heading, rest
from proposals.rules.standing import Standing, Way

ON_A_PAGE = 200
READ_AT_ONCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalFacts:
    """A proposal with its support; who wrote it stands in no value for pages."""

    id: UUID
    number: int
    wording: Wording
    language_chosen: bool
    field: UUID | None
    photos: int
    place: str
    author_name: str
    standing: Standing
    reason: str
    reason_text: str
    way: Way
    version: int
    support: int
    created_at: datetime

    @property
    def heading(self) -> str:
        """Give its title, or how it begins."""
        return heading(self.wording)

    @property
    def rest(self) -> str:
        """Give what the heading has not said yet."""
        return rest(self.wording)


_FACTS = f"""
    SELECT p.id, p.number, p.title, p.text, p.language, p.language_chosen, p.field,
        p.place, p.author_name,
        (SELECT count(*) FROM proposal_photo f WHERE f.proposal = p.id) AS photos,
        p.standing, p.reason, p.reason_text, p.way, p.version, p.created_at,
        {SUPPORT} AS support
    FROM proposal p
"""  # noqa: S608 - our own text


async def shown_proposals(
    conference: UUID, *, most: int = ON_A_PAGE
) -> Sequence[ProposalFacts]:
    """List what everybody may read, the newest first."""
    rows = await fetch(
        f"{_FACTS} WHERE p.conference = ? AND p.standing = ? "
        f"ORDER BY p.number DESC LIMIT {int(most)}",
        conference,
        Standing.SHOWN.value,
    )
    return [_proposal(row) for row in rows]


async def number_shown(conference: UUID) -> int:
    """Count what everybody may read."""
    (row,) = await fetch(
        "SELECT count(*) AS many FROM proposal WHERE conference = ? AND standing = ?",
        conference,
        Standing.SHOWN.value,
    )
    return int(row["many"])


async def queue_of(
    conference: UUID,
    standing: Standing,
    *,
    most: int = READ_AT_ONCE,
    offset: int = 0,
    field: UUID | None = None,
) -> Sequence[ProposalFacts]:
    """List what moderators read, the oldest first."""
    narrowed, values = "", [conference, standing.value]
    if field is not None:
        narrowed = "AND p.field = ? "
        values.append(field)
    rows = await fetch(
        f"{_FACTS} WHERE p.conference = ? AND p.standing = ? {narrowed}"
        f"ORDER BY p.number LIMIT {int(most)} OFFSET {int(offset)}",
        *values,
    )
    return [_proposal(row) for row in rows]


async def counts_by_standing(conference: UUID) -> Mapping[Standing, int]:
    """Count proposals by where they stand."""
    rows = await fetch(
        "SELECT standing, count(*) AS many FROM proposal "
        "WHERE conference = ? GROUP BY standing",
        conference,
    )
    found = {Standing(row["standing"]): int(row["many"]) for row in rows}
    return {standing: found.get(standing, 0) for standing in Standing}


async def proposal_of(conference: UUID, number: int) -> ProposalFacts | None:
    """Find one by its number, wherever it stands."""
    rows = await fetch(
        f"{_FACTS} WHERE p.conference = ? AND p.number = ?", conference, number
    )
    return _proposal(rows[0]) if rows else None


async def proposals_numbered(
    conference: UUID, numbers: Sequence[int]
) -> Sequence[ProposalFacts]:
    """List shown proposals by their numbers, in order."""
    if not numbers:
        return []
    wanted = padded(numbers)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        f"{_FACTS} WHERE p.conference = ? AND p.standing = ? "
        f"AND p.number IN ({marks}) ORDER BY p.number",
        conference,
        Standing.SHOWN.value,
        *wanted,
    )
    return [_proposal(row) for row in rows]


async def proposals_by_id(ids: Sequence[UUID]) -> Sequence[ProposalFacts]:
    """List proposals in the order in which they are named."""
    if not ids:
        return []
    wanted = padded(ids)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(f"{_FACTS} WHERE p.id IN ({marks})", *wanted)
    found = {row["id"]: _proposal(row) for row in rows}
    return [found[one] for one in ids if one in found]


async def supported_by(participant: UUID) -> frozenset[UUID]:
    """List what a person supports."""
    rows = await fetch(
        "SELECT proposal FROM support WHERE participant = ?", participant
    )
    return frozenset(row["proposal"] for row in rows)


def _proposal(row: Mapping[str, Any]) -> ProposalFacts:
    return ProposalFacts(
        id=row["id"],
        number=row["number"],
        wording=Wording(title=row["title"], text=row["text"], language=row["language"]),
        language_chosen=bool(row["language_chosen"]),
        field=row["field"],
        photos=int(row["photos"]),
        place=row["place"],
        author_name=row["author_name"],
        standing=Standing(row["standing"]),
        reason=row["reason"],
        reason_text=row["reason_text"],
        way=Way(row["way"]),
        version=row["version"],
        support=int(row["support"]),
        created_at=row["created_at"],
    )
