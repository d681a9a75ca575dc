"""Hand in proposals, see one's own, support those of others."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from litestar import get, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.errors import NotFound, TooEarly, TooLate, TooMany, Unusable
from lip.web.attempts import Allowance
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect, wants_fragment
from lip.words import _, current_language
from proposals.actions.hint import hints, suggested_fields
from proposals.actions.submit import Draft, submit
from proposals.actions.support import support, take_back
from proposals.actions.vectors import get_ready
from proposals.pages.field_words import field_options, fields_in_words
from proposals.pages.proposal_form import (
    read_field,
    read_photo,
    read_wording,
    said,
    tongues,
    typed,
)
from proposals.pages.rows import own_rows, rows_of
from proposals.pages.ways import badges_for
from proposals.pages.writers import Writer
from proposals.queries.listed import listed_proposals
from proposals.queries.own import own_ids, own_proposals
from proposals.queries.photos import photos_of
from proposals.queries.proposals import (
    ON_A_PAGE,
    ProposalFacts,
    proposals_by_id,
    supported_by,
)
from proposals.rules.handing_in import LONGEST_TEXT, Window
from proposals.rules.standing import Reason
from proposals.words import REASONS, STANDINGS

SENT_PER_TICKET: Final = Allowance(attempts=60, within=timedelta(minutes=10))
TYPED_PER_TICKET: Final = Allowance(attempts=600, within=timedelta(minutes=10))
"""Far more than hands can do, far less than a program would."""


async def show_own(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    now: NamedDependency[datetime],
) -> Template:
    """Show the form and what a person has handed in."""
    return await own_page(request, writer, now=now)


async def send_own(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Hand in a proposal; sent twice it is kept once."""
    form = await read_form(request)
    try:
        limits.spend(_whose(writer), SENT_PER_TICKET, now=now)
        draft = await _draft(form, writer)
        made = await submit(
            draft,
            conference=writer.conference,
            by=writer.by,
            now=now,
            request=form.request_key(),
            collecting=writer.collecting,
        )
    except (NotFound, Unusable, TooEarly, TooLate, TooMany) as refusal:
        errors = said(request, refusal)
        return await own_page(request, writer, now=now, form=form, errors=errors)
    request.app.state.live.changed(writer.conference.key)
    return Redirect(f"{writer.base}?kept={made.number}#own", status_code=303)


async def _draft(form: Form, writer: Writer) -> Draft:
    named = form.ticked("show_name") and writer.code
    allowed = writer.collecting is not None and writer.collecting.photos_allowed
    return Draft(
        wording=read_wording(form),
        way=writer.way,
        participant=writer.owner.participant,
        account=writer.owner.account,
        author_name=form.text("author_name") if named else "",
        field=read_field(form),
        photo=await read_photo(form) if allowed else None,
    )


async def show_alike(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Template:
    """Show what others have written of the same, while somebody types."""
    form = await read_form(request)
    limits.spend(_whose(writer), TYPED_PER_TICKET, now=now)
    text = f"{form.raw('title')} {form.raw('text')}".strip()[:LONGEST_TEXT]
    own = await own_ids(writer.owner, writer.conference.id)
    found = await hints(text, writer.conference.id, without=own)
    participant = writer.owner.participant
    names = await fields_in_words()
    return page(
        request,
        "proposals/alike.html",
        code=writer.code,
        alike=await proposals_by_id([one.id for one in found.alike]),
        very={one.id for one in found.alike if one.very},
        field=found.field if found.field in names else None,
        fields=names,
        supported=await supported_by(participant) if participant else frozenset(),
    )


async def show_all(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    page_number: FromQuery[int] = 1,
) -> Template:
    """Show what others have handed in, with a button for support."""
    participant, place = writer.owner.participant, writer.conference.id
    marks, here = request.app.state.state_marks, max(1, min(page_number, 10_000))
    offset = (here - 1) * ON_A_PAGE
    found = await listed_proposals(place, offset=offset, marks=marks)
    rows = rows_of(found.proposals, await fields_in_words(), f"{writer.base}/%d/read")
    return page(
        request,
        "proposals/all.html",
        conference=writer.conference,
        code=writer.code,
        base=writer.base,
        rows=own_rows(
            request,
            rows,
            own=await own_ids(writer.owner, place),
            supported=await supported_by(participant) if participant else frozenset(),
        ),
        here=here,
        pages=max(1, -(-found.many // ON_A_PAGE)),
    )


async def send_support(
    request: AnyRequest,
    writer: NamedDependency[Writer],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Support a proposal, or take that back."""
    form = await read_form(request)
    place, who = writer.conference, writer.owner.participant
    if who is None:
        raise NotFound("no_such_proposal", number=number)
    if form.ticked("take_back"):
        proposal = await take_back(number, participant=who, conference=place)
    else:
        proposal = await support(number, participant=who, conference=place, now=now)
    if wants_fragment(request, "support"):
        return page(
            request,
            "proposals/support.html",
            code=writer.code,
            proposal=proposal,
            supported=await supported_by(who),
        )
    answer = redirect(request, "own_proposals.all", code=writer.code)
    answer.url += f"#p{number}"
    return answer


async def own_page(
    request: AnyRequest,
    writer: Writer,
    *,
    now: datetime,
    form: Form | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    """Show the form, what was typed, and what was handed in before."""
    collecting = writer.collecting
    opened = collecting.window(now) if collecting else Window.OVER
    if opened is Window.OPEN:
        get_ready()
    kept = request.query_params.get("kept", "")
    own = await own_proposals(writer.owner, writer.conference.id)
    return page(
        request,
        "proposals/own.html",
        status=422 if errors else 200,
        frame=writer.frame,
        base=writer.base,
        conference=writer.conference,
        code=writer.code,
        collecting=collecting,
        window=opened,
        own=own_in_words(own),
        states=await badges_for(request, [one.id for one in own]),
        photos=await photos_of([one.id for one in own if one.photos]),
        fields=await fields_in_words(),
        field_options=await field_options(),
        suggested=await suggested_fields([one.id for one in own if not one.field]),
        values=typed(form) if form else {},
        show_name=bool(form and form.ticked("show_name")),
        errors=errors or {},
        tongues=tongues(current_language()),
        kept=int(kept) if kept.isdecimal() and len(kept) < 8 else 0,
        request_key=form.request_key() if form else uuid4(),
    )


def own_in_words(own: Sequence[ProposalFacts]) -> Sequence[Mapping[str, object]]:
    """Say where each proposal stands, and why."""
    return [
        {
            "proposal": one,
            "standing": _(STANDINGS[one.standing]),
            "reason": _(REASONS[Reason(one.reason)]) if one.reason else "",
        }
        for one in own
    ]


def _whose(writer: Writer) -> str:
    return f"proposals {writer.owner.participant or writer.owner.account}"


def handing_in_routes(name: str) -> list[HTTPRouteHandler]:
    """Give the routes of these pages; their names begin with `name`."""
    return [
        get("/", name=f"{name}_proposals.show")(show_own),
        post("/", name=f"{name}_proposals.submit", status_code=200)(send_own),
        post("/alike", name=f"{name}_proposals.alike", status_code=200)(show_alike),
    ]
