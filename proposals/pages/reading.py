"""Proposals as everybody may read them, and the link without a name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts, conference_by_id
from lip.conference.rules.stages import Stage
from lip.errors import NotFound, TooEarly, TooLate, Unusable
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.attempts import Allowance
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language
from proposals.actions.submit import Draft, submit
from proposals.pages.authors import SOMEBODY
from proposals.pages.proposal_form import read_wording, said, tongues, typed
from proposals.queries.collecting import CollectingFacts, collecting_by_link
from proposals.queries.proposals import ON_A_PAGE, number_shown, shown_proposals
from proposals.rules.standing import Way

PROPOSALS_PER_ADDRESS: Final = Allowance(attempts=600, within=timedelta(minutes=10))
"""A hall of 200 shares one address, and each of them has several thoughts."""


@get("/", name="proposals.list")
async def show_proposals(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    page_number: FromQuery[int] = 1,
) -> Template:
    """Show what has been handed in, to everybody."""
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=conference.key)
    many = await number_shown(conference.id)
    pages = max(1, -(-many // ON_A_PAGE))
    here = min(max(1, page_number), pages)
    return page(
        request,
        "proposals/list.html",
        conference=conference,
        proposals=await shown_proposals(conference.id, offset=(here - 1) * ON_A_PAGE),
        many=many,
        here=here,
        pages=pages,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLink:
    """What a link without a name opens."""

    token: str
    conference: ConferenceFacts
    collecting: CollectingFacts


async def provide_link(
    request: AnyRequest,
    token: FromPath[str],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> OpenLink:
    """Find what a link opens; who sends very many waits a while."""
    limits.check(_sender(request, keys), PROPOSALS_PER_ADDRESS, now=now)
    collecting = await collecting_by_link(keys.seal("proposal link", token))
    if collecting is None:
        limits.count(_sender(request, keys), PROPOSALS_PER_ADDRESS, now=now)
        raise NotFound("proposal_link_unknown")
    conference = await conference_by_id(collecting.conference)
    return OpenLink(token=token, conference=conference, collecting=collecting)


def _sender(request: AnyRequest, keys: Keys) -> str:
    return f"proposals {sealed_address(request, keys)}"


@get("/", name="open_link.show")
async def show_link(
    request: AnyRequest,
    link: NamedDependency[OpenLink],
    now: NamedDependency[datetime],
    kept: FromQuery[int] = 0,
) -> Template:
    """Show the form to whoever has the link."""
    return _link_page(request, link, now=now, kept=kept)


@post("/", name="open_link.submit", status_code=200)
async def send_by_link(
    request: AnyRequest,
    link: NamedDependency[OpenLink],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Hand in without a name."""
    form = await read_form(request)
    limits.spend(_sender(request, keys), PROPOSALS_PER_ADDRESS, now=now)
    try:
        made = await submit(
            Draft(wording=read_wording(form), way=Way.LINK),
            conference=link.conference,
            by=SOMEBODY,
            now=now,
            request=form.request_key(),
        )
    except (Unusable, TooEarly, TooLate) as refusal:
        return _link_page(
            request, link, now=now, form=form, errors=dict(said(request, refusal))
        )
    request.app.state.live.changed(link.conference.key)
    answer = redirect(request, "open_link.show", token=link.token)
    answer.url += f"?kept={made.number}"
    return answer


def _link_page(
    request: AnyRequest,
    link: OpenLink,
    *,
    now: datetime,
    form: Form | None = None,
    errors: dict[str, str] | None = None,
    kept: int = 0,
) -> Template:
    return page(
        request,
        "proposals/link.html",
        status=422 if errors else 200,
        conference=link.conference,
        collecting=link.collecting,
        token=link.token,
        window=link.collecting.window(now),
        values=typed(form) if form else {},
        errors=errors or {},
        tongues=tongues(current_language()),
        kept=kept,
        request_key=form.request_key() if form else uuid4(),
    )


router = Router(
    path="/c/{key:str}/proposals",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_proposals],
    include_in_schema=False,
)

link_router = Router(
    path="/p/{token:str}",
    dependencies={"link": Provide(provide_link)},
    route_handlers=[show_link, send_by_link],
    include_in_schema=False,
)
