"""The programme for everybody: a page, and calendars to take along."""

from collections.abc import Sequence
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template

from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.documents.calendar import calendar
from lip.programme.pages.calendar_words import entries_of
from lip.programme.pages.programme_words import programme_in_words, title_of
from lip.programme.pages.public_conference import provide_public_conference
from lip.programme.queries.sessions import programme_of, session_by_id
from lip.programme.rules.sessions import SessionFacts
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.web.pages import prefixed
from lip.words import current_language

_ENDING = ".ics"


@get("/programme", name="programme.show")
async def show_programme(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the programme by day and time."""
    sessions = await programme_of(conference.id)
    return page(
        request,
        "programme/public_programme.html",
        conference=conference,
        title=await title_of(conference),
        programme=programme_in_words(conference, sessions),
    )


@get("/programme.ics", name="programme.calendar")
async def send_calendar(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Send the whole programme as a calendar, in the language of the address."""
    sessions = await programme_of(conference.id)
    return await _calendar(request, conference, sessions, settings)


@get("/sessions/{ics:str}", name="programme.session_calendar")
async def send_session(
    request: AnyRequest,
    ics: FromPath[str],
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Send one session as a calendar; its address ends in `.ics`."""
    try:
        session = UUID(ics.removesuffix(_ENDING))
    except ValueError as error:
        raise NotFound("unknown_session") from error
    one = await session_by_id(session, conference=conference.id)
    return await _calendar(request, conference, [one], settings)


async def _calendar(
    request: AnyRequest,
    conference: ConferenceFacts,
    sessions: Sequence[SessionFacts],
    settings: Settings,
) -> Response[bytes]:
    path = prefixed(request, "programme.show", key=conference.key)
    address = settings.base_url.rstrip("/") + path
    content = calendar(
        entries_of(conference, sessions, address=address),
        name=(await title_of(conference)).text,
        language=current_language(),
        address=address,
    )
    return Response(
        content,
        media_type="text/calendar",
        headers={
            "Content-Disposition": f'inline; filename="{conference.key}{_ENDING}"',
            "Cache-Control": "no-cache",
        },
    )


router = Router(
    path="/c/{key:str}",
    dependencies={"conference": Provide(provide_public_conference)},
    route_handlers=[show_programme, send_calendar, send_session],
    include_in_schema=False,
)
