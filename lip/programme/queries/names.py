"""Names of sessions, rooms and speakers, for pages that only know their ids."""

from collections.abc import Collection, Mapping
from uuid import UUID

from lip.database.titles import Titled, titles_of


async def names_in_programmes(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Find names in one query; what was removed is not there."""
    return await titles_of(
        ids,
        Titled(table="programme_session"),
        Titled(table="room", column="name", said=False),
        Titled(table="speaker", column="name", said=False),
    )
