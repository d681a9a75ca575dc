"""Read bodies and districts."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.bodies.rules.bodies import BodyFacts, DistrictFacts
from lip.bodies.rules.kinds import BodyKind
from lip.database import fetch
from lip.database.rows import first_of
from lip.database.titles import Titled, titles_of
from lip.partial_dates import PartialDate
from lip.said import Said

_FACTS = (
    "SELECT id, key, kind, name, short_name, address_as, parent, street, town, phone, "
    "email, website, since, until, position, closed FROM body "
)
_ORDER = "ORDER BY position, key"


async def all_bodies() -> Sequence[BodyFacts]:
    """List all in their order, closed ones too."""
    return [_body(row) for row in await fetch(_FACTS + _ORDER)]


async def bodies_offered(*kinds: BodyKind) -> Sequence[BodyFacts]:
    """List those that can be chosen, of some kinds or of all, in their order."""
    return [
        one
        for one in await all_bodies()
        if not one.closed and (not kinds or one.kind in kinds)
    ]


async def body_by_id(body: UUID) -> BodyFacts:
    """Find one, or raise NotFound."""
    return _body(first_of(await fetch(_FACTS + "WHERE id = ?", body), "unknown_body"))


async def names_of_bodies(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Name bodies and districts for pages that know their ids, as the journal does."""
    return await titles_of(
        ids,
        Titled(table="body", column="name"),
        Titled(table="district", column="name", said=False),
    )


async def body_by_key(key: str) -> BodyFacts:
    """Find one by its place in addresses, or raise NotFound."""
    return _body(first_of(await fetch(_FACTS + "WHERE key = ?", key), "unknown_body"))


async def all_districts() -> Sequence[DistrictFacts]:
    """List all in their order, closed ones too."""
    rows = await fetch(
        "SELECT id, number, name, position, closed FROM district "
        "ORDER BY position, number, name"
    )
    return [
        DistrictFacts(
            id=row["id"],
            number=row["number"],
            name=row["name"],
            position=row["position"],
            closed=bool(row["closed"]),
        )
        for row in rows
    ]


def _body(row: Mapping[str, Any]) -> BodyFacts:
    return BodyFacts(
        id=row["id"],
        key=row["key"],
        kind=BodyKind(row["kind"]),
        name=Said.load(row["name"]),
        short_name=row["short_name"],
        address_as=row["address_as"],
        parent=row["parent"],
        street=row["street"],
        town=row["town"],
        phone=row["phone"],
        email=row["email"],
        website=row["website"],
        since=_date(row["since"]),
        until=_date(row["until"]),
        position=row["position"],
        closed=bool(row["closed"]),
    )


def _date(code: str) -> PartialDate | None:
    return PartialDate.load(code) if code else None
