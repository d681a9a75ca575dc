"""Name rows of any table by their ids, as the journal does."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from lip.database.statements import fetch, padded
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """Where titles stand: texts in several languages (`said`), or as they are."""

    table: str
    column: str = "title"
    said: bool = True


async def titles_of(ids: Collection[UUID], *places: Titled) -> Mapping[UUID, str]:
    """Give titles in German, in one query; what was removed is not there."""
    if not ids:
        return {}
    wanted = padded(list(ids))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        " UNION ALL ".join(
            f"SELECT id, {one.column} AS title, {int(one.said)} AS said "  # noqa: S608
            f"FROM {one.table} WHERE id IN ({marks})"
            for one in places
        ),
        *[*wanted] * len(places),
    )
    return {
        row["id"]: Said.load(row["title"]).pick("de").text
        if row["said"]
        else row["title"]
        for row in rows
    }
