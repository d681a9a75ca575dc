"""Names of participants, for pages that only know their ids."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from lip.conference.rules.guest import display_name
from lip.database import fetch


async def names_of_participants(ids: Iterable[UUID]) -> Mapping[UUID, tuple[str, int]]:
    """Find names and badge numbers in one query; who was erased is not there."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT id, full_name, given_name, family_name, number "  # noqa: S608 - marks
        "FROM participant "
        f"WHERE id IN ({marks})",
        *wanted,
    )
    return {
        row["id"]: (
            row["full_name"] or display_name(row["given_name"], row["family_name"]),
            row["number"],
        )
        for row in rows
    }
