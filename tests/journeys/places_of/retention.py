"""Every page of what is kept of people."""

from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "own_data.json",
    "retention.person_json",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    return {}


FOR_ORGANISERS = {
    "retention.show": "{place}/retention",
    "retention.person": "{place}/participants/{participant}/data",
    "retention.all": "/retention",
}
FOR_EVERYBODY = {
    "own_data.show": "/t/{code}/data",
    "own_data.erase": "/t/{code}/erase",
    "own_data.erased": "/t/gone",
    "retention.public": "/c/{key}/retention",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return looked_at_by("admin", FOR_ORGANISERS, found) | looked_at_by(
        "nobody", FOR_EVERYBODY, found
    )
