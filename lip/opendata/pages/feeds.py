"""What is new, where everything stands, and what robots may read."""

from collections.abc import Sequence
from typing import Final

from litestar import Response, Router, get
from litestar.di import NamedDependency

from lip.opendata.documents.feeds import Feed, atom, newest, site_map
from lip.opendata.pages.answers import open_answer, site_of
from lip.opendata.pages.described import file_of
from lip.opendata.pages.keeping import kept
from lip.opendata.queries.listing_paths import election_paths, lists_of
from lip.settings import Settings
from lip.subjects import Document
from lip.web.page import AnyRequest
from lip.web.visit import visit_of
from lip.words import LANGUAGES, _, current_language

CLOSED: Final = (
    *("/conferences/", "/edit/", "/desk", "/sign-in", "/accounts", "/journal"),
    *("/t/", "/p/", "/v/", "/i/", "/door/", "/kiosk/", "/check"),
)
"""Pages of people and of the team; in every language of the house."""

_BESIDE: Final = (
    *("data.interface", "data.api", "monitoring.overdue", "monitoring.figures"),
    *("imprint", "privacy", "accessibility"),
)
"""Public pages that stand in no section."""


@get(
    "/feed.atom",
    name="feed.show",
    **file_of("What is new, as Atom", "application/atom+xml"),
    tags=["Data"],
)
async def send_feed(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Send what changed last, in the language of the address."""
    site = site_of(settings)
    documents = await _documents(request)
    feed = Feed(
        address=f"{site.base}{visit_of(request).prefix}/feed.atom",
        title=_("Neues: %(name)s", name=site.name),
        language=current_language(),
        entries=newest(documents, current_language()),
    )
    text = atom(feed, site)
    return open_answer(request, text.encode(), "application/atom+xml; charset=utf-8")


@get("/sitemap.xml", name="site_map.show", include_in_schema=False)
async def send_site_map(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Send where all public pages stand."""
    sections = request.app.state.public_sections
    routes = [*(one.route for one in sections), *_BESIDE]
    documents = await _documents(request)
    paths = [
        *(request.app.route_reverse(one) for one in routes),
        *await kept(request, "elections", election_paths),
        *lists_of(documents),
    ]
    text = site_map(documents, paths, list(LANGUAGES), site_of(settings))
    return open_answer(request, text.encode(), "application/xml; charset=utf-8")


@get("/robots.txt", name="robots.show", include_in_schema=False)
async def send_robots(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Say what robots may read: all that is public."""
    lines = ["User-agent: *"]
    for path in CLOSED:
        lines += [f"Disallow: {path}", f"Disallow: /*{path}"]
    lines += ["", f"Sitemap: {site_of(settings).base}/sitemap.xml", ""]
    return open_answer(request, "\n".join(lines).encode(), "text/plain; charset=utf-8")


async def _documents(request: AnyRequest) -> Sequence[Document]:
    async def read() -> Sequence[Document]:
        listings = request.app.state.documents
        return [one for listing in listings async for one in listing()]

    return await kept(request, f"documents {current_language()}", read)


router = Router(path="/", route_handlers=[send_feed, send_site_map, send_robots])
