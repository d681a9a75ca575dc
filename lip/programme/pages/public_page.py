"""The page of a conference, for everybody."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from anyio.to_thread import run_sync
from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template
from markupsafe import Markup

from lip.conference.pages.language_names import said_languages
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.programme.documents.event_markup import Event, days_with_zone, event_markup
from lip.programme.documents.share_picture import SIZE, share_picture
from lip.programme.pages.cards import card_of
from lip.programme.pages.document_words import document_line
from lip.programme.pages.downloads import document_answer
from lip.programme.pages.offers import offers_for
from lip.programme.pages.programme_words import programme_in_words
from lip.programme.pages.public_conference import Viewed, provide_viewed
from lip.programme.pages.said_times import is_over, said_days, said_span, said_zone
from lip.programme.queries.files import (
    content_of,
    document_by_id,
    documents_of,
)
from lip.programme.queries.pages import page_of, siblings
from lip.programme.queries.sessions import programme_of
from lip.programme.rules.cards import Card
from lip.programme.rules.public_page import StoredPage, titles_of
from lip.programme.rules.web_addresses import shown_host
from lip.said import Said, Spoken
from lip.settings import Settings
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.words import LANGUAGES, current_language

_PICTURES_KEPT = "public, max-age=3600"


@get("/", name="public.show")
async def show_page(
    request: AnyRequest,
    viewed: NamedDependency[Viewed],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Template:
    """Show what a conference says of itself; an organiser sees her draft."""
    conference = viewed.conference
    stored = await page_of(conference.id)
    sessions = await programme_of(conference.id)
    card = card_of(conference, stored, current_language())
    return page(
        request,
        "programme/public_page.html",
        conference=conference,
        viewed=viewed,
        titles=_heads(conference, stored),
        texts=_texts(conference, stored),
        stored=stored,
        notice=_notice(conference, now=now),
        days=said_days(conference),
        span=said_span(conference),
        zone=said_zone(conference),
        languages_spoken=said_languages(stored.page.languages),
        map_host=shown_host(stored.page.map_url) if stored.page.map_url else "",
        documents=[document_line(one) for one in await documents_of(conference.id)],
        related=await _related(conference, stored),
        offers=await offers_for(request.app.state, conference, now),
        programme=programme_in_words(conference, sessions),
        shared=_shared(request, conference, card, settings),
        markup=Markup(  # noqa: S704 - no sign of it can end its element
            event_markup(_event(request, conference, stored, card, settings))
        ),
    )


def _heads(conference: ConferenceFacts, stored: StoredPage) -> Mapping[str, Spoken]:
    usual, language = conference.language, current_language()
    return {
        "title": titles_of(conference.title, usual, stored.page).pick(language),
        "subtitle": stored.page.subtitle.pick(language, usual),
        "summary": stored.page.summary.pick(language, usual),
        "funders": stored.page.funders.pick(language, usual),
        "series": stored.series.title.pick(language, usual)
        if stored.series
        else Spoken(),
    }


def _texts(
    conference: ConferenceFacts, stored: StoredPage
) -> Mapping[str, tuple[Markup, str]]:
    """Give the longer texts as HTML, each with the language it stands in."""
    found = {}
    for name in ("text", "access", "interpreting"):
        said: Said = getattr(stored.page, name)
        spoken = said.pick(current_language(), conference.language)
        found[name] = (rendered(spoken.text) if spoken else Markup(), spoken.lang)
    return found


def _notice(conference: ConferenceFacts, *, now: datetime) -> str:
    if conference.stage is Stage.ANNOUNCED and is_over(conference, now=now):
        return Stage.HELD.value
    return conference.stage.value


async def _related(
    conference: ConferenceFacts, stored: StoredPage
) -> Sequence[tuple[str, Spoken]]:
    if stored.series is None:
        return ()
    others = await siblings(stored.series.id, but=conference.id)
    return [(key, titles.pick(current_language())) for key, titles in others]


def _address(request: AnyRequest, settings: Settings, name: str, **values: Any) -> str:
    """Write an address in full, in the language of this page."""
    path: str = request.app.route_reverse(name, **values)
    return f"{settings.base_url.rstrip('/')}/{current_language()}{path}"


def _shared(
    request: AnyRequest, conference: ConferenceFacts, card: Card, settings: Settings
) -> Mapping[str, object]:
    said = [card.when, card.where, card.summary or card.subtitle]
    return {
        "address": _address(request, settings, "public.show", key=conference.key),
        "picture": _address(request, settings, "public.picture", key=conference.key),
        "description": " · ".join(filter(None, said))[:300],
        "size": SIZE,
        "others": [
            (tag, f"{settings.base_url.rstrip('/')}/{tag}/c/{conference.key}")
            for tag in LANGUAGES
        ],
    }


def _event(
    request: AnyRequest,
    conference: ConferenceFacts,
    stored: StoredPage,
    card: Card,
    settings: Settings,
) -> Event:
    said = stored.page
    return Event(
        name=card.title,
        description=card.summary or card.subtitle,
        address=_address(request, settings, "public.show", key=conference.key),
        picture=_address(request, settings, "public.picture", key=conference.key),
        language=conference.language,
        languages=said.languages,
        stage=conference.stage,
        days=days_with_zone(conference.days, conference.zone),
        place=conference.place,
        street=", ".join(said.address.splitlines()),
        map_url=said.map_url,
        organiser=conference.organiser,
        organiser_contact={
            "email": said.contact_email,
            "telephone": said.contact_phone,
        },
        series=card.series,
    )


@get("/share.png", name="public.picture")
async def show_picture(
    request: AnyRequest,
    viewed: NamedDependency[Viewed],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Give the picture that stands beside a shared link; caches ask by its tag."""
    conference = viewed.conference
    card = card_of(conference, await page_of(conference.id), current_language())
    tag = f'"{hashlib.sha256(repr((card, settings.accent)).encode()).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": "private, no-store"
        if conference.stage is Stage.DRAFT
        else _PICTURES_KEPT,
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(b"", status_code=304, headers=headers, media_type="image/png")
    drawn = await run_sync(lambda: share_picture(card, accent=settings.accent))
    return Response(drawn, media_type="image/png", headers=headers)


@get("/files/{document:uuid}", name="public.file")
async def send_file(
    document: FromPath[UUID], viewed: NamedDependency[Viewed]
) -> Response[bytes]:
    """Send a document; one that is not published goes to organisers only."""
    found = await document_by_id(document, conference=viewed.conference.id)
    if not found.published and not viewed.by_organiser:
        raise NotFound("unknown_document")
    return document_answer(found, await content_of(found.id))


router = Router(
    path="/c/{key:str}",
    dependencies={"viewed": Provide(provide_viewed)},
    route_handlers=[show_page, show_picture, send_file],
    include_in_schema=False,
)
