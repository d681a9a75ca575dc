"""
The table's tablet: several people vote on it, one after the other.

Between two of them it shows the start and nothing of the one before. A seat is a token
that dies with the vote (`rules/seats`), so going back leads to the start as well.
"""

from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import read_code
from lip.errors import NotFound, Refusal
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.forms import Form, read_form
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.web.visit import visit_of
from lip.words import LANGUAGES, current_language
from proposals.voting.actions.cast import Ballot, Cast, version_of
from proposals.voting.actions.cast_by_code import CodeBallot, cast_by_code
from proposals.voting.pages.ballot_view import ballot_view, read_marks
from proposals.voting.pages.sitting import sit_again, sit_down
from proposals.voting.queries.own import NOTHING, OwnPart
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Stage
from proposals.voting.rules.seats import LASTS, By, Seat, read_seat, token_of

IDLE_SECONDS = 90
"""After so long without a touch the tablet asks, and then goes to the start."""
SHOWN_SECONDS = 10


async def provide_round(
    conference: NamedDependency[ConferenceFacts], number: FromPath[int]
) -> RoundFacts:
    """Find the round of a tablet; what is prepared is nobody's business yet."""
    one = await round_of(conference.id, number)
    if one.stage is Stage.DRAFT:
        raise NotFound("no_such_round", number=number)
    return one


@get("/", name="table_vote.show")
async def show_start(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    round: NamedDependency[RoundFacts],  # noqa: A002 - the word for it
    now: NamedDependency[datetime],
) -> Template:
    """Ask for a ticket or a code."""
    return _start(request, conference, round, now=now)


