"""What pages may name: bodies, measures, projects, conferences."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from lip.bodies.queries.bodies import all_bodies
from lip.bodies.rules.bodies import BodyFacts
from lip.database import fetch
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Everything that can be named, in its order; titles by id."""

    bodies: Mapping[UUID, BodyFacts]
    measures: Mapping[UUID, Said]
    projects: Mapping[UUID, Said]
    conferences: Mapping[UUID, Said]

    @property
    def known(self) -> Mapping[str, frozenset[UUID]]:
        """Give the ids by the field that names them."""
        return {
            "organiser": frozenset(self.bodies),
            "measure": frozenset(self.measures),
            "project": frozenset(self.projects),
            "conference": frozenset(self.conferences),
        }


async def all_names() -> Names:
    """Read all names, in four queries."""
    return Names(
        bodies={one.id: one for one in await all_bodies()},
        measures=await _titles("measure"),
        projects=await _titles("project"),
        conferences=await _conferences(),
    )


async def _titles(table: str) -> Mapping[UUID, Said]:
    rows = await fetch(f"SELECT id, title FROM {table} ORDER BY key")  # noqa: S608
    return {row["id"]: Said.load(row["title"]) for row in rows}


async def _conferences() -> Mapping[UUID, Said]:
    rows = await fetch("SELECT id, title, language FROM conference ORDER BY key")
    return {row["id"]: Said({row["language"]: row["title"]}) for row in rows}
