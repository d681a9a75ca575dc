"""Every page of measures, with the sample behind it."""

from lip.measures.queries.measures import all_measures
from lip.sample.measures import CONCEPT_KEY, WAYS_KEY
from tests.journeys.places_of import Place

NO_PAGES: set[str] = {
    "measures.print",
    "measures.agreement",
    "contact_points.print",
    "edit_measures.report",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    found = {one.key: one.id for one in await all_measures(parts=())}
    return {
        "concept": str(found[CONCEPT_KEY]),
        "guides": str(found["einburgerungslotsen"]),
        "ways": str(found[WAYS_KEY]),
    }


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    concept = f"/edit/measures/{found['concept']}"
    return {
        "measures.read_all": Place(path="/measures", who="nobody"),
        "measures.read": Place(path=f"/measures/{CONCEPT_KEY}", who="nobody"),
        "measures.read_short": Place(
            path=f"/measures/{CONCEPT_KEY}/short", who="nobody"
        ),
        "contact_points.read": Place(path="/contact-points", who="nobody"),
        "monitoring.read": Place(path="/monitoring", who="nobody"),
        "monitoring.overdue": Place(path="/monitoring/overdue", who="nobody"),
        "monitoring.figures": Place(path="/monitoring/figures", who="nobody"),
        "edit_measures.list": Place(path="/edit/measures", who="editor"),
        "edit_measures.new": Place(path="/edit/measures/new", who="editor"),
        "edit_measures.show": Place(path=concept, who="editor"),
        "edit_measures.part": Place(path=f"{concept}/sheet/goals", who="editor"),
        "report_chapters.show": Place(
            path="/edit/measures/report-chapter", who="editor"
        ),
        "edit_values.show": Place(
            path=f"/edit/measures/{found['guides']}/values", who="editor"
        ),
        "edit_agreements.show": Place(
            path=f"/edit/measures/{found['ways']}/agreements", who="editor"
        ),
    }
