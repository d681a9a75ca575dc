"""Set up how proposals are collected."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal, Unusable
from lip.keys import Keys
from lip.said import Said
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES
from proposals.actions.change_collecting import (
    MOST_EACH,
    CollectingWish,
    change_collecting,
    link_token,
)
from proposals.queries.collecting import CollectingFacts, collecting_of


@get("/", name="collecting.show")
async def show_collecting(
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


@post("/", name="collecting.change", status_code=200)
async def send_collecting(
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
        photos_allowed=form.ticked("photos_allowed"),
        comments_open=form.ticked("comments_open"),
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
        "photos_allowed": not collecting or collecting.photos_allowed,
        "comments_open": bool(collecting and collecting.comments_open),
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
        "photos_allowed": wish.photos_allowed,
        "comments_open": wish.comments_open,
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
    path="/conferences/{key:str}/proposals/settings",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_collecting, send_collecting],
    include_in_schema=False,
)
