"""Elections for everybody: who stands, by which rule, and what came out."""

from datetime import datetime

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from elections.outcome import Outcome, outcome_of
from elections.pages.about_election import about_election
from elections.pages.candidates import in_fair_order
from elections.pages.place import provide_election
from elections.pages.tracking import found_by
from elections.pages.voters_group import group_name
from elections.queries.elections import (
    ElectionFacts,
    bundle_text,
    elections_of,
    nominations_of,
)
from elections.queries.rounds import later_round
from elections.records import Counted, counted_rounds
from elections.rules.fair_order import is_drawn
from elections.rules.stages import PollStage
from elections.shown_stages import people_of
from elections.stage_words import ROUNDS
from elections.words import BOARD_HINTS, BOARDS, STAGES, rule_in_words, timetable_of
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import TooEarly
from lip.programme.pages.about_conference import about_page
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.page import AnyRequest, page
from lip.words import _, current_language, language_of


@get("/", name="elections.list")
async def list_elections(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the elections of a conference."""
    elections = await elections_of(conference.id)
    return page(
        request,
        "elections/all.html",
        conference=conference,
        elections=[(one, _(STAGES[one.stage])) for one in elections],
        about=about_page(
            request, conference, "CollectionPage", "elections.list", name=_("Wahlen")
        ),
    )


@get("/secrecy", name="elections.secrecy")
async def show_secrecy(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Say in plain words how secret and how sure this is."""
    return page(request, "elections/secrecy.html", conference=conference)


@get("/{number:int}", name="election.show")
async def show_election(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    now: NamedDependency[datetime],
    code: FromQuery[str] = "",
) -> Template:
    """Show one election; after the count with result and a check of one's code."""
    standing = await nominations_of(election.id)
    rounds = await counted_rounds(election)
    here = next((one for one in rounds if one.election.id == election.id), None)
    return page(
        request,
        "elections/public.html",
        conference=conference,
        about=about_election(request, conference, election),
        election=election,
        standing=in_fair_order(election, standing, conference, now=now),
        drawn=is_drawn(one.place for one in standing if one.stands),
        stage=_(STAGES[election.stage]),
        round_name=_(ROUNDS[election.round_kind]) if election.earlier else "",
        later=await later_round(election.id),
        rule=rule_in_words(election, group=await group_name(election, conference)),
        timetable=timetable_of(election, conference.zone),
        board=_(BOARDS[election.board]),
        board_hint=_(BOARD_HINTS[election.board]),
        outcome=await _outcome(rounds),
        counted=here is not None,
        asked=code.strip()[:40],
        found=found_by(here.bundle, code, people_of(here.bundle))
        if here and code.strip()
        else None,
    )


async def _outcome(rounds: list[Counted]) -> Outcome | None:
    if not rounds:
        return None
    rtl = language_of(current_language()).direction == "rtl"
    return await outcome_of(rounds, rtl=rtl)


@get("/{number:int}/bundle", name="election.bundle")
async def send_bundle(election: NamedDependency[ElectionFacts]) -> Response[str]:
    """Send the public record, as it was signed when the result became final."""
    refuse_unless_final(election)
    name = f"{election.round}.json"
    return Response(
        await bundle_text(election.id),
        media_type="application/json",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def refuse_unless_final(election: ElectionFacts) -> None:
    """Say that there is nothing signed before the result is final."""
    if election.stage is not PollStage.FINAL:
        raise TooEarly("result_not_final")


router = Router(
    path="/c/{key:str}/elections",
    dependencies={
        "conference": Provide(provide_public_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[list_elections, show_secrecy, show_election, send_bundle],
    include_in_schema=False,
)
