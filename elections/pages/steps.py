"""One step of a count on a page of its own, where many stand in many steps."""

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template

from elections.pages.place import provide_election
from elections.queries.elections import ElectionFacts
from elections.records import counted
from elections.shown_stages import people_of, stages_shown
from elections.stage_words import ROUNDS
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.page import AnyRequest, page
from lip.words import _, current_language, language_of


@get("/{number:int}/steps/{step:int}", name="election.step")
async def show_step(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    step: FromPath[int],
) -> Template:
    """Show all votes as they were in one step."""
    known = await counted(election)
    rtl = language_of(current_language()).direction == "rtl"
    if known is None:
        raise NotFound("no_such_step")
    stages = stages_shown(
        known.tally,
        people_of(known.bundle),
        rtl=rtl,
        onward=bool(election.advance),
    )
    if not 1 <= step <= len(stages):
        raise NotFound("no_such_step")
    return page(
        request,
        "elections/step.html",
        conference=conference,
        election=election,
        round_name=_(ROUNDS[election.round_kind]),
        stage=stages[step - 1],
        steps=len(stages),
    )


router = Router(
    path="/c/{key:str}/elections",
    dependencies={
        "conference": Provide(provide_public_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_step],
    include_in_schema=False,
)
