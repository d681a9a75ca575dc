"""Hours, days and other words of attendance, in the current language."""

from datetime import date, datetime, time

from babel.dates import format_date, format_time

from lip.attendance.rules.certificates import hours_and_minutes
from lip.words import _, current_language


def said_minutes(minutes: int) -> str:
    """Say a stretch of time: hours and minutes, or minutes only."""
    hours, rest = hours_and_minutes(minutes)
    if not hours:
        return _("%(minutes)s Min.", minutes=rest)
    if not rest:
        return _("%(hours)s Std.", hours=hours)
    return _("%(hours)s Std. %(minutes)s Min.", hours=hours, minutes=rest)


def said_day(day: date, form: str = "full") -> str:
    """Write a day as people write it."""
    return format_date(day, form, locale=_locale())


def said_clock(written: str) -> str:
    """Write a local time that is kept as "08:05"."""
    hour, _colon, minute = written.partition(":")
    return format_time(time(int(hour), int(minute)), "short", locale=_locale())


def said_date_of(moment: datetime) -> str:
    """Write the day of a moment that is in local time already."""
    return format_date(moment.date(), "long", locale=_locale())


def _locale() -> str:
    return current_language().replace("-", "_")
