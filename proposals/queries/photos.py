"""Read photos of proposals: what is said of them, and the pictures one by one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lip.database import fetch, padded
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """A photo without its picture."""

    id: UUID
    width: int
    height: int
    shows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture itself, whether everybody may see it, and whose it is."""

    content: bytes
    shown: bool
    participant: UUID | None
    account: UUID | None


async def photos_of(
    proposals: Collection[UUID],
) -> Mapping[UUID, Sequence[PhotoFacts]]:
    """List the photos of many proposals in one query."""
    if not proposals:
        return {}
    wanted = padded(list(proposals))
    marks = ", ".join("?" * len(wanted))
    rows: Sequence[dict[str, Any]] = await fetch(
        "SELECT id, proposal, width, height, shows FROM proposal_photo "  # noqa: S608
        f"WHERE proposal IN ({marks}) ORDER BY added_at, id",
        *wanted,
    )
    found: dict[UUID, list[PhotoFacts]] = {}
    for row in rows:
        facts = PhotoFacts(
            id=row["id"],
            width=row["width"],
            height=row["height"],
            shows=row["shows"],
        )
        found.setdefault(row["proposal"], []).append(facts)
    return found


async def picture_of(conference: UUID, number: int, photo: UUID) -> Picture | None:
    """Read one picture of a proposal."""
    rows = await fetch(
        "SELECT f.content, p.standing, p.participant, p.account FROM proposal_photo f "
        "JOIN proposal p ON p.id = f.proposal "
        "WHERE f.id = ? AND p.conference = ? AND p.number = ?",
        photo,
        conference,
        number,
    )
    if not rows:
        return None
    row = rows[0]
    return Picture(
        content=bytes(row["content"]),
        shown=row["standing"] == Standing.SHOWN,
        participant=row["participant"],
        account=row["account"],
    )
