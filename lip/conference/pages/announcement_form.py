"""The form for what is said of a conference, with as many days as it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from lip.conference.actions.announce import Announcement
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.admission import Doors
from lip.errors import Refusal
from lip.web.forms import Form
from lip.words import LANGUAGES, _

MOST_DAYS: Final = 14
FIELDS: Final[Mapping[str, str]] = {
    "conference_key_unusable": "key",
    "conference_key_reserved": "key",
    "conference_key_taken": "key",
    "conference_needs_title": "title",
    "unknown_zone": "zone",
}
"""At which field a refusal is said; all others belong to the first day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day as it stands in the form."""

    day: str = ""
    opens: str = "09:00"
    closes: str = "18:00"


def field_of(refusal: Refusal) -> str:
    """Say at which field a refusal belongs."""
    return FIELDS.get(refusal.code, "day_1")


def typed_days(form: Form) -> list[DayRow]:
    """Give the days as they were typed."""
    try:
        many = int(form.raw("rows"))
    except ValueError:
        many = 1
    return [
        DayRow(
            day=form.raw(f"day_{number}")[:20],
            opens=form.raw(f"opens_{number}")[:20],
            closes=form.raw(f"closes_{number}")[:20],
        )
        for number in range(1, min(max(many, 1), MOST_DAYS) + 1)
    ]


def rows_asked_for(form: Form) -> Sequence[DayRow] | None:
    """Add or remove a day, if a button for that was pressed; else None."""
    rows = typed_days(form)
    if form.raw("add_day"):
        return [*rows, _day_after(rows[-1])][:MOST_DAYS]
    gone = form.raw("remove_day")
    if gone.isdecimal():
        kept = [row for number, row in enumerate(rows, 1) if number != int(gone)]
        return kept or [DayRow()]
    return None


def _day_after(row: DayRow) -> DayRow:
    try:
        next_day = date.fromisoformat(row.day) + timedelta(days=1)
    except (ValueError, OverflowError):
        return DayRow(opens=row.opens, closes=row.closes)
    return DayRow(day=next_day.isoformat(), opens=row.opens, closes=row.closes)


def days_of(conference: ConferenceFacts) -> Sequence[DayRow]:
    """Write the days of a conference as they stand in the form."""
    return [
        DayRow(
            day=doors.day.isoformat(),
            opens=f"{doors.open.astimezone(conference.zone):%H:%M}",
            closes=f"{doors.close.astimezone(conference.zone):%H:%M}",
        )
        for doors in conference.days
    ] or [DayRow()]


def read_announcement(form: Form) -> Announcement | None:
    """Read what is said of a conference; None where something is wrong."""
    language = form.raw("language")
    if language not in LANGUAGES:
        form.refuse("language", _("Bitte wählen Sie einen der Werte aus der Liste."))
    title = form.text("title", required=True)
    days = _days(form)
    said = Announcement(
        title=title,
        days=days,
        place=form.text("place"),
        organiser=form.text("organiser"),
        language=language,
        zone=form.raw("zone"),
        hand_out=form.text("hand_out", most=1000, lines=True),
        needs_kept_days=form.whole_number("needs_kept_days", most=365, default=14),
    )
    return None if form.errors else said


def _days(form: Form) -> Sequence[Doors]:
    zone = form.raw("zone")
    if zone not in available_timezones():
        form.refuse("zone", _("Bitte wählen Sie einen der Werte aus der Liste."))
        return ()
    days: list[Doors] = []
    for number in range(1, len(typed_days(form)) + 1):
        doors = _doors(form, number, ZoneInfo(zone))
        if doors is None:
            continue
        if any(other.day == doors.day for other in days):
            form.refuse(f"day_{number}", _("Dieser Tag steht schon da."))
        days.append(doors)
    return sorted(days, key=lambda doors: doors.day)


def _doors(form: Form, number: int, zone: ZoneInfo) -> Doors | None:
    day = form.day(f"day_{number}")
    opens = _time(form, f"opens_{number}")
    closes = _time(form, f"closes_{number}")
    if day is None:
        form.refuse(f"day_{number}", _("Bitte geben Sie den Tag ein."))
    if opens and closes and closes <= opens:
        sentence = _("Das Ende des Einlasses muss nach seinem Beginn liegen.")
        form.refuse(f"closes_{number}", sentence)
    if form.errors or day is None or opens is None or closes is None:
        return None
    return Doors(
        day=day,
        open=datetime.combine(day, opens, zone).astimezone(UTC),
        close=datetime.combine(day, closes, zone).astimezone(UTC),
    )


def _time(form: Form, name: str) -> time | None:
    try:
        return time.fromisoformat(form.raw(name).strip()).replace(tzinfo=None)
    except ValueError:
        form.refuse(name, _("Bitte eine Uhrzeit wie 09:00 eingeben."))
        return None


def zones(current: str) -> Sequence[tuple[str, str]]:
    """Offer the time zones of Europe, and the one that is set."""
    known = {zone for zone in available_timezones() if zone.startswith("Europe/")}
    return [(zone, zone.replace("_", " ")) for zone in sorted(known | {current})]
