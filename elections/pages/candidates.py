"""Who stands, for everybody: one page each, photos, and the view for the projector."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from elections.pages.place import provide_election
from elections.portraits import MEDIA_TYPE, small
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    nominations_of,
)
from elections.queries.nominations import portrait_of, public_nomination
from elections.rules.fair_order import as_drawn, is_drawn, of_the_day
from elections.rules.stages import PollStage
from elections.standing_words import speaking_time
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.page import AnyRequest, page
from lip.web.picture_answer import picture_answer


def in_fair_order(
    election: ElectionFacts,
    standing: Sequence[NominationFacts],
    conference: ConferenceFacts,
    *,
    now: datetime,
) -> Sequence[NominationFacts]:
    """Put those who stand into the order that everybody sees."""
    drawn = is_drawn(one.place for one in standing if one.stands)
    if election.stage is PollStage.PREPARED and not drawn:
        day = now.astimezone(conference.zone).date()
        return of_the_day(standing, name=lambda one: one.id.hex, day=day)
    return as_drawn(standing, place=lambda one: one.place, name=lambda one: one.id.hex)


async def small_if(portrait: bytes, *, wanted: bool) -> bytes:
    """Make a portrait small where that is wanted, away from the event loop."""
    return await asyncio.to_thread(small, portrait) if wanted else portrait


@get("/candidates/{stands:int}", name="candidates.show")
async def show_candidate(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    stands: FromPath[int],
) -> Template:
    """Show one who stands, with her words in all their languages."""
    return page(
        request,
        "elections/candidate.html",
        conference=conference,
        election=election,
        one=await public_nomination(election.id, stands),
    )


@get("/candidates/{stands:int}/photo", name="candidates.photo")
async def show_portrait(
    election: NamedDependency[ElectionFacts],
    stands: FromPath[int],
    for_lists: FromQuery[int] = 0,
) -> Response[bytes]:
    """Send the photo of somebody admitted, for lists a small one."""
    kept = await portrait_of(election.id, stands)
    if not kept.public:
        raise NotFound("no_such_photo")
    content = await small_if(kept.content, wanted=bool(for_lists))
    return picture_answer(content, media_type=MEDIA_TYPE, public=True)


@get("/introductions", name="candidates.introductions")
async def show_introductions(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    now: NamedDependency[datetime],
    at: FromQuery[int] = 1,
) -> Template:
    """Show one after the other on the projector, with the time to speak."""
    known = [one for one in await nominations_of(election.id) if one.stands]
    standing = in_fair_order(election, known, conference, now=now)
    place = min(max(at, 1), max(len(standing), 1))
    return page(
        request,
        "elections/introductions.html",
        conference=conference,
        election=election,
        one=standing[place - 1] if standing else None,
        drawn=is_drawn(one.place for one in standing),
        at=place,
        many=len(standing),
        seconds=max(election.speaking_seconds, 0),
        agreed=speaking_time(max(election.speaking_seconds, 0)),
    )


router = Router(
    path="/c/{key:str}/elections/{number:int}",
    dependencies={
        "conference": Provide(provide_public_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_candidate, show_portrait, show_introductions],
    include_in_schema=False,
)
