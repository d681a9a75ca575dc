"""Who stands, for the election board: a queue, one page each, naming somebody."""

from datetime import datetime

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from elections.actions.name_somebody import name_somebody
from elections.pages.candidates import small_if
from elections.pages.naming import field_of, read_named, typed
from elections.pages.nomination_views import (
    MAY_BE_SAID,
    back_to_queue,
    list_page,
    one_page,
    to_one,
)
from elections.pages.place import provide_election
from elections.portraits import MEDIA_TYPE
from elections.queries.elections import ElectionFacts
from elections.queries.nominations import portrait_of
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.keys import Keys
from lip.web.forms import read_form
from lip.web.page import AnyRequest
from lip.web.picture_answer import picture_answer


@get("/", name="nominations.list")
async def list_nominations(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    now: NamedDependency[datetime],
) -> Template:
    """List everybody who stands or may, those who wait for the board first."""
    return await list_page(request, conference, election, {}, now=now)


@post("/", name="running.nominate", status_code=200)
async def send_nomination(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Name somebody: she is asked, unless her consent lies there on paper."""
    form = await read_form(request)
    named = read_named(form)
    if form:
        try:
            made = await name_somebody(
                election,
                named,
                keys=keys,
                by=identity.actor,
                now=now,
                request=form.request_key(),
                by_board=True,
                signed=form.ticked("signed"),
            )
        except MAY_BE_SAID as refusal:
            sentence = request.app.state.sentences.say(refusal)
            form.refuse(field_of(refusal.code), sentence)
        else:
            return (
                to_one(request, election, made)
                if made
                else back_to_queue(request, election)
            )
    return await list_page(
        request, conference, election, typed(form), now=now, errors=form.errors
    )


@get("/{stands:int}", name="nominations.show")
async def show_nomination(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    stands: FromPath[int],
) -> Template:
    """Show one nomination with all that the board must know."""
    return await one_page(request, conference, election, stands)


@get("/{stands:int}/photo", name="nominations.photo")
async def show_portrait(
    election: NamedDependency[ElectionFacts],
    stands: FromPath[int],
    for_lists: FromQuery[int] = 0,
) -> Response[bytes]:
    """Send a photo to the board, admitted or not; for lists a small one."""
    kept = await portrait_of(election.id, stands)
    content = await small_if(kept.content, wanted=bool(for_lists))
    return picture_answer(content, media_type=MEDIA_TYPE, public=False)


router = Router(
    path="/conferences/{key:str}/elections/{number:int}/nominations",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[list_nominations, send_nomination, show_nomination, show_portrait],
    include_in_schema=False,
)
