"""Moderate proposals, enter paper cards, and set up how proposals are collected."""

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
from lip.errors import Refusal, TooEarly, Unusable
from lip.keys import Keys
from lip.said import Said
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _, current_language
from proposals.actions.change_collecting import (
    MOST_EACH,
    CollectingWish,
    change_collecting,
    link_token,
)
from proposals.actions.moderate import LONGEST_REASON, Verdict, moderate
from proposals.actions.submit import Draft, submit
from proposals.pages.handing_in import own_in_words
from proposals.pages.proposal_form import read_wording, said, tongues, typed
from proposals.queries.collecting import CollectingFacts, collecting_of
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


@get("/settings", name="collecting.show")
async def show_settings(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
) -> Template:
    """Show how proposals are collected."""
    collecting = await collecting_of(conference.id)
    return _settings_page(
        request,
        conference,
        collecting,
        _values(collecting, conference),
        address=_address(conference, keys=keys, settings=settings),
    )


@post("/settings", name="collecting.change", status_code=200)
async def send_settings(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change how proposals are collected."""
    form = await read_form(request)
    wish = _wish(form, conference)
    if form:
        try:
            await change_collecting(
                wish, conference=conference, keys=keys, by=identity.actor, now=now
            )
        except Unusable as refusal:
            _refuse(request, form, refusal)
        else:
            return redirect(request, "moderation.show", key=conference.key)
    return _settings_page(
        request,
        conference,
        await collecting_of(conference.id),
        _typed_settings(form, wish),
        errors=form.errors,
        address=_address(conference, keys=keys, settings=settings),
    )


def _refuse(request: AnyRequest, form: Form, refusal: Refusal) -> None:
    field = "closes_at" if refusal.code == "collecting_ends_too_early" else "most_each"
    form.refuse(field, request.app.state.sentences.say(refusal))


def _wish(form: Form, conference: ConferenceFacts) -> CollectingWish:
    return CollectingWish(
        opens_at=form.moment("opens_at", conference.zone),
        closes_at=form.moment("closes_at", conference.zone),
        most_each=form.whole_number("most_each", least=1, most=MOST_EACH, default=10),
        release_first=form.ticked("release_first"),
        names_allowed=form.ticked("names_allowed"),
        with_link=form.ticked("with_link"),
        intro=form.said("intro", most=2000, lines=True),
        house_rules=form.said("house_rules", most=4000, lines=True),
    )


def _values(
    collecting: CollectingFacts | None, conference: ConferenceFacts
) -> Mapping[str, object]:
    def local(moment: datetime | None) -> str:
        if moment is None:
            return ""
        return moment.astimezone(conference.zone).strftime("%Y-%m-%dT%H:%M")

    return {
        "opens_at": local(collecting.opens_at) if collecting else "",
        "closes_at": local(collecting.closes_at) if collecting else "",
        "most_each": collecting.most_each if collecting else 10,
        "release_first": bool(collecting and collecting.release_first),
        "names_allowed": not collecting or collecting.names_allowed,
        "with_link": bool(collecting and collecting.has_link),
        "intro": collecting.intro if collecting else Said(),
        "house_rules": collecting.house_rules if collecting else Said(),
    }


def _typed_settings(form: Form, wish: CollectingWish) -> Mapping[str, object]:
    return {
        "opens_at": form.raw("opens_at")[:40],
        "closes_at": form.raw("closes_at")[:40],
        "most_each": form.raw("most_each")[:10],
        "release_first": wish.release_first,
        "names_allowed": wish.names_allowed,
        "with_link": wish.with_link,
        "intro": wish.intro,
        "house_rules": wish.house_rules,
    }


def _address(conference: ConferenceFacts, *, keys: Keys, settings: Settings) -> str:
    return f"{settings.base_url}/p/{link_token(conference, keys=keys)}"


def _settings_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    collecting: CollectingFacts | None,
    values: Mapping[str, object],
    *,
    address: str,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        "proposals/settings.html",
        status=422 if errors else 200,
        conference=conference,
        collecting=collecting,
        values=values,
        errors=errors or {},
        address=address if collecting and collecting.has_link else "",
        tongues=list(LANGUAGES.values()),
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
        show_settings,
        send_settings,
    ],
    include_in_schema=False,
)
