"""Who is responsible, what is kept of people, and for whom these pages work."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template
from markupsafe import Markup

from lip.programme.pages.public_conference import Viewed, provide_viewed
from lip.programme.pages.said_times import said_date
from lip.programme.queries.pages import page_of
from lip.programme.rules.public_page import PublicPage
from lip.said import Spoken
from lip.settings import Settings
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.words import current_language

LOOKED_AT: Final = date(2026, 11, 22)
"""When the accessibility of all pages of LIP itself was judged last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """
    What editors say before the ready text, or instead of it.

    The rest is of accessibility: what has which barrier and why, how that was judged
    and when.
    """

    html: Markup
    lang: str
    instead: bool
    exceptions: Markup
    exceptions_lang: str
    how: Spoken
    when: str


@get("/imprint", name="imprint")
async def show_imprint(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Template:
    """Say who runs these pages."""
    return page(
        request,
        "programme/imprint.html",
        conference=None,
        said=PublicPage(),
        operator=settings.operator,
        lines=settings.imprint_lines,
        own=await _own_words(request, "imprint"),
    )


@get("/imprint", name="public.imprint")
async def show_conference_imprint(
    request: AnyRequest,
    viewed: NamedDependency[Viewed],
    settings: NamedDependency[Settings],
) -> Template:
    """Say who is responsible for a conference, and who runs the pages."""
    stored = await page_of(viewed.conference.id)
    return page(
        request,
        "programme/imprint.html",
        conference=viewed.conference,
        said=stored.page,
        operator=settings.operator,
        lines=settings.imprint_lines,
        own=await _own_words(request, "imprint"),
    )


@get("/privacy", name="privacy")
async def show_privacy(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Template:
    """Say what is kept of people, for how long, and what they may ask for."""
    return page(
        request,
        "programme/privacy.html",
        operator=settings.operator,
        lines=settings.imprint_lines,
        kinds=getattr(request.app.state, "kinds", ()),
        own=await _own_words(request, "privacy"),
    )


@get("/accessibility", name="accessibility")
async def show_accessibility(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Template:
    """Say for whom these pages work, what is missing, and whom to tell."""
    return page(
        request,
        "programme/accessibility.html",
        operator=settings.operator,
        lines=settings.imprint_lines,
        email=settings.contact_email,
        arbitration=settings.arbitration_lines,
        own=await _own_words(request, "accessibility"),
    )


async def _own_words(request: AnyRequest, name: str) -> OwnWords:
    """Ask what editors say on this page in their own words."""
    said = await request.app.state.duty_text(name)
    language = current_language()
    spoken, exceptions = said.text.pick(language), said.exceptions.pick(language)
    return OwnWords(
        html=rendered(spoken.text, highest=2) if spoken else Markup(),
        lang=spoken.lang,
        instead=said.instead,
        exceptions=rendered(exceptions.text) if exceptions else Markup(),
        exceptions_lang=exceptions.lang,
        how=said.examined_how.pick(language),
        when=said_date(said.examined_on or LOOKED_AT),
    )


router = Router(
    path="/",
    route_handlers=[show_imprint, show_privacy, show_accessibility],
    include_in_schema=False,
)

conference_router = Router(
    path="/c/{key:str}",
    dependencies={"viewed": Provide(provide_viewed)},
    route_handlers=[show_conference_imprint],
    include_in_schema=False,
)
