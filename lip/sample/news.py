"""The projects of a network with the city, and news of a model project."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.database import transaction
from lip.journal.rules.entries import COMMAND
from lip.measures.queries.names import all_names
from lip.news.actions.release_page import release_page
from lip.news.actions.save_page import add_page
from lip.news.queries.pages import keys_taken
from lip.news.rules.sheets import NewsSheet, PageKind, ProjectSheet
from lip.sample.news_texts import NEWS, PROJECTS

GUIDES_KEY: Final = "einburgerungslotsen"
WAYS_KEY: Final = "wege-ins-bleiberecht"


async def fill_in_news(bodies: Mapping[str, UUID], *, now: datetime) -> None:
    """Add what is missing, each with the measure of the same name, and show it."""
    measures = {one.key: key for key, one in (await all_names()).measures.items()}
    miso = bodies.get("miso-netzwerk")
    projects = {key: replace(one, organiser=miso) for key, one in PROJECTS.items()}
    async with transaction():
        for kind, sheets in _sheets(projects):
            taken = await keys_taken(kind)
            for key in [one for one in sheets if one not in taken]:
                whole = replace(sheets[key], measure=measures.get(key))
                page = await add_page(kind, whole, key=key, by=COMMAND, now=now)
                await release_page(kind, page, by=COMMAND, now=now)


def _sheets(
    projects: Mapping[str, ProjectSheet],
) -> Sequence[tuple[PageKind, Mapping[str, ProjectSheet | NewsSheet]]]:
    return [(PageKind.PROJECT, projects), (PageKind.NEWS, {WAYS_KEY: NEWS})]
