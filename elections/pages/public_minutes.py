"""The minutes of an election for everybody: as a page, on paper, for programs."""

import json
from collections.abc import Sequence
from functools import partial

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from elections.documents.minutes import minutes_pdf
from elections.minutes import minutes_of
from elections.minutes_json import minutes_plain
from elections.minutes_parts import Minutes
from elections.outcome import outcome_of
from elections.pages.about_election import about_minutes
from elections.pages.place import provide_election
from elections.pages.public import refuse_unless_final
from elections.queries.elections import ElectionFacts
from elections.queries.rulings import Rulings, rulings_of
from elections.records import Counted, counted_rounds
from lip.conference.pages.documents import pdf
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.public_conference import provide_public_conference
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.web.paths import path_to
from lip.words import current_language


@get("/{number:int}/minutes", name="election.minutes")
async def show_minutes(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    settings: NamedDependency[Settings],
) -> Template:
    """Show what happened in every round, who was elected, and what was decided."""
    minutes = await _minutes(request, election, conference, settings)
    return page(
        request,
        "elections/minutes.html",
        conference=conference,
        about=about_minutes(request, conference, election),
        election=election,
        minutes=minutes,
    )


@get("/{number:int}/minutes.pdf", name="election.minutes_pdf")
async def print_minutes(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Give the minutes to print and sign."""
    minutes = await _minutes(request, election, conference, settings)
    make = partial(
        minutes_pdf, minutes, language=current_language(), accent=settings.accent
    )
    return await pdf(make, f"{election.round}-minutes.pdf")


@get("/{number:int}/minutes.json", name="election.minutes_json")
async def send_minutes(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    settings: NamedDependency[Settings],
) -> Response[str]:
    """Give the same as JSON."""
    refuse_unless_final(election)
    counted = await counted_rounds(election)
    plain = minutes_plain(
        await outcome_of(counted),
        counted,
        await _rulings(counted),
        conference,
        address=_address(request, election, settings),
    )
    return Response(
        json.dumps(plain, ensure_ascii=False, indent=1), media_type="application/json"
    )


async def _minutes(
    request: AnyRequest,
    election: ElectionFacts,
    conference: ConferenceFacts,
    settings: Settings,
) -> Minutes:
    refuse_unless_final(election)
    counted = await counted_rounds(election)
    return minutes_of(
        await outcome_of(counted),
        await _rulings(counted),
        conference,
        _address(request, election, settings),
    )


async def _rulings(rounds: Sequence[Counted]) -> Rulings:
    """Read what was decided and noted, by round."""
    return {one.election.round: await rulings_of(one.election.id) for one in rounds}


def _address(request: AnyRequest, election: ElectionFacts, settings: Settings) -> str:
    path = path_to(
        request.app,
        "election.bundle",
        {"key": election.key, "number": election.number},
    )
    return f"{settings.base_url.rstrip('/')}{path}"


router = Router(
    path="/c/{key:str}/elections",
    dependencies={
        "conference": Provide(provide_public_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_minutes, print_minutes, send_minutes],
    include_in_schema=False,
)
