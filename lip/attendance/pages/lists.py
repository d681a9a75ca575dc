"""Attendance lists for funders: choose, print, export."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from anyio.to_thread import run_sync
from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_organiser, requires_own_link
from lip.accounts.rules.identity import Identity
from lip.attendance.actions.make_list import make_list
from lip.attendance.documents.attendance_list import ListPaper, attendance_list_pdf
from lip.attendance.documents.list_words import COLUMN_WORDS
from lip.attendance.documents.wording import said_day, said_minutes
from lip.attendance.queries.lists import listed_in
from lip.attendance.queries.presence import Attendance, attendance_of
from lip.attendance.rules.lists import (
    USUAL,
    ListColumn,
    Listed,
    ListWish,
    cells_of,
    chosen_columns,
)
from lip.conference.documents.people import when_said
from lip.conference.files.export import table_csv, table_xlsx
from lip.conference.pages.answers import clock
from lip.conference.pages.documents import pdf
from lip.conference.pages.language_names import said_language
from lip.conference.pages.participants import file_answer
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.sheet import SheetKind
from lip.programme.queries.pages import page_of
from lip.programme.queries.sessions import SessionFacts, session_by_id
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.words import _, current_language


@get("/", name="lists.show")
async def show_lists(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Offer the lists that there can be, with how many people stand on each."""
    attendance = await attendance_of(conference, now=now)
    return page(
        request,
        "attendance/lists.html",
        conference=conference,
        offered=_offered(attendance, conference),
        columns=[(one.value, _(COLUMN_WORDS[one])) for one in ListColumn],
        usual=[one.value for one in USUAL],
        people=len(attendance.people),
    )


def _offered(
    attendance: Attendance, conference: ConferenceFacts
) -> Sequence[tuple[str, str, int]]:
    """Name every list that has somebody on it: value, words, people."""
    whole = [("", _("ganze Konferenz"), ListWish())] if len(conference.days) > 1 else []
    days = [
        (f"day:{doors.day.isoformat()}", said_day(doors.day), ListWish(day=doors.day))
        for doors in conference.days
    ]
    sessions = [
        (f"session:{one.id}", _session_words(one, conference), ListWish(session=one.id))
        for one in attendance.sessions
    ]
    found = [
        (value, words, len(listed_in(attendance, wish)))
        for value, words, wish in (*days, *whole, *sessions)
    ]
    return [line for line in found if line[2]]


def _session_words(one: SessionFacts, conference: ConferenceFacts) -> str:
    title = one.title.pick(current_language(), conference.language).text
    return f"{clock(one.begins, conference.zone)} · {title}"


@get("/list.pdf", name="lists.print", guards=[requires_own_link])
async def print_list(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    settings: NamedDependency[Settings],
    of: FromQuery[str] = "",
) -> Response[bytes]:
    """Give a list to print, to be signed or with times."""
    wish = _wish(of, request)
    people = await make_list(
        wish, conference=conference, kind="pdf", by=identity.actor, now=now
    )
    paper = await _paper(wish, people, conference)
    make = partial(
        attendance_list_pdf,
        paper,
        language=current_language(),
        accent=settings.accent,
    )
    return await pdf(make, f"{conference.key}-attendance.pdf")


@get("/list", name="lists.export", guards=[requires_own_link])
async def export_list(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    of: FromQuery[str] = "",
    kind: FromQuery[SheetKind] = SheetKind.XLSX,
) -> Response[bytes]:
    """Hand out a list as a file in which no cell is a formula."""
    wish = _wish(of, request)
    people = await make_list(
        wish, conference=conference, kind=kind.value, by=identity.actor, now=now
    )
    rows = [
        tuple(_(COLUMN_WORDS[one]) for one in wish.columns),
        *_cells(people, wish, conference),
    ]
    write: Callable[[], bytes] = (
        partial(table_csv, rows)
        if kind is SheetKind.CSV
        else partial(table_xlsx, _("Anwesenheitsliste"), rows)
    )
    name = f"{conference.key}-attendance.{kind.value}"
    return file_answer(await run_sync(write), name, kind.media_type)


def _wish(of: str, request: AnyRequest) -> ListWish:
    columns = chosen_columns(request.query_params.getall("column", []))
    what, _colon, value = of.partition(":")
    try:
        if what == "session":
            return ListWish(session=UUID(value), columns=columns)
        if what == "day":
            return ListWish(day=date.fromisoformat(value), columns=columns)
    except ValueError:
        return ListWish(day=date.min, columns=columns)  # nobody was there
    return ListWish(columns=columns)


async def _paper(
    wish: ListWish, people: Sequence[Listed], conference: ConferenceFacts
) -> ListPaper:
    of, when = "", when_said(conference, only_on=wish.day)
    if wish.session is not None:
        session = await session_by_id(wish.session, conference=conference.id)
        of = session.title.pick(current_language(), conference.language).text
        begins, ends = (
            clock(at, conference.zone) for at in (session.begins, session.ends)
        )
        when = f"{said_day(session.day(conference.zone))}, {begins} – {ends}"
    public = (await page_of(conference.id)).page
    return ListPaper(
        conference=conference.title,
        organiser=conference.organiser,
        funders=public.funders.pick(current_language(), conference.language).text,
        of=of,
        when=when,
        where=conference.place,
        columns=wish.columns,
        rows=_cells(people, wish, conference),
    )


def _cells(
    people: Sequence[Listed], wish: ListWish, conference: ConferenceFacts
) -> Sequence[tuple[str, ...]]:
    return [
        cells_of(
            one,
            wish.columns,
            clock=lambda at: clock(at, conference.zone),
            duration=said_minutes,
            language=said_language,
        )
        for one in people
    ]


router = Router(
    path="/conferences/{key:str}/lists",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_lists, print_list, export_list],
    include_in_schema=False,
)
