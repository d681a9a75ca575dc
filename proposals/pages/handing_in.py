"""Hand in proposals by ticket, see and change one's own, support those of others."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.errors import NotFound, TooEarly, TooLate, TooMany, Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect, wants_fragment
from lip.words import _, current_language
from proposals.actions.submit import Draft, change, submit, withdraw
from proposals.actions.support import support, take_back
from proposals.actions.vectors import alike
from proposals.pages.authors import SOMEBODY, Author, provide_author
from proposals.pages.proposal_form import read_wording, said, tongues, typed
from proposals.queries.proposals import (
    ProposalFacts,
    proposals_of,
    shown_proposals,
    supported_by,
)
from proposals.rules.handing_in import LONGEST_TEXT, Window
from proposals.rules.standing import Reason, Standing, Way
from proposals.words import REASONS, STANDINGS


@get("/", name="own_proposals.show")
async def show_own(
    request: AnyRequest,
    author: NamedDependency[Author],
    now: NamedDependency[datetime],
) -> Template:
    """Show the form and what a person has handed in."""
    return await _own_page(request, author, now=now)


@post("/", name="own_proposals.submit", status_code=200)
async def send_own(
    request: AnyRequest,
    author: NamedDependency[Author],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Hand in a proposal; sent twice it is kept once."""
    form = await read_form(request)
    name = form.text("author_name") if form.ticked("show_name") else ""
    draft = Draft(
        wording=read_wording(form),
        way=Way.TICKET,
        participant=author.participant,
        author_name=name,
    )
    try:
        made = await submit(
            draft,
            conference=author.conference,
            by=SOMEBODY,
            now=now,
            request=form.request_key(),
        )
    except (Unusable, TooEarly, TooLate, TooMany) as refusal:
        errors = said(request, refusal)
        return await _own_page(request, author, now=now, form=form, errors=errors)
    request.app.state.live.changed(author.conference.key)
    answer = redirect(request, "own_proposals.show", code=author.code)
    answer.url += f"?kept={made.number}#own"
    return answer


@post("/alike", name="own_proposals.alike", status_code=200)
async def show_alike(request: AnyRequest, author: NamedDependency[Author]) -> Template:
    """Show what others have written of the same, while somebody types."""
    form = await read_form(request)
    text = f"{form.raw('title')} {form.raw('text')}"[:LONGEST_TEXT]
    found = await alike(text, author.conference.id)
    shown = {one.id: one for one in await shown_proposals(author.conference.id)}
    own = {one.id for one in await proposals_of(author.participant)}
    return page(
        request,
        "proposals/alike.html",
        code=author.code,
        alike=[shown[one] for one in found if one in shown and one not in own],
        supported=await supported_by(author.participant),
    )


@get("/{number:int}", name="own_proposal.edit")
async def show_edit(
    request: AnyRequest, author: NamedDependency[Author], number: FromPath[int]
) -> Template:
    """Show one's own proposal, to word it anew."""
    own = await _one_of(author, number)
    values = {
        "title": own.wording.title,
        "text": own.wording.text,
        "language": own.wording.language,
    }
    return _edit_page(request, author, own, values)


@post("/{number:int}", name="own_proposal.change", status_code=200)
async def send_change(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Word one's own proposal anew."""
    form = await read_form(request)
    own = await _one_of(author, number)
    try:
        await change(
            number,
            read_wording(form),
            participant=author.participant,
            conference=author.conference,
            by=SOMEBODY,
            now=now,
        )
    except (Unusable, TooEarly, TooLate) as refusal:
        errors = said(request, refusal)
        return _edit_page(request, author, own, typed(form), errors=errors)
    return redirect(request, "own_proposals.show", code=author.code)


@post("/{number:int}/withdraw", name="own_proposal.withdraw", status_code=200)
async def send_withdrawal(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take one's own proposal back."""
    await withdraw(
        number,
        participant=author.participant,
        conference=author.conference,
        by=SOMEBODY,
        now=now,
    )
    return redirect(request, "own_proposals.show", code=author.code)


@get("/all", name="own_proposals.all")
async def show_all(request: AnyRequest, author: NamedDependency[Author]) -> Template:
    """Show what others have handed in, with a button for support."""
    own = {one.id for one in await proposals_of(author.participant)}
    return page(
        request,
        "proposals/all.html",
        conference=author.conference,
        code=author.code,
        proposals=await shown_proposals(author.conference.id),
        own=own,
        supported=await supported_by(author.participant),
    )


@post("/{number:int}/support", name="own_proposals.support", status_code=200)
async def send_support(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Support a proposal, or take that back."""
    form = await read_form(request)
    place, who = author.conference, author.participant
    if form.ticked("take_back"):
        proposal = await take_back(number, participant=who, conference=place)
    else:
        proposal = await support(number, participant=who, conference=place, now=now)
    if wants_fragment(request, "support"):
        return page(
            request,
            "proposals/support.html",
            code=author.code,
            proposal=proposal,
            supported=await supported_by(who),
        )
    answer = redirect(request, "own_proposals.all", code=author.code)
    answer.url += f"#p{number}"
    return answer


async def _one_of(author: Author, number: int) -> ProposalFacts:
    for own in await proposals_of(author.participant):
        if own.number == number and own.standing is not Standing.WITHDRAWN:
            return own
    raise NotFound("not_your_proposal")


async def _own_page(
    request: AnyRequest,
    author: Author,
    *,
    now: datetime,
    form: Form | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    collecting = author.collecting
    kept = request.query_params.get("kept", "")
    return page(
        request,
        "proposals/own.html",
        status=422 if errors else 200,
        conference=author.conference,
        code=author.code,
        collecting=collecting,
        window=collecting.window(now) if collecting else Window.OVER,
        own=own_in_words(await proposals_of(author.participant)),
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


def _edit_page(
    request: AnyRequest,
    author: Author,
    own: ProposalFacts,
    values: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "proposals/edit.html",
        status=422 if errors else 200,
        conference=author.conference,
        code=author.code,
        proposal=own,
        values=values,
        errors=errors or {},
        tongues=tongues(current_language()),
    )


router = Router(
    path="/t/{code:str}/proposals",
    dependencies={"author": Provide(provide_author)},
    route_handlers=[
        show_own,
        send_own,
        show_alike,
        show_all,
        show_edit,
        send_change,
        send_withdrawal,
        send_support,
    ],
    include_in_schema=False,
)
