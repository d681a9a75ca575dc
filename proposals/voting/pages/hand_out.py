"""Hand out slips or dots: scan a ticket, so that nobody gets a second vote."""

from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import read_code
from lip.errors import NotFound
from lip.keys import Keys
from lip.web.forms import read_form
from lip.web.limits import WRONG_CODES_PER_DESK, Limits
from lip.web.page import AnyRequest, page
from lip.words import _, current_language
from proposals.voting.actions.hand_out import HandedOut, hand_out, handed_out
from proposals.voting.queries.rounds import round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.words import CHANNELS

ON_PAPER = (Channel.CODE, Channel.PAPER)


@get("/", name="hand_out.show")
async def show_desk(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    channel: FromQuery[str] = "",
) -> Template:
    """Show where to scan a ticket."""
    return await _desk(request, conference, number, _channel(channel))


@post("/", name="hand_out.scan", status_code=200)
async def send_ticket(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Template:
    """Note that somebody gets a slip or dots, and say whether to hand it out."""
    one = await round_of(conference.id, number)
    form = await read_form(request)
    channel = _channel(form.raw("channel"))
    signs = read_code(form.raw("code")[:500])
    sealed = keys.seal("code", signs) if signs else ""
    done = await hand_out(one, sealed, channel, now=now)
    if isinstance(done.refusal, NotFound):
        guesser = f"desk {identity.session}"
        limits.spend(guesser, WRONG_CODES_PER_DESK, now=now)
    return await _desk(request, conference, number, channel, done=done)


def _channel(text: str) -> Channel:
    return Channel.PAPER if text == Channel.PAPER else Channel.CODE


async def _desk(
    request: AnyRequest,
    conference: ConferenceFacts,
    number: int,
    channel: Channel,
    *,
    done: HandedOut | None = None,
) -> Template:
    one = await round_of(conference.id, number)
    offered = [way for way in ON_PAPER if way in one.channels]
    chosen = channel if channel in offered or not offered else offered[0]
    refusal = done.refusal if done else None
    return page(
        request,
        "voting/hand_out.html",
        status=409 if refusal else 200,
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        channel=chosen,
        offered=[(way.value, _(CHANNELS[way])) for way in offered],
        handed=await handed_out(one),
        done=done,
        error=request.app.state.sentences.say(refusal) if refusal else "",
        most=one.terms.most,
    )


router = Router(
    path="/conferences/{key:str}/rounds/{number:int}/hand-out",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_desk, send_ticket],
    include_in_schema=False,
)
