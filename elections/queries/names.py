"""Name elections for pages that only know their ids, as the journal does."""

from collections.abc import Collection, Mapping
from uuid import UUID

from lip.database import fetch, padded
from lip.said import Said


async def names_of_elections(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Give the titles of elections and the names of associations; one query."""
    if not ids:
        return {}
    wanted = padded(list(ids))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT id, title, '' AS name FROM election "  # noqa: S608 - marks
        f"WHERE id IN ({marks}) "
        "UNION ALL SELECT id, '' AS title, name FROM association "
        f"WHERE id IN ({marks})",
        *wanted,
        *wanted,
    )
    return {
        row["id"]: row["name"] or Said.load(row["title"]).pick("de").text
        for row in rows
    }
