"""Read how proposals are collected at a conference."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch, locked
from lip.said import Said
from proposals.rules.handing_in import Window, window


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectingFacts:
    """How proposals are collected at a conference."""

    conference: UUID
    opens_at: datetime | None
    closes_at: datetime | None
    most_each: int
    release_first: bool
    names_allowed: bool
    photos_allowed: bool
    comments_open: bool
    has_link: bool
    intro: Said
    house_rules: Said

    def window(self, now: datetime) -> Window:
        """Say whether proposals are collected at a moment."""
        return window(self.opens_at, self.closes_at, now=now)


_FACTS = (
    "SELECT conference, opens_at, closes_at, most_each, release_first, names_allowed, "
    "photos_allowed, comments_open, sealed_token, intro, house_rules FROM collecting "
)


async def collecting_of(conference: UUID) -> CollectingFacts | None:
    """Find how proposals are collected; None where nobody has set it up."""
    rows = await fetch(_FACTS + "WHERE conference = ?", conference)
    return _facts(rows[0]) if rows else None


async def locked_collecting(conference: UUID) -> CollectingFacts | None:
    """Find the same, and let nobody change it until the transaction ends."""
    rows = await fetch(locked(_FACTS + "WHERE conference = ?"), conference)
    return _facts(rows[0]) if rows else None


async def collecting_by_link(sealed_token: str) -> CollectingFacts | None:
    """Find what a link without a name opens."""
    rows = await fetch(_FACTS + "WHERE sealed_token = ?", sealed_token)
    return _facts(rows[0]) if rows and sealed_token else None


def _facts(row: Mapping[str, Any]) -> CollectingFacts:
    return CollectingFacts(
        conference=row["conference"],
        opens_at=row["opens_at"],
        closes_at=row["closes_at"],
        most_each=row["most_each"],
        release_first=bool(row["release_first"]),
        names_allowed=bool(row["names_allowed"]),
        photos_allowed=bool(row["photos_allowed"]),
        comments_open=bool(row["comments_open"]),
        has_link=bool(row["sealed_token"]),
        intro=Said.load(row["intro"]),
        house_rules=Said.load(row["house_rules"]),
    )
