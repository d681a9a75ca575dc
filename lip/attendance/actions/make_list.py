"""Make an attendance list: who took it, and of how many people, is recorded."""

from collections.abc import Sequence
from datetime import datetime

from lip.attendance.queries.lists import listed
from lip.attendance.rules.lists import Listed, ListWish
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.errors import NotFound
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def make_list(
    wish: ListWish,
    *,
    conference: ConferenceFacts,
    kind: str,
    by: Actor,
    now: datetime,
) -> Sequence[Listed]:
    """Give the people of a list, and note that it was made."""
    people = await listed(wish, conference=conference, now=now)
    if not people:
        raise NotFound("nobody_was_there")
    async with transaction():
        await note_of(
            Act.ATTENDANCE_LIST_MADE,
            conference.id,
            conference.key,
            by=by,
            now=now,
            facts={"people": len(people), "kind": kind},
        )
    return people
