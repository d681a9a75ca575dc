"""Make badges, tickets and door lists of people."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval, format_time

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.admission import Doors
from lip.conference.rules.badges import Badge
from lip.conference.rules.codes import shown
from lip.conference.rules.door_list import DoorList, DoorListRow
from lip.conference.rules.printing import Printee
from lip.conference.rules.tickets import Ticket
from lip.words import LANGUAGES, _, current_language, speaking
from lip.words.catalogues import SOURCE


def badge_of(
    person: Printee, code: str, *, conference: ConferenceFacts, base_url: str
) -> Badge:
    """Make the badge of a person, worded in the current language."""
    languages = tuple(
        dict.fromkeys(tag for tag in (person.language, *person.spoken_languages) if tag)
    )
    return Badge(
        name=person.badge_name or said_name(person),
        organisation=person.organisation,
        role=person.role,
        languages=languages,
        code=code,
        url=ticket_address(code, base_url=base_url),
        number=person.number,
        conference=conference.title,
        day=_short_day(_days_of(conference, person.only_on)),
    )


def ticket_of(
    person: Printee,
    code: str,
    *,
    conference: ConferenceFacts,
    base_url: str,
    language: str,
) -> Ticket:
    """Make the ticket of a person in a language."""
    with speaking(language):
        return Ticket(
            conference=conference.title,
            when=when_said(conference, only_on=person.only_on),
            where=conference.place,
            name=said_name(person),
            code=code,
            url=ticket_address(code, base_url=base_url),
            number=person.number,
            organiser=conference.organiser,
            language=language,
        )


def door_list_of(
    people: Iterable[Printee], *, conference: ConferenceFacts, day: date | None
) -> DoorList:
    """Make the door list of a day, or of all days, with everybody who is expected."""
    expected = [
        one
        for one in people
        if not (one.cancelled or one.waiting)
        and (day is None or one.only_on in {None, day})
    ]
    return DoorList(
        conference=conference.title,
        when=when_said(conference, only_on=day),
        where=conference.place,
        rows=[
            DoorListRow(
                number=one.number,
                name=said_name(one),
                organisation=one.organisation,
                sorted_as=one.looked_for or said_name(one),
            )
            for one in expected
        ],
    )


def said_name(person: Printee) -> str:
    """Name a person; who gave no name is a guest with a number."""
    return (
        person.name or person.badge_name or _("Gast %(number)s", number=person.number)
    )


def ticket_address(code: str, *, base_url: str) -> str:
    """Write the address that the QR code of a ticket holds."""
    return f"{base_url.rstrip('/')}/t/{shown(code)}"


def language_for(person: Printee, conference: ConferenceFacts) -> str:
    """Choose the language of a ticket among those that this LIP speaks."""
    wished = (person.language, conference.language)
    return next((tag for tag in wished if tag in LANGUAGES), SOURCE)


def when_said(conference: ConferenceFacts, *, only_on: date | None = None) -> str:
    """Say when a conference is, and from when its doors are open."""
    days = _days_of(conference, only_on)
    if not days:
        return ""
    if len(days) > 1:
        return format_interval(days[0].day, days[-1].day, "yMMMEd", locale=_locale())
    day, opens = _day_and_time(days[0].day, days[0].open, conference.zone, _locale())
    return _("%(day)s, Einlass ab %(time)s Uhr", day=day, time=opens)


@lru_cache(maxsize=512)  # every ticket of a conference says the same
def _day_and_time(
    day: date, opens: datetime, zone: ZoneInfo, locale: str
) -> tuple[str, str]:
    time = format_time(opens, "short", tzinfo=zone, locale=locale)
    return format_date(day, "full", locale=locale), time


def _days_of(conference: ConferenceFacts, only_on: date | None) -> list[Doors]:
    own = [doors for doors in conference.days if doors.day == only_on]
    return own or list(conference.days)


def _short_day(days: list[Doors]) -> str:
    if not days:
        return ""
    if len(days) == 1:
        return format_date(days[0].day, "d. MMMM y", locale=_locale())
    return format_interval(days[0].day, days[-1].day, "yMMMd", locale=_locale())


def _locale() -> str:
    return current_language().replace("-", "_")
