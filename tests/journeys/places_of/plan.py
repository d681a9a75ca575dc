"""Every page of the plan, with the sample behind it."""

from tests.journeys.places_of import Place

NO_PAGES: set[str] = {
    "plans.chapter_pdf",
    "edit_texts.export",
    "plans.markdown",
    "plan_draft.pdf",
    "plan_draft.markdown",
    "versions.pdf",
    "versions.markdown",
    "plan_feed.show",
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
        "versions.list": Place(path="/plan/lip/versions"),
        "versions.show": Place(path="/plan/lip/versions/1"),
        "versions.chapter": Place(path="/plan/lip/versions/1/arbeit"),
        "versions.chapter_in": Place(path="/plan/lip/versions/2/sprache/ar"),
        "plan_changes.show": Place(path="/plan/lip/changes"),
        "amendments.discuss": Place(path="/plan/lip/draft/integration/amendments"),
        "amendments.new": Place(
            path="/plan/lip/draft/integration/amend?first=70&last=73"
        ),
        "amendments.show": Place(path="/plan/lip/amendments/A5-071"),
        "remarks.new": Place(path="/plan/lip/draft/integration/remark?first=3"),
        "plan_amendments.list": Place(path="/edit/plans/lip/amendments", who="editor"),
        "plan_amendments.show": Place(
            path="/edit/plans/lip/amendments/A5-071", who="editor"
        ),
        "plan_amendments.new": Place(
            path="/edit/plans/lip/chapters/integration/amend?first=3", who="editor"
        ),
        "plan_remarks.list": Place(path="/edit/plans/lip/remarks", who="editor"),
        "plan_versions.list": Place(path="/edit/plans/lip/versions", who="editor"),
        "plan_versions.new": Place(path="/edit/plans/lip/versions/new", who="editor"),
    }
