"""Badges and the door list on paper."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from lip.accounts.guards import (
    requires_door_keeper,
    requires_organiser,
    requires_own_link,
)
from lip.accounts.rules.identity import Identity
from lip.conference.actions.print_badges import (
    print_badge,
    print_badges,
    print_door_list,
)
from lip.conference.actions.register import ticket_code
from lip.conference.documents.badges import badges_pdf
from lip.conference.documents.door_list import door_list_pdf
from lip.conference.documents.people import badge_of, door_list_of
from lip.conference.pages.badge_wish import (
    BadgeWish,
    counts,
    drawn_formats,
    format_of,
    query_form,
    read_wish,
    roles,
)
from lip.conference.pages.documents import pdf
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.printing import people_to_print
from lip.conference.rules.badges import Badge
from lip.conference.rules.printing import Printee, Selection
from lip.errors import Unusable
from lip.keys import Keys
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.words import LANGUAGES, speaking, spoken


@get("/badges", name="badges.show")
async def show_badges(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Let one choose people and paper, and say how many sheets it takes."""
    form = query_form(request)
    wish = read_wish(form, conference)
    people = await people_to_print(conference)
    each = counts(people, wish)
    badges = each[wish.selection.whose]
    return page(
        request,
        "conference/badges.html",
        status=422 if form.errors else 200,
        conference=conference,
        wish=wish,
        form=form,
        counts=each,
        badges=badges,
        roles=roles(people),
        formats=drawn_formats(badges, first=wish.first),
        tongues=[(tag, one.name) for tag, one in LANGUAGES.items()],
        days=conference.days,
        since=now.isoformat(),
    )


@get("/badges.pdf", name="badges.print", guards=[requires_own_link])
async def print_sheets(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Give the sheets as PDF; opening the same address again gives the same."""
    form = query_form(request)
    wish = read_wish(form, conference)
    if form.errors:
        field = next(iter(form.errors))
        codes = {
            "numbers": "badge_numbers_unreadable",
            "format": "unknown_badge_format",
            "first": "no_such_place_on_the_sheet",
        }
        raise Unusable(codes.get(field, "bad_request"))
    people = await print_badges(
        wish.selection,
        conference=conference,
        format_name=wish.format.name,
        by=identity.actor,
        now=now,
    )
    name = f"namensschilder-{conference.key}.pdf"
    return await _sheets(
        people, wish, name, conference=conference, keys=keys, settings=settings
    )


@get("/door-list.pdf", name="door_list.print", guards=[requires_own_link])
async def print_list(
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
    day: FromQuery[date | None] = None,
    language: FromQuery[str] = "",
) -> Response[bytes]:
    """Give the door list as PDF, for one day or for all."""
    people = await print_door_list(conference=conference, by=identity.actor, now=now)
    tag = spoken(language or conference.language)
    with speaking(tag):
        door_list = door_list_of(people, conference=conference, day=day)
    make = partial(door_list_pdf, door_list, language=tag, accent=settings.accent)
    return await pdf(make, f"einlassliste-{conference.key}.pdf")


@get("/badges/{participant:uuid}", name="badges.one", guards=[requires_own_link])
async def print_one(
    participant: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Print the badge of one person again, on the paper that was used last."""
    person = await print_badge(
        participant, conference=conference, by=identity.actor, now=now
    )
    wish = BadgeWish(
        selection=Selection(),
        format=format_of(conference),
        language=spoken(conference.language),
    )
    name = f"namensschild-{person.number}.pdf"
    return await _sheets(
        [person], wish, name, conference=conference, keys=keys, settings=settings
    )


async def _sheets(
    people: Sequence[Printee],
    wish: BadgeWish,
    name: str,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    settings: Settings,
) -> Response[bytes]:
    def badge(person: Printee) -> Badge:
        code = ticket_code(person.id, person.issue, keys=keys)
        return badge_of(person, code, conference=conference, base_url=settings.base_url)

    with speaking(wish.language):
        badges = [badge(person) for person in people]
    make = partial(
        badges_pdf,
        badges,
        format=wish.format,
        language=wish.language,
        accent=settings.accent,
        first=wish.first,
    )
    return await pdf(make, name)


router = Router(
    path="/conferences/{key:str}",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_badges, print_sheets, print_list],
    include_in_schema=False,
)

desk_router = Router(
    path="/door/{key:str}",
    guards=[requires_door_keeper],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[print_one],
    include_in_schema=False,
)
