"""Names of what sheets name by their ids: districts, fields, bodies, measures."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.bodies.queries.bodies import all_bodies, all_districts
from lip.bodies.rules.bodies import BodyFacts, DistrictFacts
from lip.database import fetch
from lip.database.titles import Titled as Place
from lip.database.titles import titles_of
from lip.fields.queries.fields import all_fields
from lip.fields.rules.fields import FieldFacts
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """Another measure, as a sheet names it."""

    key: str
    title: Said
    public_from: datetime | None

    def is_public(self, now: datetime) -> bool:
        """Tell whether everybody may read it."""
        return self.public_from is not None and self.public_from <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Everything that can be named, in its order."""

    districts: Mapping[UUID, DistrictFacts]
    fields: Mapping[UUID, FieldFacts]
    bodies: Mapping[UUID, BodyFacts]
    measures: Mapping[UUID, Titled]


async def all_names() -> Names:
    """Read all names, in four queries."""
    return Names(
        districts={one.id: one for one in await all_districts()},
        fields={one.id: one for one in await all_fields()},
        bodies={one.id: one for one in await all_bodies()},
        measures=await _titles(),
    )


async def _titles() -> Mapping[UUID, Titled]:
    rows = await fetch("SELECT id, key, title, public_from FROM measure ORDER BY key")
    return {
        row["id"]: Titled(
            key=row["key"],
            title=Said.load(row["title"]),
            public_from=row["public_from"],
        )
        for row in rows
    }


async def names_of_measures(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Name measures for pages that only know their ids, as the journal does."""
    return await titles_of(ids, Place(table="measure"))
