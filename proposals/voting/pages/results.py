"""Votes and their results, as everybody may read them."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from markupsafe import Markup

from lip.conference.pages.answers import clock
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.pages.about_conference import about_page
from lip.programme.pages.programme_words import title_of
from lip.programme.pages.public_conference import provide_public_conference
from lip.programme.pages.session_fields import said_day
from lip.said import Spoken
from lip.settings import Settings
from lip.web.page import AnyRequest, page, wants_fragment
from lip.web.qr_code import qr_svg_address
from lip.web.static import fingerprint
from lip.web.visit import visit_of
from lip.words import _, current_language
from proposals.voting.files.result_files import kinds_of
from proposals.voting.pages.about_round import about_round
from proposals.voting.pages.how_to import how_to_vote
from proposals.voting.pages.kept_pages import KeptPages
from proposals.voting.pages.result_views import shown_result
from proposals.voting.queries.results import (
    live_result,
    people_in,
    sealed_result,
    shown_round,
    shown_rounds,
)
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.result_words import METHODS
from proposals.voting.rules.result import PEOPLE_TO_SHOW, Result
from proposals.voting.rules.rounds import Stage

LIVE_SECONDS: Final = 5
"""A live result is counted anew at most so often."""
WATCH_SECONDS: Final = 15
"""An open page looks so often whether something has changed."""
SCREEN_BARS: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundView:
    """A round in the words of the reader."""

    number: int
    title: Spoken
    intro: Spoken
    stage: str
    method: str
    when: str
    results_live: bool


@get("/", name="results.list")
async def show_rounds(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List the votes of a conference."""
    rounds = await shown_rounds(conference.id)
    return page(
        request,
        "results/list.html",
        conference=conference,
        title=await title_of(conference),
        rounds=[view_of(one, conference) for one in rounds],
        about=about_page(
            request,
            conference,
            "CollectionPage",
            "results.list",
            name=_("Abstimmungen"),
        ),
    )


def view_of(one: RoundFacts, conference: ConferenceFacts) -> RoundView:
    """Put a round into the words of the reader."""
    named = one.title.pick(current_language(), conference.language)
    return RoundView(
        number=one.number,
        title=named or Spoken(text=_("Abstimmung %(number)s", number=one.number)),
        intro=one.intro.pick(current_language(), conference.language),
        stage=one.stage.value,
        method=_(METHODS[one.terms.method]),
        when=when_words(one, conference),
        results_live=one.results_live,
    )


def when_words(one: RoundFacts, conference: ConferenceFacts) -> str:
    """Say until when it is open, or when it closed."""
    if one.stage is not Stage.OPEN:
        return _moment("%(when)s", one.closed_at, conference)
    return _moment(_("bis %(when)s"), one.closes_at, conference)


def _moment(words: str, at: datetime | None, conference: ConferenceFacts) -> str:
    if at is None:
        return ""
    day = said_day(at.astimezone(conference.zone).date().isoformat())
    return words % {"when": f"{day}, {clock(at, conference.zone)}"}


async def provide_round(
    conference: NamedDependency[ConferenceFacts], number: FromPath[int]
) -> RoundFacts:
    """Find the round that the address names; a draft is a secret."""
    one = await shown_round(conference.id, number)
    if one is None:
        raise NotFound("no_such_round", number=number)
    return one


@get("/{number:int}", name="results.show")
async def show_round(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    one: NamedDependency[RoundFacts],
    field: FromQuery[int] = 0,
) -> Template | Response[str]:
    """Show how to take part, and what came of it."""
    body = await _body(request, conference, one, field=field)
    if wants_fragment(request, "result"):
        return _fragment(request, body, one)
    title = view_of(one, conference).title.text
    tag = _tag(body, request)
    if tag and request.headers.get("if-none-match") == tag:
        return Response("", status_code=304, headers=_kept_headers(tag))
    answer = page(
        request,
        "results/show.html",
        conference=conference,
        name=title,
        about=about_round(request, conference, one, title),
        body=body,
        watch=0 if one.stage is Stage.CLOSED else WATCH_SECONDS,
    )
    if tag and one.stage is Stage.CLOSED:
        answer.headers.update(_kept_headers(tag))
    return answer


