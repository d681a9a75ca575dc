"""Announce a conference, and change what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, available_timezones

from lip.conference.actions.keeping import move_needs
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.admission import Doors
from lip.conference.rules.keys import KEY_FORM, RESERVED
from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference, ConferenceDay
from lip.database import refused_if_taken, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What is said of a conference."""

    title: str
    days: Sequence[Doors]
    place: str = ""
    organiser: str = ""
    language: str = "de"
    zone: str = "Europe/Berlin"
    hand_out: str = ""
    needs_kept_days: int = 14


async def announce(
    key: str,
    said: Announcement,
    *,
    by: Actor,
    now: datetime,
    stage: Stage = Stage.ANNOUNCED,
) -> UUID:
    """
    Announce a conference under a key that stands in its addresses for good.

    As a draft it is there for its organisers only, until they announce it.
    """
    if not KEY_FORM.fullmatch(key):
        raise Unusable("conference_key_unusable")
    if key in RESERVED:
        raise Unusable("conference_key_reserved", key=key)
    _check(said)
    act = Act.CONFERENCE_ANNOUNCED
    if stage is Stage.DRAFT:
        act = Act.CONFERENCE_DRAFTED
    conference = Conference(
        id=uuid4(), key=key, stage=stage, created_at=now, **_columns(said)
    )
    with refused_if_taken(Conflict("conference_key_taken", key=key), "key"):
        async with transaction():
            await conference.save()
            await _write_days(conference.id, said.days)
            await record(_entry(act, conference.id, key, by, now))
    return conference.id


async def change_conference(
    key: str, said: Announcement, *, by: Actor, now: datetime
) -> None:
    """Change what is said of a conference; arrivals keep their day."""
    _check(said)
    conference = await conference_by_key(key)
    async with transaction():
        await Conference.update(**_columns(said)).where(Conference.id == conference.id)
        await ConferenceDay.delete().where(ConferenceDay.conference == conference.id)
        await _write_days(conference.id, said.days)
        await move_needs(conference.id)
        await record(_entry(Act.CONFERENCE_CHANGED, conference.id, key, by, now))


def _check(said: Announcement) -> None:
    if not said.title:
        raise Unusable("conference_needs_title")
    if not said.days:
        raise Unusable("conference_needs_day")
    if any(doors.close <= doors.open for doors in said.days):
        raise Unusable("doors_close_too_early")
    if len({doors.day for doors in said.days}) < len(said.days):
        raise Unusable("conference_day_twice")
    if said.zone not in available_timezones():
        raise Unusable("unknown_zone")


def _columns(said: Announcement) -> dict[str, Any]:
    return {
        "title": said.title,
        "place": said.place,
        "organiser": said.organiser,
        "language": said.language,
        "zone": said.zone,
        "hand_out": said.hand_out,
        "needs_kept_days": said.needs_kept_days,
    }


async def _write_days(conference: UUID, days: Sequence[Doors]) -> None:
    rows = [
        ConferenceDay(
            id=uuid4(),
            conference=conference,
            day=doors.day,
            opens_at=doors.open,
            closes_at=doors.close,
        )
        for doors in days
    ]
    await ConferenceDay.insert(*rows)


def day_between(opens: datetime, closes: datetime, zone: ZoneInfo) -> Doors:
    """Make the doors of one day; it is the day on which they open."""
    return Doors(day=opens.astimezone(zone).date(), open=opens, close=closes)


def _entry(act: Act, one: UUID, key: str, by: Actor, now: datetime) -> Entry:  # noqa: PLR0917 - a short form
    return Entry(at=now, by=by, act=act, subject=one, scope=key)


async def show_numbers_at_kiosk(
    conference: ConferenceFacts, *, show: bool, by: Actor, now: datetime
) -> None:
    """Let tablets say under which number a badge is picked up, or not."""
    async with transaction():
        this = Conference.id == conference.id
        await Conference.update({Conference.kiosk_numbers: show}).where(this)
        await note_of(
            Act.CONFERENCE_CHANGED, conference.id, conference.key, by=by, now=now
        )
