"""What the election board does with an election: open, close, count, make final."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from elections.actions.close_polls import OFFICERS, agree_to_close
from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.actions.draw_order import draw_order
from elections.actions.open_polls import open_polls
from elections.pages.before_opening import before_opening
from elections.pages.place import officer_of, provide_election
from elections.pages.ties import settling_of
from elections.queries.elections import (
    ElectionFacts,
    agreed_officers,
    nominations_of,
    turnout_of,
)
from elections.rules.fair_order import is_drawn
from elections.rules.stages import PollStep
from elections.words import BOARDS, ENTITLED, STAGES, rule_in_words
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.keys import Keys
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@get("/{number:int}", name="running.show")
async def show_election(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Template:
    """Show how far an election is and what is to be done."""
    return await election_page(request, conference, election, identity, now=now)


@post("/{number:int}/open", name="running.open", status_code=200)
async def send_open(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Freeze the roll and open the polls."""
    try:
        await open_polls(
            election, conference=conference, keys=keys, by=identity.actor, now=now
        )
    except Unusable as refusal:
        said = {"next": request.app.state.sentences.say(refusal)}
        return await election_page(
            request, conference, election, identity, now=now, errors=said
        )
    return done(request, election)


@post("/{number:int}/draw-order", name="running.draw_order", status_code=200)
async def send_order(
    request: AnyRequest,
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Draw the order in which candidates are introduced and stand on the ballot."""
    await draw_order(election, by=identity.actor, now=now)
    return done(request, election)


@post("/{number:int}/close", name="running.close", status_code=200)
async def send_close(
    request: AnyRequest,
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect:
    """Agree that the polls close; they do when a second officer agrees."""
    officer = officer_of(identity)
    await agree_to_close(
        election, officer=officer, keys=keys, by=identity.actor, now=now
    )
    return done(request, election)


@post("/{number:int}/count", name="running.count", status_code=200)
async def send_count(
    request: AnyRequest,
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Show the count, once the root digest has been read out."""
    await count_ballots(election, by=identity.actor, now=now)
    return done(request, election)


@post("/{number:int}/finish", name="running.finish", status_code=200)
async def send_finish(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Agree that the result stands; it is final when a second officer agrees."""
    officer = officer_of(identity)
    try:
        await agree_to_finish(
            election, officer=officer, keys=keys, by=identity.actor, now=now
        )
    except Unusable as refusal:
        said = {"next": request.app.state.sentences.say(refusal)}
        return await election_page(
            request, conference, election, identity, now=now, errors=said
        )
    return done(request, election)


def back_to(request: AnyRequest, election: ElectionFacts) -> Redirect:
    """Lead back to the page of an election."""
    return redirect(request, "running.show", key=election.key, number=election.number)


def done(request: AnyRequest, election: ElectionFacts) -> Redirect:
    """Tell open pages that an election has changed, and lead back to its page."""
    request.app.state.live.changed(election.key)
    return back_to(request, election)


async def election_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    identity: Identity,
    *,
    now: datetime,
    errors: Mapping[str, str] | None = None,
    typed: Mapping[str, str] | None = None,
) -> Template:
    """Draw the page of an election for its board."""
    step = PollStep.FINISH if election.stage.is_over else PollStep.CLOSE
    agreed = await agreed_officers(election.id, step)
    before = await before_opening(election, conference, now=now)
    standing = await nominations_of(election.id)
    return page(
        request,
        "elections/run.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        stage=_(STAGES[election.stage]),
        standing=standing,
        drawn=is_drawn(one.place for one in standing if one.stands),
        turnout=await turnout_of(election),
        people=before.people,
        before=before,
        entitled=_(ENTITLED[election.entitled]),
        board=_(BOARDS[election.board]),
        rule=rule_in_words(election, group=before.group),
        agreed=len(agreed),
        officers=OFFICERS,
        agreed_oneself=identity.person in agreed,
        errors=errors or {},
        settling=await settling_of(election, identity.person),
        typed=typed or {},
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[
        show_election,
        send_order,
        send_open,
        send_close,
        send_count,
        send_finish,
    ],
    include_in_schema=False,
)