def _fragment(request: AnyRequest, body: Markup, one: RoundFacts) -> Response[str]:
    """Give only what changes; who has it already gets nothing."""
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:24]}"'
    headers = {**_kept_headers(tag), "X-Stage": one.stage.value}
    if request.headers.get("if-none-match") == tag:
        return Response("", status_code=304, headers=headers)
    return Response(str(body), media_type="text/html", headers=headers)


def _tag(body: Markup, request: AnyRequest) -> str:
    """Name a page by what is in it; pages with a name in the head have no tag."""
    visit = visit_of(request)
    if visit.signed_in is not None:
        return ""
    parts = (body, visit.prefix, current_language(), fingerprint())
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


def _kept_headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache"}


async def _body(
    request: AnyRequest, conference: ConferenceFacts, one: RoundFacts, *, field: int
) -> Markup:
    """Draw the page once for everybody, and again when it may have changed."""
    kept: KeptPages[Markup] = request.app.state.result_pages
    title = await title_of(conference)
    key = (
        one.id,
        one.digest,
        one.stage,
        title,
        visit_of(request).prefix,
        current_language(),
        field,
    )
    return await kept.get(
        key,
        partial(_drawn, request, conference, one, title=title, field=field),
        seconds=None if one.stage is Stage.CLOSED else LIVE_SECONDS,
    )


async def _drawn(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: RoundFacts,
    *,
    title: Spoken,
    field: int,
) -> Markup:
    result = await _known_result(request, one)
    values = {
        "request": request,
        "conference": conference,
        "title": title,
        "one": view_of(one, conference),
        "shown": shown_result(result, field=field) if result else None,
        "live": result is not None and one.stage is not Stage.CLOSED,
        "digest": one.digest,
        "kinds": [kind.value for kind in kinds_of(result)] if result else [],
        "present": await _present(one),
        "how_to": how_to_vote(one),
        "proposals_path": _proposals_path(request, conference),
    }
    return Markup(_render(request, "results/body.html", values))  # noqa: S704 - ours


def _render(request: AnyRequest, template: str, values: dict[str, Any]) -> str:
    engine: Any = request.app.template_engine
    language = page(request, template).context["language"]
    return str(engine.engine.get_template(template).render(language=language, **values))


def _proposals_path(request: AnyRequest, conference: ConferenceFacts) -> str:
    path = request.app.route_reverse("proposals.list", key=conference.key)
    return f"{visit_of(request).prefix}{path}/"


async def _known_result(request: AnyRequest, one: RoundFacts) -> Result | None:
    sealed = sealed_result(one)
    return sealed or await live_result(one, request.app.state.equal_shares)


async def _present(one: RoundFacts) -> int | None:
    if one.stage is not Stage.OPEN:
        return None
    many = await people_in(one)
    return many if many >= PEOPLE_TO_SHOW else None


@get("/{number:int}/screen", name="results.screen")
async def show_screen(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    one: NamedDependency[RoundFacts],
    settings: NamedDependency[Settings],
) -> Template | Response[str]:
    """Show the first places large, for everybody in the hall."""
    result = await _known_result(request, one)
    path = request.app.route_reverse(
        "results.show", key=conference.key, number=one.number
    )
    values: dict[str, Any] = {
        "conference": conference,
        "title": await title_of(conference),
        "one": view_of(one, conference),
        "shown": shown_result(result, most_bars=SCREEN_BARS) if result else None,
        "live": result is not None and one.stage is not Stage.CLOSED,
        "present": await _present(one),
        "code": qr_svg_address(settings.base_url.rstrip("/") + path),
        "address": settings.base_url.rstrip("/").partition("://")[2] + path,
        "watch": 0 if one.stage is Stage.CLOSED else LIVE_SECONDS,
    }
    if wants_fragment(request, "result"):
        drawn = _render(
            request, "results/screen_view.html", {"request": request, **values}
        )
        return _fragment(request, Markup(drawn), one)  # noqa: S704 - ours
    return page(request, "results/screen.html", **values)


router = Router(
    path="/c/{key:str}/rounds",
    dependencies={
        "conference": Provide(provide_public_conference),
        "one": Provide(provide_round),
    },
    route_handlers=[show_rounds, show_round, show_screen],
    include_in_schema=False,
)
