"""Every page of a programme and of what everybody reads of a conference."""

from lip.conference.queries.conferences import conference_by_key
from lip.programme.queries.files import documents_of
from lip.programme.queries.sessions import programme_of, rooms_of, speakers_of
from lip.sample.fill_in import KEY
from lip.sample.public_page import EARLIER
from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "public.picture",
    "public.file",
    "poster.print",
    "programme.calendar",
    "programme.session_calendar",
    "board.live",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    conference = (await conference_by_key(KEY)).id
    return {
        "document": str((await documents_of(conference))[0].id),
        "session": str((await programme_of(conference))[-1].id),
        "room": str((await rooms_of(conference))[0].id),
        "speaker": str((await speakers_of(conference))[0].id),
    }


FOR_ORGANISERS = {
    "sessions.list": "{place}/programme",
    "sessions.new": "{place}/programme/sessions/new",
    "sessions.edit": "{place}/programme/sessions/{session}",
    "sessions.ask": "{place}/programme/sessions/{session}/remove",
    "rooms.list": "{place}/programme/rooms",
    "rooms.edit": "{place}/programme/rooms/{room}",
    "speakers.list": "{place}/programme/speakers",
    "speakers.edit": "{place}/programme/speakers/{speaker}",
    "agenda.show": "{place}/agenda",
    "a programme without sessions": "/conferences/leer/programme",
    "an agenda without sessions": "/conferences/leer/agenda",
    "page.edit": "{place}/page",
    "stage.show": "{place}/page/stage",
    "series.show": "{place}/page/series",
    "files.list": "{place}/page/files",
    "files.edit": "{place}/page/files/{document}",
    "poster.show": "{place}/page/posters",
    "empty documents": "/conferences/leer/page/files",
    "empty series": "/conferences/leer/page/series",
}
FOR_EVERYBODY = {
    "public.show": "/c/{key}",
    "public.imprint": "/c/{key}/imprint",
    "conference without texts": "/c/leer",
    "conference in the archive": f"/c/{EARLIER}",
    "programme.show": "/c/{key}/programme",
    "board.show": "/c/{key}/board",
    "empty board": "/c/leer/board",
    "empty programme": "/c/leer/programme",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return looked_at_by("admin", FOR_ORGANISERS, found) | looked_at_by(
        "nobody", FOR_EVERYBODY, found
    )
