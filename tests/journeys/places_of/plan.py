"""Every page of the plan, with the sample behind it."""

from tests.journeys.places_of import Place, looked_at_by

NO_PAGES: set[str] = {
    "plans.chapter_pdf",
    "edit_texts.export",
    "plans.markdown",
    "plan_draft.pdf",
    "plan_draft.markdown",
    "versions.pdf",
    "versions.markdown",
    "versions.agreement",
    "plan_feed.show",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    return {}


FOR_READERS = {
    "own_plan.show": "/t/{author}/plan",
    "own_amendments.discuss": "/t/{author}/plan/lip/integration/amendments",
    "own_amendments.new": "/t/{author}/plan/lip/integration/amend?first=70",
    "own_remarks.new": "/t/{author}/plan/lip/integration/remark?first=3",
    "plans.list": "/plan",
    "plans.show": "/plan/lip",
    "plans.chapter": "/plan/lip/integration",
    "plans.chapter_in": "/plan/lip/sprache/ar",
    "plan_draft.show": "/plan/lip/draft",
    "plan_draft.chapter": "/plan/lip/draft/arbeit",
    "plan_draft.chapter_in": "/plan/lip/draft/sprache/de-simple",
    "versions.list": "/plan/lip/versions",
    "versions.show": "/plan/lip/versions/1",
    "versions.chapter": "/plan/lip/versions/1/arbeit",
    "versions.chapter_in": "/plan/lip/versions/2/sprache/ar",
    "versions.measure": "/plan/lip/versions/1/measures/integrationskonzept-fluchtlinge",
    "plan_changes.show": "/plan/lip/changes",
    "amendments.discuss": "/plan/lip/draft/integration/amendments",
    "amendments.new": "/plan/lip/draft/integration/amend?first=70&last=73",
    "amendments.show": "/plan/lip/amendments/A5-071",
    "remarks.new": "/plan/lip/draft/integration/remark?first=3",
}
FOR_EDITORS = {
    "edit_plans.list": "/edit/plans",
    "edit_plans.new": "/edit/plans/new",
    "edit_plans.show": "/edit/plans/lip",
    "edit_plans.settings": "/edit/plans/lip/settings",
    "edit_chapters.new": "/edit/plans/lip/chapters/new",
    "edit_chapters.show": "/edit/plans/lip/chapters/sprache",
    "edit_texts.show": "/edit/plans/lip/chapters/sprache/texts/ar",
    "wordings.list": "/edit/plans/lip/chapters/integration/texts/de/wordings",
    "wordings.show": "/edit/plans/lip/chapters/integration/texts/de/wordings/1",
    "edit_glossary.show": "/edit/plans/lip/glossary/de",
    "plan_amendments.list": "/edit/plans/lip/amendments",
    "plan_amendments.show": "/edit/plans/lip/amendments/A5-071",
    "plan_amendments.new": "/edit/plans/lip/chapters/integration/amend?first=3",
    "plan_remarks.list": "/edit/plans/lip/remarks",
    "plan_versions.list": "/edit/plans/lip/versions",
    "plan_versions.new": "/edit/plans/lip/versions/new",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return looked_at_by("admin", FOR_READERS, found) | looked_at_by(
        "editor", FOR_EDITORS, found
    )
