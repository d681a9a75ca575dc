"""Every page of open data, with the sample behind it."""

from tests.journeys.places_of import Place

NO_PAGES: set[str] = {
    "oparl.system",
    "oparl.bodies",
    "oparl.object",
    "oparl.part",
    "oparl.beyond",
    "rest.plans",
    "rest.plan",
    "rest.procedure",
    "rest.motion",
    "rest.amendments",
    "rest.amendment",
    "data.file",
    "data.turtle",
    "data.json_ld",
    "feed.show",
    "site_map.show",
    "robots.show",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    return {}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return {
        "data.index": Place(path="/data"),
        "data.interface": Place(path="/data/interface"),
        "data.api": Place(path="/data/api"),
        "imports.show": Place(path="/edit/import", who="editor"),
    }
