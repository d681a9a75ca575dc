"""Every page of bodies and their steps, with the sample behind it."""

from lip.bodies.queries.bodies import all_bodies, all_districts
from lip.bodies.queries.steps import steps_of
from lip.papers.queries.papers import papers_called
from lip.sample.papers.fill_in_papers import DECISION
from lip.subjects import SubjectKind
from tests.journeys.places_of import Place

NO_PAGES: set[str] = set()
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    body = next(one for one in await all_bodies() if one.key == "miso-netzwerk")
    paper = (await papers_called([DECISION]))[DECISION]
    report = (await papers_called(["2088/2016"]))["2088/2016"]
    steps = (await steps_of(SubjectKind.PAPER, [paper]))[paper]
    return {
        "a body": str(body.id),
        "a district": str((await all_districts())[0].id),
        "decided paper": str(paper),
        "paper without steps": str(report),
        "step on points": str(next(one.id for one in steps if one.part)),
    }


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    steps = f"/edit/steps/paper/{found['decided paper']}"
    for_editors = {
        "bodies.list": "/edit/bodies",
        "bodies.new": "/edit/bodies/new",
        "bodies.show": f"/edit/bodies/{found['a body']}",
        "districts.new": "/edit/districts/new",
        "districts.show": f"/edit/districts/{found['a district']}",
        "steps.list": steps,
        "steps.new": f"{steps}/new",
        "steps.show": f"{steps}/{found['step on points']}",
        "no steps yet": f"/edit/steps/paper/{found['paper without steps']}",
    }
    for_everybody = {
        "bodies.read_all": "/bodies",
        "bodies.read": "/bodies/internationaler-ausschuss",
        "body with a contact": "/bodies/rat",
    }
    return {
        **{name: Place(path=path, who="editor") for name, path in for_editors.items()},
        **{
            name: Place(path=path, who="nobody") for name, path in for_everybody.items()
        },
    }
