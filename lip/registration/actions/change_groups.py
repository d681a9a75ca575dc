"""Add groups of participants, change and remove them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.registration.actions.places_gained import fill_places
from lip.registration.queries.forms import groups_of
from lip.registration.rules.forms import GroupFacts
from lip.registration.tables import Group

MOST_GROUPS = 40


async def add_group(
    conference: ConferenceFacts, draft: GroupFacts, *, by: Actor, now: datetime
) -> UUID:
    """Add a group at the end; its id is that of the draft, so that twice is once."""
    _check(draft)
    async with transaction():
        await lock_conference(conference)
        groups = await groups_of(conference)
        if any(one.id == draft.id for one in groups):
            return draft.id
        if len(groups) >= MOST_GROUPS:
            raise Unusable("too_many_groups", most=MOST_GROUPS)
        last = max((one.position for one in groups), default=0)
        group = replace(draft, position=last + 1)
        row = Group(id=group.id, conference=conference.id, **_columns(group))
        await Group.insert(row)
        await _note(Act.GROUP_ADDED, conference, group.id, by=by, now=now)
    return draft.id


async def change_group(
    conference: ConferenceFacts, draft: GroupFacts, *, by: Actor, now: datetime
) -> int:
    """
    Change a group, and say how many people moved up by that.

    With fewer seats than people hold, nobody loses hers: the group is over-full until
    enough have given theirs up.
    """
    _check(draft)
    async with transaction():
        await lock_conference(conference)
        there = group_in(await groups_of(conference), draft.id)
        group = replace(draft, position=there.position)
        if group == there:
            return 0
        await Group.update(_columns(group)).where(Group.id == group.id)
        await _note(Act.GROUP_CHANGED, conference, group.id, by=by, now=now)
        return await fill_places(conference, by=by, now=now)


async def move_group(
    conference: ConferenceFacts, one: UUID, steps: int, *, by: Actor, now: datetime
) -> None:
    """Move a group up or down in the order in which the form offers them."""
    async with transaction():
        await lock_conference(conference)
        order = list(await groups_of(conference))
        group = group_in(order, one)
        place = order.index(group)
        order.insert(max(place + steps, 0), order.pop(place))
        for position, each in enumerate(order, start=1):
            await Group.update({Group.position: position}).where(Group.id == each.id)
        await _note(Act.GROUP_CHANGED, conference, one, by=by, now=now)


async def remove_group(
    conference: ConferenceFacts, one: UUID, *, by: Actor, now: datetime
) -> None:
    """Remove a group that nobody is in."""
    async with transaction():
        await lock_conference(conference)
        group_in(await groups_of(conference), one)
        (row,) = await fetch(
            "SELECT (SELECT count(*) FROM place WHERE in_group = ?) "
            "+ (SELECT count(*) FROM invitation WHERE in_group = ?) AS number",
            one,
            one,
        )
        if row["number"]:
            raise Conflict("group_has_people")
        await Group.delete().where(Group.id == one)
        await _note(Act.GROUP_REMOVED, conference, one, by=by, now=now)


def group_in(groups: Sequence[GroupFacts], one: UUID) -> GroupFacts:
    """Find a group among those of its conference, or raise NotFound."""
    found = next((group for group in groups if group.id == one), None)
    if found is None:
        raise NotFound("unknown_group")
    return found


def _check(group: GroupFacts) -> None:
    if not any(group.name.values()):
        raise Unusable("group_needs_name")


def _columns(group: GroupFacts) -> dict[Any, Any]:
    return {
        "name": group.name.dump(),
        "text": group.text.dump(),
        "seats": group.seats,
        "invited_only": group.invited_only,
        "position": group.position,
    }


async def _note(
    act: Act, conference: ConferenceFacts, group: UUID, *, by: Actor, now: datetime
) -> None:
    await note_of(act, group, conference.key, by=by, now=now)
