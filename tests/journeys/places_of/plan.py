"""Every page of the plan, with the sample behind it."""

from tests.journeys.places_of import Place

NO_PAGES: set[str] = {
    "plans.chapter_pdf",
    "edit_texts.export",
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
        "edit_plans.list": Place(path="/edit/plans", who="editor"),
        "edit_plans.new": Place(path="/edit/plans/new", who="editor"),
        "edit_plans.show": Place(path="/edit/plans/lip", who="editor"),
        "edit_plans.settings": Place(path="/edit/plans/lip/settings", who="editor"),
        "edit_chapters.new": Place(path="/edit/plans/lip/chapters/new", who="editor"),
        "edit_chapters.show": Place(
            path="/edit/plans/lip/chapters/sprache", who="editor"
        ),
        "edit_texts.show": Place(
            path="/edit/plans/lip/chapters/sprache/texts/ar", who="editor"
        ),
        "edit_glossary.show": Place(path="/edit/plans/lip/glossary/de", who="editor"),
        "plans.list": Place(path="/plan"),
        "plans.show": Place(path="/plan/lip"),
        "plans.chapter": Place(path="/plan/lip/integration"),
        "plans.chapter_in": Place(path="/plan/lip/sprache/ar"),
        "plan_draft.show": Place(path="/plan/lip/draft"),
        "plan_draft.chapter": Place(path="/plan/lip/draft/arbeit"),
        "plan_draft.chapter_in": Place(path="/plan/lip/draft/sprache/de-simple"),
    }
