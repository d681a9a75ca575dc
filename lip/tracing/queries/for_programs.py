"""Read which things became part of which, for programs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from lip.database import fetch
from lip.subjects import SubjectKind


async def became(start: SubjectKind, end: SubjectKind) -> Mapping[UUID, Sequence[UUID]]:
    """Lead from things of one kind to what they became of another kind."""
    rows = await fetch(
        "SELECT from_id, to_id FROM trace WHERE from_kind = ? AND to_kind = ? "
        "ORDER BY laid_at, id",
        start.value,
        end.value,
    )
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for row in rows:
        found[row["from_id"]].append(row["to_id"])
    return found
