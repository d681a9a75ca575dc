"""Days and times of a conference in words, in its own time zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_interval, format_time, get_timezone_name

from lip.conference.queries.conferences import ConferenceFacts
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidDay:
    """A day with the window in which its doors are open."""

    day: str
    opens: str
    closes: str
    from_: datetime
    until: datetime


def said_days(conference: ConferenceFacts) -> Sequence[SaidDay]:
    """Put each day into words."""
    return [
        SaidDay(
            day=format_date(doors.day, "full", locale=locale()),
            opens=_clock(doors.open, conference),
            closes=_clock(doors.close, conference),
            from_=doors.open.astimezone(conference.zone),
            until=doors.close.astimezone(conference.zone),
        )
        for doors in conference.days
    ]


def said_span(conference: ConferenceFacts) -> str:
    """Say from which day to which a conference is."""
    if not conference.days:
        return ""
    first, last = conference.days[0].day, conference.days[-1].day
    if first == last:
        return format_date(first, "full", locale=locale())
    return format_interval(first, last, "yMMMMEEEEd", locale=locale())


def said_opening(conference: ConferenceFacts) -> str:
    """Say from when its doors are open on the first day."""
    if not conference.days:
        return ""
    opens = _clock(conference.days[0].open, conference)
    return _("Einlass ab %(time)s Uhr", time=opens)


def said_zone(conference: ConferenceFacts) -> str:
    """Name the time zone where it is not that of most readers."""
    if conference.zone.key == "Europe/Berlin" or not conference.days:
        return ""
    opens = conference.days[0].open.astimezone(conference.zone)
    return get_timezone_name(opens, locale=locale())


def is_over(conference: ConferenceFacts, *, now: datetime) -> bool:
    """Tell whether its last day has ended."""
    return bool(conference.days) and conference.days[-1].close < now


def said_date(day: date) -> str:
    """Put a day into words."""
    return format_date(day, "long", locale=locale())


def locale() -> str:
    """Name the language of the page as Babel does."""
    return current_language().replace("-", "_")


def _clock(moment: datetime, conference: ConferenceFacts) -> str:
    return format_time(moment, "short", tzinfo=conference.zone, locale=locale())
