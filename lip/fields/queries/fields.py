"""Read fields of action."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.database.rows import first_of
from lip.database.titles import Titled, titles_of
from lip.fields.rules.fields import FieldFacts
from lip.said import Said

_FACTS = "SELECT id, position, name, goal, words, closed FROM field_of_action "
_ORDER = "ORDER BY position, id"


async def all_fields() -> Sequence[FieldFacts]:
    """List all in their order, closed ones too."""
    return [_field(row) for row in await fetch(_FACTS + _ORDER)]


async def fields_offered() -> Sequence[FieldFacts]:
    """List those that can be chosen, in their order."""
    return [one for one in await all_fields() if not one.closed]


async def field_by_id(field: UUID) -> FieldFacts:
    """Find one, or raise NotFound."""
    rows = await fetch(_FACTS + "WHERE id = ?", field)
    return _field(first_of(rows, "unknown_field_of_action"))


async def names_of_fields(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Name fields for pages that only know their ids, as the journal does."""
    return await titles_of(ids, Titled(table="field_of_action", column="name"))


def _field(row: Mapping[str, Any]) -> FieldFacts:
    return FieldFacts(
        id=row["id"],
        position=row["position"],
        name=Said.load(row["name"]),
        goal=Said.load(row["goal"]),
        words=Said.load(row["words"]),
        closed=bool(row["closed"]),
    )
