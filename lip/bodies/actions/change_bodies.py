"""Add a body, change it, move it, close it and open it again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from lip.bodies.queries.bodies import all_bodies
from lip.bodies.rules.bodies import MOST_BODIES, BodyFacts, BodyWish
from lip.bodies.rules.family import goes_in_circles
from lip.bodies.tables import Body
from lip.conference.rules.keys import RESERVED, proposed_key
from lip.errors import Conflict, NotFound, Unusable
from lip.fields.actions.kept_lists import OrderedList
from lip.fields.rules.order import last_place
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.partial_dates import PartialDate
from lip.said import Said

_TOLD: Final = (
    *("kind", "name", "short_name", "address_as", "parent", "street", "town"),
    *("phone", "email", "website", "since", "until"),
)
"""What a wish says, as the columns are named."""

BODIES: Final = OrderedList(
    table=Body,
    read=all_bodies,
    unknown="unknown_body",
    too_many="too_many_bodies",
    most=MOST_BODIES,
    adding=Act.BODY_ADDED,
    changing=Act.BODY_CHANGED,
    moving=Act.BODY_MOVED,
    closing=Act.BODY_CLOSED,
    opening=Act.BODY_OPENED,
    beside=lambda one, other: one.kind is other.kind,
)
move_body: Final = BODIES.move
close_body: Final = BODIES.close


async def add_body(
    wish: BodyWish,
    *,
    by: Actor,
    now: datetime,
    key: str = "",
    request: UUID | None = None,
) -> UUID:
    """Add a body at the end; the same request adds it once."""

    def made(there: Sequence[BodyFacts]) -> Body:
        body = uuid4()
        _check(wish, there, body)
        return Body(
            id=body,
            key=_free_key(key or proposed_key(_main(wish.name)), there),
            position=last_place(there),
            created_at=now,
            changed_at=now,
            **_values(wish),
        )

    return await BODIES.add(made, by=by, now=now, request=request)


async def change_body(body: UUID, wish: BodyWish, *, by: Actor, now: datetime) -> bool:
    """Say something else of a body; tell whether anything is different now."""

    def wished(there: Sequence[BodyFacts], before: BodyFacts) -> Mapping[str, Any]:
        if all(getattr(before, name) == getattr(wish, name) for name in _TOLD):
            return {}
        _check(wish, there, body)
        return _values(wish)

    return await BODIES.change(body, wished, by=by, now=now)


def _check(wish: BodyWish, there: Sequence[BodyFacts], body: UUID) -> None:
    if not wish.name:
        raise Unusable("body_needs_name")
    if wish.since and wish.until and wish.until.last < wish.since.first:
        raise Unusable("body_ends_before_it_begins")
    others = [one for one in there if one.id != body]
    taken = {text.casefold() for one in others for text in one.name.values()}
    for text in wish.name.values():
        if text.casefold() in taken:
            raise Conflict("body_name_taken", name=text)
    parents = {one.id: one.parent for one in there}
    if wish.parent is not None and wish.parent not in parents:
        raise NotFound("unknown_body")
    if goes_in_circles(parents, body, wish.parent):
        raise Unusable("body_above_itself")


def _free_key(wanted: str, there: Collection[BodyFacts]) -> str:
    taken = {one.key for one in there} | RESERVED | {""}
    wanted = wanted or "gremium"
    return next(
        one
        for one in (wanted, *(f"{wanted}-{n}" for n in range(2, MOST_BODIES + 2)))
        if one not in taken
    )


def _main(name: Said) -> str:
    return name.pick("de").text


def _values(wish: BodyWish) -> dict[Any, Any]:
    return {name: getattr(wish, name) for name in _TOLD} | {
        "name": wish.name.dump(),
        "since": _code(wish.since),
        "until": _code(wish.until),
    }


def _code(value: PartialDate | None) -> str:
    return value.dump() if value else ""
