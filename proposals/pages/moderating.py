"""Moderate proposals, and enter paper cards."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import TooEarly, Unusable
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language
from proposals.actions.moderate import LONGEST_REASON, Verdict, moderate
from proposals.actions.submit import Draft, submit
from proposals.pages.handing_in import own_in_words
from proposals.pages.proposal_form import read_wording, said, tongues, typed
from proposals.queries.collecting import collecting_of
from proposals.queries.proposals import counts_by_standing, queue_of
from proposals.rules.standing import Reason, Standing, Way
from proposals.words import REASONS, STANDINGS


@get("/", name="moderation.show")
async def show_queue(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    standing: FromQuery[str] = "",
) -> Template:
    """Show what is to be read, and what was decided."""
    counts = await counts_by_standing(conference.id)
    usual = Standing.WAITING if counts[Standing.WAITING] else Standing.SHOWN
    chosen = Standing(standing) if standing in set(Standing) else usual
    return await _queue_page(request, conference, chosen)


@post("/{number:int}/judge", name="moderation.judge", status_code=200)
async def send_verdict(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Show or hide a proposal."""
    form = await read_form(request)
    hide = form.ticked("hide")
    reason = form.raw("reason")
    verdict = Verdict(
        standing=Standing.HIDDEN if hide else Standing.SHOWN,
        reason=Reason(reason) if hide and reason in set(Reason) else None,
        reason_text=form.text("reason_text", most=LONGEST_REASON) if hide else "",
    )
    back = Standing(form.choice("back", Standing, default=Standing.WAITING))
    try:
        await moderate(
            number, verdict, conference=conference, by=identity.actor, now=now
        )
    except Unusable as refusal:
        errors = {f"reason-{number}": request.app.state.sentences.say(refusal)}
        return await _queue_page(request, conference, back, errors=errors)
    request.app.state.live.changed(conference.key)
    answer = redirect(request, "moderation.show", key=conference.key)
    answer.url += f"?standing={back.value}"
    return answer


async def _queue_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    chosen: Standing,
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "proposals/queue.html",
        status=422 if errors else 200,
        conference=conference,
        collecting=await collecting_of(conference.id),
        chosen=chosen,
        counts=await counts_by_standing(conference.id),
        standings=[(one, _(STANDINGS[one])) for one in Standing],
        lines=own_in_words(await queue_of(conference.id, chosen)),
        reasons=[(one.value, _(REASONS[one])) for one in Reason],
        errors=errors or {},
    )


@get("/cards", name="cards.show")
async def show_cards(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    kept: FromQuery[int] = 0,
    place: FromQuery[str] = "",
    language: FromQuery[str] = "",
) -> Template:
    """Show the form for paper cards, one after the other."""
    values = {"place": place[:120], "language": language[:35]}
    return await _cards_page(request, conference, values, kept=kept)


@post("/cards", name="cards.enter", status_code=200)
async def send_card(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Enter one card; table and language stay for the next."""
    form = await read_form(request)
    wording = read_wording(form)
    draft = Draft(wording=wording, way=Way.CARD, place=form.text("place", most=120))
    try:
        made = await submit(
            draft,
            conference=conference,
            by=identity.actor,
            now=now,
            request=form.request_key(),
        )
    except (Unusable, TooEarly) as refusal:
        errors = dict(said(request, refusal))
        return await _cards_page(request, conference, typed(form), errors=errors)
    request.app.state.live.changed(conference.key)
    answer = redirect(request, "cards.show", key=conference.key)
    query = {"kept": made.number, "place": draft.place, "language": wording.language}
    answer.url += "?" + urlencode(query)
    return answer


async def _cards_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    kept: int = 0,
) -> Template:
    return page(
        request,
        "proposals/cards.html",
        status=422 if errors else 200,
        conference=conference,
        collecting=await collecting_of(conference.id),
        values=values,
        errors=errors or {},
        tongues=tongues(current_language()),
        kept=kept,
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/proposals",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_queue,
        send_verdict,
        show_cards,
        send_card,
    ],
    include_in_schema=False,
)
