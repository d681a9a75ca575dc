"""Name elections for pages that only know their ids, as the journal does."""

from collections.abc import Collection, Mapping
from uuid import UUID

from lip.database.titles import Titled, titles_of


async def names_of_elections(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Give the titles of elections and the names of associations; one query."""
    return await titles_of(
        ids,
        Titled(table="election"),
        Titled(table="association", column="name", said=False),
    )
