"""Add a field of action, change it, move it, close it and open it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.database import is_unique_violation, lock_rows, transaction
from lip.errors import Conflict, Unusable
from lip.fields.queries.fields import all_fields, field_by_id
from lip.fields.rules.fields import MOST, FieldFacts, moved
from lip.fields.tables import FieldOfAction
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWish:
    """What is to be said of a field of action."""

    name: Said
    goal: Said = Said()  # noqa: RUF009 - frozen
    words: Said = Said()  # noqa: RUF009 - frozen


async def add_field(
    wish: FieldWish, *, by: Actor, now: datetime, request: UUID | None = None
) -> UUID:
    """Add a field at the end; the same request adds it once."""
    _check(wish)
    try:
        return await _added(wish, by=by, now=now, request=request)
    except Exception as error:
        if request is None or not is_unique_violation(error, "request"):
            raise
        return await _added(wish, by=by, now=now, request=request)


async def _added(
    wish: FieldWish, *, by: Actor, now: datetime, request: UUID | None
) -> UUID:
    async with transaction():
        there = await _locked()
        if request and (entry := await entry_of_request(request)):
            return _same(entry)
        if len(there) >= MOST:
            raise Conflict("too_many_fields_of_action", most=MOST)
        _check_name(wish, there)
        row = FieldOfAction(
            id=uuid4(),
            position=max((one.position for one in there), default=0) + 1,
            name=wish.name.dump(),
            goal=wish.goal.dump(),
            words=wish.words.dump(),
            changed_at=now,
        )
        await FieldOfAction.insert(row)
        await record(_entry(Act.FIELD_OF_ACTION_ADDED, row.id, by, now, request))
    return row.id


async def change_field(
    field: UUID, wish: FieldWish, *, by: Actor, now: datetime
) -> bool:
    """Say something else of a field; tell whether anything is different now."""
    _check(wish)
    async with transaction():
        there = await _locked()
        before = await field_by_id(field)
        if (before.name, before.goal, before.words) == (
            *(wish.name, wish.goal, wish.words),
        ):
            return False
        _check_name(wish, [one for one in there if one.id != field])
        await FieldOfAction.update({
            FieldOfAction.name: wish.name.dump(),
            FieldOfAction.goal: wish.goal.dump(),
            FieldOfAction.words: wish.words.dump(),
            FieldOfAction.changed_at: now,
        }).where(FieldOfAction.id == field)
        await record(_entry(Act.FIELD_OF_ACTION_CHANGED, field, by, now))
    return True


async def move_field(field: UUID, *, up: bool, by: Actor, now: datetime) -> bool:
    """Move a field a place up or down; tell whether anything is different now."""
    async with transaction():
        there = [one.id for one in await _locked()]
        await field_by_id(field)
        order = moved(there, field, up=up)
        if list(order) == there:
            return False
        for position, one in enumerate(order, start=1):
            await FieldOfAction.update({FieldOfAction.position: position}).where(
                FieldOfAction.id == one
            )
        await record(_entry(Act.FIELD_OF_ACTION_MOVED, field, by, now))
    return True


async def close_field(field: UUID, *, closed: bool, by: Actor, now: datetime) -> bool:
    """Offer a field no more, or again; what has it keeps it."""
    async with transaction():
        await _locked()
        if (await field_by_id(field)).closed == closed:
            return False
        await FieldOfAction.update({
            FieldOfAction.closed: closed,
            FieldOfAction.changed_at: now,
        }).where(FieldOfAction.id == field)
        act = Act.FIELD_OF_ACTION_CLOSED if closed else Act.FIELD_OF_ACTION_OPENED
        await record(_entry(act, field, by, now))
    return True


async def _locked() -> Sequence[FieldFacts]:
    await lock_rows(FieldOfAction.select(FieldOfAction.id))
    return await all_fields()


def _check(wish: FieldWish) -> None:
    if not wish.name:
        raise Unusable("field_of_action_needs_name")


def _check_name(wish: FieldWish, others: Sequence[FieldFacts]) -> None:
    taken = {(tag, text.casefold()) for one in others for tag, text in one.name.items()}
    for tag, text in wish.name.items():
        if (tag, text.casefold()) in taken:
            raise Conflict("field_of_action_name_taken", name=text)


def _same(entry: Entry) -> UUID:
    if entry.act is not Act.FIELD_OF_ACTION_ADDED or entry.subject is None:
        raise Conflict("request_used_otherwise")
    return entry.subject


def _entry(  # noqa: PLR0917 - a short form
    act: Act, field: UUID, by: Actor, now: datetime, request: UUID | None = None
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=field, request=request)
