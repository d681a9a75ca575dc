"""
A programme as iCalendar (RFC 5545).

Times stand in UTC: no clock change can make one mean two moments, and every calendar
shows them where its owner is. The UID is the session's own, so that a later version
replaces an earlier one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from icalendar import Calendar, Event

from lip.said import Spoken

PRODUCT: Final = "-//LIP//Programm//DE"
READ_AGAIN: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A session as a calendar takes it; `version` grows with every change."""

    id: UUID
    title: Spoken
    begins_at: datetime
    ends_at: datetime
    text: str
    place: str
    address: str
    called_off: bool
    version: int
    changed_at: datetime


def calendar(
    entries: Sequence[CalendarEntry], *, name: str, language: str, address: str
) -> bytes:
    """Write a calendar in one language."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add("name", name, parameters={"LANGUAGE": language})
    made.add("x-wr-calname", name)
    made.add("url", address, parameters={"VALUE": "URI"})
    made.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT30M")
    for entry in entries:
        made.add_component(_event(entry, language))
    content: bytes = made.to_ical()
    return content


def _event(entry: CalendarEntry, language: str) -> Event:
    event = Event()
    event.add("uid", str(entry.id))
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.version)
    event.add("dtstart", entry.begins_at)
    event.add("dtend", entry.ends_at)
    tongue = {"LANGUAGE": entry.title.lang or language}
    event.add("summary", entry.title.text, parameters=tongue)
    event.add("status", "CANCELLED" if entry.called_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.called_off else "OPAQUE")
    event.add("url", entry.address, parameters={"VALUE": "URI"})
    if entry.text:
        event.add("description", entry.text, parameters={"LANGUAGE": language})
    if entry.place:
        event.add("location", entry.place, parameters={"LANGUAGE": language})
    return event
