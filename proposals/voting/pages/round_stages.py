"""Preview, open, extend and close a round, each asked for before it is done."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal, TooEarly, TooLate, Unusable
from lip.settings import Settings
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language
from proposals.voting.actions.close_round import close_round, seal_round
from proposals.voting.actions.open_round import extend_round, open_round
from proposals.voting.pages.ballot_view import ballot_view
from proposals.voting.pages.moments import said_end
from proposals.voting.pages.round_form import local_moment
from proposals.voting.pages.rounds import round_page
from proposals.voting.queries.own import NOTHING, OwnPart
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method

Step = Callable[[RoundFacts], Awaitable[None]]


@get("/preview", name="rounds.preview")
async def show_preview(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Template:
    """Show the ballot as people will see it."""
    one = await round_of(conference.id, number)
    nobody = OwnPart(channel=None, vote=NOTHING, seed=b"preview")
    view = await ballot_view(request, one, conference, nobody, now=now)
    return page(
        request,
        "voting/preview.html",
        conference=conference,
        round=one,
        ballot=view,
        opinion=one.terms.method is Method.OPINION,
    )


@post("/open", name="rounds.open", status_code=200)
async def send_opening(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Open a round for good: from now on it stays as announced."""

    async def step(one: RoundFacts) -> None:
        await open_round(one, by=identity.actor, now=now)

    return await _do(request, conference, number, settings, step, now=now)


@post("/extend", name="rounds.extend", status_code=200)
async def send_extension(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Move the end of a round."""
    form = await read_form(request)
    until = form.moment("closes_at", conference.zone)

    async def step(one: RoundFacts) -> None:
        if form.errors:
            raise Unusable("round_ends_too_early")
        await extend_round(one, until, by=identity.actor, now=now)

    return await _do(request, conference, number, settings, step, now=now)


@get("/close", name="rounds.ask_close")
async def ask_close(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Template:
    """Ask before a round is closed: it cannot be opened again."""
    one = await round_of(conference.id, number)
    return page(
        request,
        "voting/close.html",
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        ends=said_end(one.closes_at, conference.zone, now=now),
        closes_at=local_moment(one.closes_at, conference),
        paper=Channel.PAPER in one.channels,
        open=one.takes_votes(now),
    )


@post("/close", name="rounds.close", status_code=200)
async def send_closing(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """End the voting; nothing leads to people's votes from then on."""
    shares = request.app.state.equal_shares

    async def step(one: RoundFacts) -> None:
        await close_round(one, shares=shares, by=identity.actor, now=now)

    return await _do(request, conference, number, settings, step, now=now)


@post("/seal", name="rounds.seal", status_code=200)
async def send_seal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Seal the result once all dots are counted."""
    shares = request.app.state.equal_shares

    async def step(one: RoundFacts) -> None:
        await seal_round(one, shares=shares, by=identity.actor, now=now)

    return await _do(request, conference, number, settings, step, now=now)


async def _do(
    request: AnyRequest,
    conference: ConferenceFacts,
    number: int,
    settings: Settings,
    step: Step,
    *,
    now: datetime,
) -> Redirect | Template:
    """Go a step, tell those who watch, and show the round; or say why not."""
    one = await round_of(conference.id, number)
    refusal: Refusal
    try:
        await step(one)
    except (Unusable, TooLate, TooEarly) as error:
        refusal = error
        one = await round_of(conference.id, number)
        return await round_page(
            request, conference, one, settings, now=now, refusal=refusal
        )
    request.app.state.live.changed(conference.key)
    return redirect(request, "rounds.show", key=conference.key, number=number)


router = Router(
    path="/conferences/{key:str}/rounds/{number:int}",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_preview,
        send_opening,
        send_extension,
        ask_close,
        send_closing,
        send_seal,
    ],
    include_in_schema=False,
)
