"""Who stands: admitted by the board, withdrawn at any stage."""

from datetime import datetime

from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from elections.actions.prepare import NominationWish, nominate, withdraw_nomination
from elections.pages.running import back_to, election_page
from elections.queries.elections import election_of
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import read_form
from lip.web.page import AnyRequest


@post("/{number:int}/nominations", name="running.nominate", status_code=200)
async def send_nomination(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Admit somebody who stands."""
    election = await election_of(conference.id, number)
    form = await read_form(request)
    wish = NominationWish(
        name=form.text("name", most=200),
        association=form.text("association", most=200),
        statement=form.said("statement", most=2000, lines=True),
    )
    if form:
        try:
            await nominate(
                election,
                wish,
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except Unusable as refusal:
            form.refuse("name", request.app.state.sentences.say(refusal))
        else:
            return back_to(request, election)
    return await election_page(
        request, conference, election, identity, now=now, errors=form.errors, wish=wish
    )


@post(
    "/{number:int}/nominations/{stands:int}/withdraw",
    name="running.withdraw",
    status_code=200,
)
async def send_withdrawal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    stands: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Note that somebody does not stand any more."""
    election = await election_of(conference.id, number)
    await withdraw_nomination(election, stands, by=identity.actor, now=now)
    return back_to(request, election)


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[send_nomination, send_withdrawal],
    include_in_schema=False,
)
