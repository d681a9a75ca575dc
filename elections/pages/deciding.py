"""What the election board decides about one nomination."""

from datetime import datetime

from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from elections.actions.admit import admit, note_acceptance, refuse
from elections.actions.stand import withdraw
from elections.pages.nomination_views import (
    MAY_BE_SAID,
    back_to_queue,
    errors_said,
    one_page,
    to_one,
)
from elections.pages.place import provide_election
from elections.queries.elections import ElectionFacts
from elections.rules.refusals import Grounds, doubts_of
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import TooLate, Unusable
from lip.web.forms import read_form
from lip.web.page import AnyRequest

LONGEST_REASON = 1000


@post("/admit", name="nominations.admit", status_code=200)
async def send_admission(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    stands: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Admit somebody; where the rules speak against it, with the board's reason."""
    form = await read_form(request)
    try:
        await admit(
            election,
            stands,
            by=identity.actor,
            now=now,
            decision=form.text("decision", most=LONGEST_REASON, lines=True),
            officer=identity.person,
        )
    except MAY_BE_SAID as refusal:
        said = request.app.state.sentences.say(refusal)
        field = "decision" if isinstance(refusal, Unusable) else "form"
        return await one_page(
            request, conference, election, stands, errors={field: said}
        )
    return back_to_queue(request, election)


@post("/refuse", name="nominations.refuse", status_code=200)
async def send_refusal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    stands: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Refuse somebody, with reasons."""
    form = await read_form(request)
    words = form.said("words", most=LONGEST_REASON, lines=True)
    grounds = Grounds(doubts=doubts_of(form.all("doubts")), words=words)
    if form:
        try:
            await refuse(election, stands, grounds, by=identity.actor, now=now)
        except Unusable as refusal:
            form.refuse("doubts", request.app.state.sentences.say(refusal))
        except MAY_BE_SAID as refusal:
            form.refuse("form", request.app.state.sentences.say(refusal))
        else:
            return back_to_queue(request, election)
    return await one_page(
        request, conference, election, stands, errors=form.errors, grounds=grounds
    )


@post("/withdraw", name="running.withdraw", status_code=200)
async def send_withdrawal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    stands: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Note that somebody does not stand any more."""
    try:
        await withdraw(election, stands, by=identity.actor, now=now)
    except TooLate as refusal:
        return await one_page(
            request, conference, election, stands, errors=errors_said(request, refusal)
        )
    return back_to_queue(request, election)


@post("/accept", name="nominations.accept", status_code=200)
async def send_acceptance(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    stands: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Note whether somebody accepts her seat."""
    form = await read_form(request)
    try:
        await note_acceptance(
            election,
            stands,
            accepted=form.raw("accepted") == "yes",
            by=identity.actor,
            now=now,
            by_board=True,
        )
    except MAY_BE_SAID as refusal:
        return await one_page(
            request, conference, election, stands, errors=errors_said(request, refusal)
        )
    return to_one(request, election, stands)


router = Router(
    path="/conferences/{key:str}/elections/{number:int}/nominations/{stands:int}",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[send_admission, send_refusal, send_withdrawal, send_acceptance],
    include_in_schema=False,
)
