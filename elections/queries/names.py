"""Name elections for pages that only know their ids, as the journal does."""

from collections.abc import Collection, Mapping
from uuid import UUID

from lip.database import fetch, padded
from lip.said import Said


async def names_of_elections(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Give the titles of elections; one query."""
    if not ids:
        return {}
    wanted = padded(list(ids))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        f"SELECT id, title FROM election WHERE id IN ({marks})",  # noqa: S608
        *wanted,
    )
    return {row["id"]: Said.load(row["title"]).pick("de").text for row in rows}
