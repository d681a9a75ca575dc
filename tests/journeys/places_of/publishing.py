"""Every page of search and published pages, with the sample behind it."""

from tests.journeys.places_of import Place

NO_PAGES: set[str] = {"plan_book.pdf", "plan_book.docx", "plans.docx"}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    return {}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return {
        "duties.list": Place(path="/edit/duties", who="editor"),
        "duties.edit": Place(path="/edit/duties/accessibility", who="editor"),
        "plan_book.show": Place(path="/plan/lip/versions/1/whole/de", who="nobody"),
        "search.show": Place(path="/search", who="nobody"),
        "search for a word": Place(path="/search?q=Migranten", who="nobody"),
        "search for nothing": Place(path="/search?q=xyzzy", who="nobody"),
    }
