"""Vote on one's own phone, by ticket."""

from dataclasses import dataclass
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.conference.rules.codes import read_code, shown
from lip.errors import NotFound, Refusal
from lip.keys import Keys
from lip.said import Spoken
from lip.web.deps import now as clock
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect_to
from lip.words import _, current_language
from proposals.voting.actions.cast import Ballot, Cast, entitled_of, voted_otherwise
from proposals.voting.pages.ballot_view import ballot_view, read_marks
from proposals.voting.pages.moments import said_end
from proposals.voting.pages.voters import Voter, provide_voter, wrong_code
from proposals.voting.queries.ballots import terms_of
from proposals.voting.queries.own import OwnPart, own_part, takes_part_in
from proposals.voting.queries.rounds import RoundFacts, round_of, rounds_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Stage
from proposals.voting.words import STAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """A round in the list of a person: whether she can vote, and whether she has."""

    round: RoundFacts
    title: Spoken
    ends: str
    state: str
    open: bool
    took_part: Channel | None


@get("/", name="own_votes.show")
async def show_rounds(
    request: AnyRequest, voter: NamedDependency[Voter], now: NamedDependency[datetime]
) -> Template:
    """List what is voted on, and where she has taken part."""
    parts = await takes_part_in(voter.conference.id, voter.person)
    rounds = [
        one
        for one in await rounds_of(voter.conference.id)
        if one.stage is not Stage.DRAFT
    ]
    lines = [_line(one, parts.get(one.id), voter, now) for one in rounds]
    return page(
        request,
        "voting/own_rounds.html",
        conference=voter.conference,
        code=voter.code,
        lines=sorted(lines, key=lambda line: (not line.open, line.round.number)),
    )


def _line(
    one: RoundFacts, channel: Channel | None, voter: Voter, now: datetime
) -> RoundLine:
    running = one.takes_votes(now)
    return RoundLine(
        round=one,
        title=one.title.pick(current_language(), voter.conference.language),
        ends=said_end(one.closes_at, voter.conference.zone, now=now) if running else "",
        state=_(STAGES[one.stage]),
        open=running,
        took_part=channel,
    )


@get("/{number:int}", name="own_vote.show")
async def show_ballot(
    request: AnyRequest,
    voter: NamedDependency[Voter],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
    o: FromQuery[int] = 0,
) -> Template:
    """Show what is voted on, with what she has given."""
    one = await _round(voter, number)
    part = await own_part(one, voter.person, keys=keys)
    refusal = await _why_not(one, voter, part, now=now)
    if refusal is not None:
        return _shut(request, voter, one, refusal)
    return await _ballot(request, voter, one, part, now=now, wanted=o)


@post("/{number:int}", name="own_vote.cast", status_code=200)
async def send_vote(
    request: AnyRequest, code: FromPath[str], number: FromPath[int]
) -> Redirect | Template:
    """
    Store what she gives; sent again it stays as it is.

    It takes clock and keys by hand: having them resolved costs a third of a vote.
    """
    now, keys = clock(), request.app.state.key_ring
    form = await read_form(request)
    signs = read_code(code)
    if signs is None:
        raise _unknown_ticket(request, now)
    ballot = Ballot(
        number=number,
        sealed_code=keys.seal("code", signs),
        channel=Channel.PHONE,
        marks=read_marks(form),
        keys=keys,
        now=now,
    )
    cast: Cast = await request.app.state.cast(ballot)
    if cast.refusal is None:
        further = "" if form.raw("option") else "/done"
        return redirect_to(request, f"/t/{shown(signs)}/vote/{number}{further}")
    if isinstance(cast.refusal, NotFound):
        if cast.refusal.code == "unknown_ticket":
            raise _unknown_ticket(request, now)
        raise cast.refusal
    voter = await provide_voter(request, code, keys, request.app.state.limits, now)
    return await _again(request, voter, number, form, cast.refusal, keys, now)


def _unknown_ticket(request: AnyRequest, now: datetime) -> NotFound:
    state = request.app.state
    return wrong_code(request, state.key_ring, state.limits, "unknown_ticket", now=now)


async def _again(
    request: AnyRequest,
    voter: Voter,
    number: int,
    form: Form,
    refusal: Refusal,
    keys: Keys,
    now: datetime,
) -> Template:
    """Show the ballot again with what she chose, and say why it is not stored."""
    one = await _round(voter, number)
    if not one.takes_votes(now) or not refusal.code.startswith("vote_"):
        return _shut(request, voter, one, refusal)
    part = await own_part(one, voter.person, keys=keys)
    return await _ballot(request, voter, one, part, now=now, form=form, refusal=refusal)


@get("/{number:int}/done", name="own_vote.done")
async def show_done(
    request: AnyRequest,
    voter: NamedDependency[Voter],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Template:
    """Say what is stored, and until when it can be changed."""
    one = await _round(voter, number)
    part = await own_part(one, voter.person, keys=keys)
    view = await ballot_view(request, one, voter.conference, part, now=now)
    return page(
        request,
        "voting/own_done.html",
        code=voter.code,
        ballot=view,
        part=part,
        open=one.takes_votes(now),
    )


async def _round(voter: Voter, number: int) -> RoundFacts:
    one = await round_of(voter.conference.id, number)
    if one.stage is Stage.DRAFT:
        raise NotFound("no_such_round", number=number)
    return one


async def _why_not(
    one: RoundFacts, voter: Voter, part: OwnPart, *, now: datetime
) -> Refusal | None:
    if not one.takes_votes(now):
        return Refusal("round_over")
    if part.channel not in {None, Channel.PHONE}:
        assert part.channel is not None
        return voted_otherwise(part.channel)
    if Channel.PHONE not in one.channels:
        return Refusal("vote_channel_shut")
    terms = await terms_of(one.id)
    return (await entitled_of(terms, [voter.holder], now=now))[voter.person]


async def _ballot(
    request: AnyRequest,
    voter: Voter,
    one: RoundFacts,
    part: OwnPart,
    *,
    now: datetime,
    form: Form | None = None,
    refusal: Refusal | None = None,
    wanted: int = 0,
) -> Template:
    view = await ballot_view(
        request,
        one,
        voter.conference,
        part,
        now=now,
        form=form,
        refusal=refusal,
        wanted=wanted,
    )
    opinion = one.terms.method is Method.OPINION
    return page(
        request,
        "voting/own_opinion.html" if opinion else "voting/own_vote.html",
        status=422 if refusal else 200,
        conference=voter.conference,
        code=voter.code,
        ballot=view,
        part=part,
    )


def _shut(
    request: AnyRequest, voter: Voter, one: RoundFacts, refusal: Refusal
) -> Template:
    """Say why she cannot vote here now, and what she can do instead."""
    return page(
        request,
        "voting/own_shut.html",
        status=409 if request.method == "POST" else 200,
        conference=voter.conference,
        code=voter.code,
        title=one.title.pick(current_language(), voter.conference.language),
        sentence=request.app.state.sentences.say(refusal),
    )


router = Router(
    path="/t/{code:str}/vote",
    dependencies={"voter": Provide(provide_voter)},
    route_handlers=[show_rounds, show_ballot, send_vote, show_done],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
