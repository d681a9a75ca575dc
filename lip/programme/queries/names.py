"""Names of sessions, rooms and speakers, for pages that only know their ids."""

from collections.abc import Collection, Mapping
from uuid import UUID

from lip.database import fetch, padded
from lip.said import Said


async def names_in_programmes(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Find names in one query; what was removed is not there."""
    if not ids:
        return {}
    wanted = padded(list(ids))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        f"SELECT id, title, '' AS name FROM programme_session WHERE id IN ({marks}) "  # noqa: S608 - marks
        f"UNION ALL SELECT id, '', name FROM room WHERE id IN ({marks}) "
        f"UNION ALL SELECT id, '', name FROM speaker WHERE id IN ({marks})",
        *wanted,
        *wanted,
        *wanted,
    )
    return {
        row["id"]: Said.load(row["title"]).pick("de").text or row["name"]
        for row in rows
    }