@post("/begin", name="table_vote.begin", status_code=200)
async def send_code(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    round: NamedDependency[RoundFacts],  # noqa: A002
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Let somebody sit down, or say why she cannot vote."""
    form = await read_form(request)
    signs = read_code(form.raw("code")[:500])
    limit = sealed_address(request, keys)
    found, by, sealed = await sit_down(round, signs, keys, now=now)
    if found.refusal is not None:
        if isinstance(found.refusal, NotFound):
            limits.spend(limit, WRONG_CODES_PER_ADDRESS, now=now)
        return _start(request, conference, round, now=now, refusal=found.refusal)
    assert found.part is not None
    upon = version_of(found.part.vote)
    seat = Seat(by=by, sealed=sealed, upon=upon, until=now + LASTS)
    return _to_ballot(request, conference, round, seat, keys, found.language)


@get("/ballot/{seat:str}", name="table_vote.ballot")
async def show_ballot(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    round: NamedDependency[RoundFacts],  # noqa: A002
    seat: FromPath[str],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Show an empty ballot to whoever sits there; never what was given before."""
    known = read_seat(seat, round.id, _key(keys), now=now)
    if known is None:
        return _to_start(request, conference, round)
    return await _ballot(request, conference, round, known, seat, keys, now=now)


@post("/ballot/{seat:str}", name="table_vote.cast", status_code=200)
async def send_vote(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    round: NamedDependency[RoundFacts],  # noqa: A002
    seat: FromPath[str],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Store the vote of whoever sits there, and make the seat free."""
    form = await read_form(request)
    known = read_seat(seat, round.id, _key(keys), now=now)
    if known is None:
        return _to_start(request, conference, round)
    cast = await _cast(request, round, known, form, keys, now=now)
    if cast.refusal is not None and cast.refusal.code != "vote_page_too_old":
        return await _ballot(
            request,
            conference,
            round,
            known,
            seat,
            keys,
            now=now,
            form=form,
            refusal=cast.refusal,
        )
    if cast.refusal is None and form.raw("option"):
        sitting, by, sealed = await sit_again(round, known, keys, now=now)
        if sitting.part is not None:
            upon = version_of(sitting.part.vote)
            further = Seat(by=by, sealed=sealed, upon=upon, until=now + LASTS)
            language = current_language()
            return _to_ballot(request, conference, round, further, keys, language)
    if cast.refusal is not None:
        return _to_start(request, conference, round)
    return redirect(request, "table_vote.done", key=conference.key, number=round.number)


async def _cast(
    request: AnyRequest,
    one: RoundFacts,
    seat: Seat,
    form: Form,
    keys: Keys,
    *,
    now: datetime,
) -> Cast:
    marks = read_marks(form)
    if seat.by is By.CODE:
        return await cast_by_code(
            CodeBallot(
                sealed_code=seat.sealed, marks=marks, keys=keys, now=now, upon=seat.upon
            )
        )
    ballot = Ballot(
        number=one.number,
        sealed_code=seat.sealed,
        channel=Channel.TABLET,
        marks=marks,
        keys=keys,
        now=now,
        upon=seat.upon,
    )
    cast: Cast = await request.app.state.cast(ballot)
    return cast


@get("/done", name="table_vote.done")
async def show_done(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    round: NamedDependency[RoundFacts],  # noqa: A002
) -> Template:
    """Say thank you; after some seconds the start comes again."""
    start = f"/{conference.language}/c/{conference.key}/table-vote/{round.number}"
    answer = page(
        request,
        "voting/table_done.html",
        conference=conference,
        start=start,
    )
    answer.headers["Refresh"] = f"{SHOWN_SECONDS}; url={start}"
    return answer


async def _ballot(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: RoundFacts,
    seat: Seat,
    token: str,
    keys: Keys,
    *,
    now: datetime,
    form: Form | None = None,
    refusal: Refusal | None = None,
) -> Redirect | Template:
    sitting, _by, _sealed = await sit_again(one, seat, keys, now=now)
    if sitting.part is None or version_of(sitting.part.vote) != seat.upon:
        if sitting.refusal is not None:
            return _start(request, conference, one, now=now, refusal=sitting.refusal)
        return _to_start(request, conference, one)
    opinion = one.terms.method is Method.OPINION
    part = sitting.part if opinion else _blank(sitting.part)
    view = await ballot_view(
        request, one, conference, part, now=now, form=form, refusal=refusal
    )
    return page(
        request,
        "voting/table_ballot.html",
        status=422 if refusal else 200,
        conference=conference,
        ballot=view,
        opinion=opinion,
        seat=token,
        again=bool(seat.upon),
        idle=IDLE_SECONDS,
        lasts=int(LASTS.total_seconds()),
        round=one,
    )


def _blank(part: OwnPart) -> OwnPart:
    """Forget what was given: others look at this tablet too."""
    return OwnPart(channel=part.channel, vote=NOTHING, seed=part.seed)


def _start(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: RoundFacts,
    *,
    now: datetime,
    refusal: Refusal | None = None,
) -> Template:
    return page(
        request,
        "voting/table_start.html",
        status=422 if refusal else 200,
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        open=one.takes_votes(now),
        error=request.app.state.sentences.say(refusal) if refusal else "",
    )


def _to_start(
    request: AnyRequest, conference: ConferenceFacts, one: RoundFacts
) -> Redirect:
    return redirect(request, "table_vote.show", key=conference.key, number=one.number)


def _to_ballot(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: RoundFacts,
    seat: Seat,
    keys: Keys,
    language: str,
) -> Redirect:
    """Go to the ballot, in her own language where we speak it."""
    token = token_of(seat, one.id, _key(keys))
    path = f"/c/{conference.key}/table-vote/{one.number}/ballot/{token}"
    tag = next(
        (tag for tag in (language, language.partition("-")[0]) if tag in LANGUAGES), ""
    )
    prefix = f"/{tag}" if tag else visit_of(request).prefix
    return Redirect(prefix + path, status_code=303)


def _key(keys: Keys) -> bytes:
    return keys.part("seat at a tablet")


router = Router(
    path="/c/{key:str}/table-vote/{number:int}",
    dependencies={
        "conference": Provide(provide_conference),
        "round": Provide(provide_round),
    },
    route_handlers=[show_start, send_code, show_ballot, send_vote, show_done],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
