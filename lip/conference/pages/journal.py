"""The journal: for organisers of their conference, for administrators of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.accounts.guards import requires_administrator, requires_organiser
from lip.conference.pages.journal_lines import Names, line, names_in
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts, all_conferences
from lip.journal.queries import Filter, actors_in, entries, number_of_entries
from lip.journal.rules.acts import Act
from lip.journal.sentences import ACTS
from lip.web.forms import Form
from lip.web.page import AnyRequest, page
from lip.web.pages import ZONE, prefixed
from lip.words import _

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a reader of the journal asked for, as it stands in the address."""

    act: Act | None
    who: UUID | None
    about: UUID | None
    since: date | None
    until: date | None
    page: int

    def filter(self, scope: str, zone: ZoneInfo) -> Filter:
        """Turn days into moments where the conference is."""
        return Filter(
            scope=scope,
            acts=frozenset({self.act} if self.act else ()),
            actor=self.who,
            subject=self.about,
            since=_midnight(self.since, zone),
            until=_midnight(self.until, zone, after=1),
        )

    def address(self, page_number: int = 1, **changes: object) -> str:
        """Write the wish as the query of an address, for another page of the list."""
        fields = {
            "act": self.act,
            "who": self.who,
            "about": self.about,
            "since": self.since,
            "until": self.until,
            "page": page_number if page_number > 1 else None,
        } | changes
        return urlencode({name: str(value) for name, value in fields.items() if value})

    @property
    def narrows(self) -> bool:
        """Tell whether anything at all is left out."""
        return bool(self.address())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Where the journal is read: one conference, or everything (empty scope)."""

    path: str
    scope: str
    zone: ZoneInfo
    conferences: Sequence[ConferenceFacts]


@get("/", name="journal.list")
async def show_journal(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show what was done at this conference."""
    reader = Reader(
        path=prefixed(request, "journal.list", key=conference.key),
        scope=conference.key,
        zone=conference.zone,
        conferences=[conference],
    )
    return await _journal(request, reader, conference=conference)


@get("/", name="journal.all")
async def show_whole_journal(request: AnyRequest) -> Template:
    """Show what was done anywhere."""
    reader = Reader(
        path=prefixed(request, "journal.all"),
        scope="",
        zone=ZONE,
        conferences=await all_conferences(),
    )
    return await _journal(request, reader, conference=None)


async def _journal(
    request: AnyRequest, reader: Reader, *, conference: ConferenceFacts | None
) -> Template:
    form = Form({name: [value] for name, value in request.query_params.items()})
    wish = _wish(form)
    wanted = wish.filter(reader.scope, reader.zone)
    number = await number_of_entries(wanted)
    pages = max(1, -(-number // PER_PAGE))
    here = min(wish.page, pages)
    found = await entries(wanted, limit=PER_PAGE, offset=(here - 1) * PER_PAGE)
    actors = await actors_in(reader.scope)
    names = await names_in(
        found,
        actors,
        conferences={one.id: one.title for one in reader.conferences},
        titles={one.key: one.title for one in reader.conferences},
        namers=request.app.state.namers,
    )
    return page(
        request,
        "conference/journal.html",
        frame="conference/frame.html" if conference else "accounts/frame.html",
        conference=conference,
        lines=[line(entry, names, zone=reader.zone) for entry in found],
        number=number,
        wish=wish,
        path=reader.path,
        about=names.about(wish.about),
        acts=sorted(((act.value, _(word)) for act, word in ACTS.items()), key=_by_word),
        actors=_choices(actors, names),
        errors=form.errors,
        page=here,
        pages=pages,
        before=f"{reader.path}?{wish.address(here - 1)}" if here > 1 else "",
        after=f"{reader.path}?{wish.address(here + 1)}" if here < pages else "",
    )


def _wish(form: Form) -> Wish:
    """Read the address; what cannot be read does not narrow."""
    act, number = form.raw("act"), form.raw("page")
    return Wish(
        act=Act(act) if act in set(Act) else None,
        who=_uuid(form.raw("who")),
        about=_uuid(form.raw("about")),
        since=form.day("since"),
        until=form.day("until"),
        page=int(number) if number.isdecimal() and 0 < len(number) < 7 else 1,
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _midnight(day: date | None, zone: ZoneInfo, *, after: int = 0) -> datetime | None:
    if day is None or not 1 < day.year < 9999:
        return None
    return datetime.combine(day + timedelta(days=after), time.min, zone)


def _choices(actors: frozenset[UUID], names: Names) -> Sequence[tuple[str, str]]:
    found = [(str(one), names.people.get(one, "")) for one in actors]
    return sorted((choice for choice in found if choice[1]), key=_by_word)


def _by_word(choice: tuple[str, str]) -> str:
    return choice[1].casefold()


router = Router(
    path="/conferences/{key:str}/journal",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_journal],
    include_in_schema=False,
)
whole_router = Router(
    path="/journal",
    guards=[requires_administrator],
    route_handlers=[show_whole_journal],
    include_in_schema=False,
)
