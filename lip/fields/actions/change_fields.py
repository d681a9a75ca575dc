"""Add a field of action, change it, move it, close it and open it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from lip.errors import Conflict, Unusable
from lip.fields.actions.kept_lists import OrderedList
from lip.fields.queries.fields import all_fields
from lip.fields.rules.fields import MOST, FieldFacts
from lip.fields.rules.order import last_place
from lip.fields.tables import FieldOfAction
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWish:
    """What is to be said of a field of action."""

    name: Said
    goal: Said = Said()  # noqa: RUF009 - frozen
    words: Said = Said()  # noqa: RUF009 - frozen


FIELDS: Final = OrderedList(
    table=FieldOfAction,
    read=all_fields,
    unknown="unknown_field_of_action",
    too_many="too_many_fields_of_action",
    most=MOST,
    adding=Act.FIELD_OF_ACTION_ADDED,
    changing=Act.FIELD_OF_ACTION_CHANGED,
    moving=Act.FIELD_OF_ACTION_MOVED,
    closing=Act.FIELD_OF_ACTION_CLOSED,
    opening=Act.FIELD_OF_ACTION_OPENED,
)
move_field: Final = FIELDS.move
close_field: Final = FIELDS.close


async def add_field(
    wish: FieldWish, *, by: Actor, now: datetime, request: UUID | None = None
) -> UUID:
    """Add a field at the end; the same request adds it once."""

    def made(there: Sequence[FieldFacts]) -> FieldOfAction:
        _check(wish, there)
        return FieldOfAction(
            id=uuid4(), position=last_place(there), changed_at=now, **_values(wish)
        )

    return await FIELDS.add(made, by=by, now=now, request=request)


async def change_field(
    field: UUID, wish: FieldWish, *, by: Actor, now: datetime
) -> bool:
    """Say something else of a field; tell whether anything is different now."""

    def wished(there: Sequence[FieldFacts], before: FieldFacts) -> Mapping[str, Any]:
        _check(wish, [one for one in there if one.id != field])
        same = (before.name, before.goal, before.words) == (
            *(wish.name, wish.goal, wish.words),
        )
        return {} if same else _values(wish)

    return await FIELDS.change(field, wished, by=by, now=now)


def _check(wish: FieldWish, others: Sequence[FieldFacts]) -> None:
    if not wish.name:
        raise Unusable("field_of_action_needs_name")
    taken = {(tag, text.casefold()) for one in others for tag, text in one.name.items()}
    for tag, text in wish.name.items():
        if (tag, text.casefold()) in taken:
            raise Conflict("field_of_action_name_taken", name=text)


def _values(wish: FieldWish) -> dict[Any, Any]:
    return {
        "name": wish.name.dump(),
        "goal": wish.goal.dump(),
        "words": wish.words.dump(),
    }
