"""Posters of a conference, to be printed and hung up."""

from typing import Final

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.accounts.guards import requires_organiser
from lip.conference.pages.documents import pdf
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.programme.documents.poster import MOST_LANGUAGES, PaperSize, poster_pdf
from lip.programme.pages.cards import card_of
from lip.programme.queries.pages import page_of
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.words import LANGUAGES

SIZES: Final = [(PaperSize.A4.value, "A4"), (PaperSize.A3.value, "A3")]


@get("/", name="poster.show")
async def show_choice(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Ask for size and languages."""
    stored = await page_of(conference.id)
    written = {conference.language, *stored.page.title, *stored.page.summary}
    return page(
        request,
        "programme/posters.html",
        conference=conference,
        sizes=SIZES,
        tongues=[(tag, one.name) for tag, one in LANGUAGES.items()],
        chosen=[tag for tag in LANGUAGES if tag in written][:MOST_LANGUAGES],
        complete=bool(stored.page.summary or stored.page.subtitle),
    )


@get("/poster.pdf", name="poster.print")
async def print_poster(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Make the poster, with one QR code for all of its languages."""
    wished = request.query_params.getall("language", [])
    tags = [tag for tag in LANGUAGES if tag in wished][:MOST_LANGUAGES]
    if not tags:
        raise Unusable("no_language_for_poster")
    large = request.query_params.get("size") == PaperSize.A3.value
    size = PaperSize.A3 if large else PaperSize.A4
    stored = await page_of(conference.id)
    cards = [card_of(conference, stored, tag) for tag in tags]
    prefix = f"/{tags[0]}" if len(tags) == 1 else ""
    path = request.app.route_reverse("public.show", key=conference.key)
    return await pdf(
        lambda: poster_pdf(
            cards,
            address=settings.base_url.rstrip("/") + prefix + path,
            size=size,
            accent=settings.accent,
            funders=stored.page.funders.pick(tags[0], conference.language).text,
        ),
        f"{conference.key}-{size.value}-{'-'.join(tags)}.pdf",
    )


router = Router(
    path="/conferences/{key:str}/page/posters",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_choice, print_poster],
    include_in_schema=False,
)
