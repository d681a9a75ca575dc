"""Every page of projects and news, with the sample behind it."""

from lip.news.queries.pages import all_pages
from lip.news.rules.sheets import PageKind
from lip.sample.news import GUIDES_KEY, WAYS_KEY
from tests.journeys.places_of import Place

NO_PAGES: set[str] = set()
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    projects = {one.key: one.id for one in await all_pages(PageKind.PROJECT)}
    return {"guides_project": str(projects[GUIDES_KEY])}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    guides = f"/edit/news/projects/{found['guides_project']}"
    return {
        "projects.read_all": Place(path="/projects", who="nobody"),
        "projects.read": Place(path=f"/projects/{GUIDES_KEY}", who="nobody"),
        "news.read_all": Place(path="/news", who="nobody"),
        "news.read": Place(path=f"/news/{WAYS_KEY}", who="nobody"),
        "edit_news.list": Place(path="/edit/news", who="editor"),
        "edit_news.new": Place(path="/edit/news/items/new", who="editor"),
        "edit_news.show": Place(path=guides, who="editor"),
        "edit_news.edit": Place(path=f"{guides}/edit", who="editor"),
    }
