"""The link without a name: whoever has it hands in, and nobody learns who it was."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.conference.queries.conferences import ConferenceFacts, conference_by_id
from lip.errors import NotFound, TooEarly, TooLate, TooMany, Unusable
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.attempts import Allowance
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language
from proposals.actions.submit import Draft, submit
from proposals.actions.vectors import get_ready
from proposals.pages.authors import SOMEBODY
from proposals.pages.field_words import field_options
from proposals.pages.proposal_form import (
    read_field,
    read_photo,
    read_wording,
    said,
    tongues,
    typed,
)
from proposals.queries.collecting import CollectingFacts, collecting_by_link
from proposals.rules.standing import Way

PROPOSALS_PER_ADDRESS: Final = Allowance(attempts=600, within=timedelta(minutes=10))
"""A hall of 200 shares one address, and each of them has several thoughts."""

PROPOSALS_PER_LINK: Final = Allowance(attempts=2000, within=timedelta(minutes=10))
"""A link that has got about: more than a conference can say, from everywhere."""


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
    return await _link_page(request, link, now=now, kept=kept)


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
    limits.spend(f"proposals {link.conference.id}", PROPOSALS_PER_LINK, now=now)
    try:
        made = await submit(
            await _draft(form, link.collecting),
            conference=link.conference,
            by=SOMEBODY,
            now=now,
            request=form.request_key(),
            collecting=link.collecting,
        )
    except (NotFound, Unusable, TooEarly, TooLate, TooMany) as refusal:
        return await _link_page(
            request, link, now=now, form=form, errors=dict(said(request, refusal))
        )
    request.app.state.live.changed(link.conference.key)
    answer = redirect(request, "open_link.show", token=link.token)
    answer.url += f"?kept={made.number}"
    return answer


async def _draft(form: Form, collecting: CollectingFacts) -> Draft:
    return Draft(
        wording=read_wording(form),
        way=Way.LINK,
        field=read_field(form),
        photo=await read_photo(form) if collecting.photos_allowed else None,
    )


async def _link_page(
    request: AnyRequest,
    link: OpenLink,
    *,
    now: datetime,
    form: Form | None = None,
    errors: dict[str, str] | None = None,
    kept: int = 0,
) -> Template:
    get_ready()
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
        field_options=await field_options(),
        kept=kept,
        request_key=form.request_key() if form else uuid4(),
    )


router = Router(
    path="/p/{token:str}",
    dependencies={"link": Provide(provide_link)},
    route_handlers=[show_link, send_by_link],
    include_in_schema=False,
)
