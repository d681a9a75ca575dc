"""Add a body, change it, move it, close it and open it again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from lip.bodies.queries.bodies import all_bodies
from lip.bodies.rules.bodies import MOST_BODIES, BodyFacts
from lip.bodies.rules.family import goes_in_circles, shifted
from lip.bodies.rules.kinds import BodyKind
from lip.bodies.tables import Body
from lip.conference.rules.keys import RESERVED, proposed_key
from lip.database import lock_rows, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.partial_dates import PartialDate
from lip.said import Said

_TOLD: Final = (
    *("kind", "name", "short_name", "address_as", "parent", "street", "town"),
    *("phone", "email", "website", "since", "until"),
)
"""What a wish says, as the columns are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWish:
    """What is to be said of a body."""

    name: Said
    kind: BodyKind = BodyKind.OTHER
    short_name: str = ""
    address_as: str = ""
    parent: UUID | None = None
    street: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


async def add_body(
    wish: BodyWish,
    *,
    by: Actor,
    now: datetime,
    key: str = "",
    request: UUID | None = None,
) -> UUID:
    """Add a body at the end; the same request adds it once."""

    async def write() -> UUID:
        there = await _locked()
        if len(there) >= MOST_BODIES:
            raise Conflict("too_many_bodies", most=MOST_BODIES)
        body = uuid4()
        _check(wish, there, body)
        row = Body(
            id=body,
            key=_free_key(key or proposed_key(_main(wish.name)), there),
            position=max((one.position for one in there), default=0) + 1,
            created_at=now,
            changed_at=now,
            **_values(wish),
        )
        await Body.insert(row)
        await record(_entry(Act.BODY_ADDED, body, by, now, request))
        return body

    return await once(Act.BODY_ADDED, write, request=request)


async def change_body(body: UUID, wish: BodyWish, *, by: Actor, now: datetime) -> bool:
    """Say something else of a body; tell whether anything is different now."""
    async with transaction():
        there = await _locked()
        before = _one(there, body)
        if all(getattr(before, name) == getattr(wish, name) for name in _TOLD):
            return False
        _check(wish, there, body)
        await Body.update({**_values(wish), "changed_at": now}).where(Body.id == body)
        await record(_entry(Act.BODY_CHANGED, body, by, now))
    return True


async def move_body(body: UUID, *, up: bool, by: Actor, now: datetime) -> bool:
    """Move a body a place up or down among those of its kind."""
    async with transaction():
        there = await _locked()
        _one(there, body)
        order = shifted(there, body, up=up)
        changed = [
            (position, one.id)
            for position, (one, before) in enumerate(
                zip(order, there, strict=True), start=1
            )
            if one.id != before.id or one.position != position
        ]
        if [one.id for one in order] == [one.id for one in there]:
            return False
        for position, one in changed:
            await Body.update({Body.position: position}).where(Body.id == one)
        await record(_entry(Act.BODY_MOVED, body, by, now))
    return True


async def close_body(body: UUID, *, closed: bool, by: Actor, now: datetime) -> bool:
    """Offer a body no more, or again; what names it keeps it."""
    async with transaction():
        if _one(await _locked(), body).closed == closed:
            return False
        await Body.update({Body.closed: closed, Body.changed_at: now}).where(
            Body.id == body
        )
        act = Act.BODY_CLOSED if closed else Act.BODY_OPENED
        await record(_entry(act, body, by, now))
    return True


async def _locked() -> Sequence[BodyFacts]:
    await lock_rows(Body.select(Body.id))
    return await all_bodies()


def _one(there: Sequence[BodyFacts], body: UUID) -> BodyFacts:
    found = next((one for one in there if one.id == body), None)
    if found is None:
        raise NotFound("unknown_body")
    return found


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


def _entry(  # noqa: PLR0917 - a short form
    act: Act, body: UUID, by: Actor, now: datetime, request: UUID | None = None
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=body, request=request)
