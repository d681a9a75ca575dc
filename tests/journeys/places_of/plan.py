"""Every page of the plan, with the sample behind it."""

from tests.journeys.places_of import Place

NO_PAGES: set[str] = {
    "plans.chapter_pdf",
    "plans.markdown",
    "plan_draft.pdf",
    "plan_draft.markdown",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    return {}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return {
        "plans.list": Place(path="/plan"),
        "plans.show": Place(path="/plan/lip"),
        "plans.chapter": Place(path="/plan/lip/integration"),
        "plans.chapter_in": Place(path="/plan/lip/sprache/ar"),
        "plan_draft.show": Place(path="/plan/lip/draft"),
        "plan_draft.chapter": Place(path="/plan/lip/draft/arbeit"),
        "plan_draft.chapter_in": Place(path="/plan/lip/draft/sprache/de-simple"),
    }
