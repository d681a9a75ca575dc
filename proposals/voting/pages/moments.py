"""Times of rounds in words, where the conference is."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from lip.words import _, current_language


def said_end(closes_at: datetime | None, zone: ZoneInfo, *, now: datetime) -> str:
    """Say until when people vote; nothing where nobody has set an end."""
    if closes_at is None:
        return ""
    local = closes_at.astimezone(zone)
    locale = current_language().replace("-", "_")
    clock = format_time(local, format="short", locale=locale)
    if local.date() == now.astimezone(zone).date():
        return _("bis %(time)s Uhr", time=clock)
    day = format_date(local.date(), format="long", locale=locale)
    return _("bis %(day)s, %(time)s Uhr", day=day, time=clock)
