"""Every page of traces, with the sample behind it."""

from lip.database import fetch
from tests.journeys.places_of import Place

NO_PAGES: set[str] = set()
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    proposal = await fetch("SELECT from_id FROM trace WHERE from_kind = 'proposal'")
    return {"traced": str(proposal[0]["from_id"])}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    way = f"proposal/{found['traced']}"
    return {
        "traces.list": Place(path="/traces", who="nobody"),
        "traces.show": Place(path=f"/traces/{way}", who="nobody"),
        "traces.desk": Place(path="/edit/traces", who="editor"),
        "traces.edit": Place(path=f"/edit/traces/{way}", who="editor"),
        "own_outcome.show": Place(path=f"/t/{found['author']}/answers", who="nobody"),
    }
