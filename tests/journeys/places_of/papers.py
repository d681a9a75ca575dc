"""Every page of council papers, with the sample behind it."""

from lip.papers.queries.papers import papers_called
from lip.sample.papers.fill_in_papers import DECISION
from tests.journeys.places_of import Place

NO_PAGES: set[str] = {"council_papers.print", "council_papers.file"}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    return {"council paper": str((await papers_called([DECISION]))[DECISION])}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    paper = f"/edit/papers/{found['council paper']}"
    for_editors = {
        "council_papers.list": "/edit/papers",
        "council_papers.new": "/edit/papers/new",
        "council_papers.choose": "/edit/papers/draft",
        "report_papers.show": "/edit/measures/report-paper",
        "council_papers.show": paper,
        "council_papers.edit": f"{paper}/edit",
    }
    for_everybody = {
        "council_papers.read_all": "/papers",
        "no paper found": "/papers?q=niemals",
        "council_papers.read": "/papers/2088-2016",
        "paper with costs and votes": "/papers/1200-2026",
    }
    return {
        **{name: Place(path=path, who="editor") for name, path in for_editors.items()},
        **{
            name: Place(path=path, who="nobody") for name, path in for_everybody.items()
        },
    }
