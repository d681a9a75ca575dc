"""A programme in the words and the language of whoever reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date

from lip.conference.pages.answers import clock
from lip.conference.pages.language_names import said_languages
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.kind_words import KINDS
from lip.programme.queries.pages import translated_title
from lip.programme.rules.days import by_days
from lip.programme.rules.public_page import titles_of
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import RoomFacts, SessionFacts, SpeakerFacts
from lip.said import Said, Spoken
from lip.words import _, current_language, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSpeaker:
    """Who speaks; without consent only in what function and for whom."""

    name: str
    function: Spoken
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSession:
    """A session in words; `late` says what is later than planned, if anything."""

    id: UUID
    kind: str
    kind_label: str
    title: Spoken
    text: Spoken
    begins: str
    ends: str
    begins_at: datetime
    ends_at: datetime
    planned: str
    late: str
    late_short: str
    called_off: bool
    room: str
    way: Spoken
    speakers: Sequence[ShownSpeaker]
    languages: str
    interpreting: str
    sign_up: bool
    seats: int | None
    is_break: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInBrief:
    """What takes place when and where, and what is later than planned."""

    title: Spoken
    begins: str
    ends: str
    room: str
    late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSlot:
    """Sessions that begin at one time."""

    begins: str
    begins_at: datetime
    sessions: Sequence[ShownSession]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDay:
    """One day of a programme."""

    day: date
    heading: str
    slots: Sequence[ShownSlot]


def programme_in_words(
    conference: ConferenceFacts, sessions: Sequence[SessionFacts]
) -> Sequence[ShownDay]:
    """Put a programme into the language of the page, day by day."""
    zone = conference.zone
    return [
        ShownDay(
            day=one.day,
            heading=_day(one.day),
            slots=[
                ShownSlot(
                    begins=clock(slot.begins, zone),
                    begins_at=slot.begins,
                    sessions=[
                        shown_session(each, conference) for each in slot.sessions
                    ],
                )
                for slot in one.slots
            ],
        )
        for one in by_days(sessions, zone)
    ]


def shown_session(one: SessionFacts, conference: ConferenceFacts) -> ShownSession:
    """Put one session into the language of the page."""
    zone = conference.zone
    return ShownSession(
        id=one.id,
        kind=one.kind.value,
        kind_label=_(KINDS[one.kind]),
        title=picked(one.title, conference),
        text=picked(one.text, conference),
        begins=clock(one.begins, zone),
        ends=clock(one.ends, zone),
        begins_at=one.begins,
        ends_at=one.ends,
        planned=clock(one.starts_at, zone),
        late=late_words(one, zone),
        late_short=late_short(one),
        called_off=one.called_off,
        room=room_name(one.room),
        way=picked(one.room.way, conference) if one.room else Spoken(),
        speakers=[_speaker(each, conference) for each in one.speakers],
        languages=said_languages(one.languages),
        interpreting=said_languages(one.interpreting),
        sign_up=one.sign_up,
        seats=one.places if one.sign_up else None,
        is_break=one.kind is SessionKind.BREAK,
    )


def in_brief(one: SessionFacts, conference: ConferenceFacts) -> SessionInBrief:
    """Put when and where a session is into the language of the page."""
    zone = conference.zone
    return SessionInBrief(
        title=picked(one.title, conference),
        begins=clock(one.begins, zone),
        ends=clock(one.ends, zone),
        room=room_name(one.room),
        late=late_words(one, zone),
    )


async def title_of(conference: ConferenceFacts) -> Spoken:
    """Find the title of a conference in the language of the page; one query."""
    page = await translated_title(conference.id)
    return titles_of(conference.title, conference.language, page).pick(
        current_language()
    )


def picked(said: Said, conference: ConferenceFacts) -> Spoken:
    """Pick a text in the page's language, else in the conference's, else any."""
    return said.pick(current_language(), conference.language)


def room_name(room: RoomFacts | None) -> str:
    """Name a room; nothing where there is none."""
    return room.name if room else ""


def late_words(one: SessionFacts, zone: ZoneInfo) -> str:
    """Say what is later than planned: the beginning, or else the end."""
    if one.called_off:
        return ""
    if one.late_minutes > 0:
        return ngettext(
            "Beginnt %(num)s Minute später: %(time)s",
            "Beginnt %(num)s Minuten später: %(time)s",
            one.late_minutes,
            time=clock(one.begins, zone),
        )
    if one.ends_late_minutes > 0:
        return _("Dauert länger, bis %(time)s", time=clock(one.ends, zone))
    return ""


def late_short(one: SessionFacts) -> str:
    """Say how much later it is, beside a time that says when."""
    minutes = one.late_minutes or one.ends_late_minutes
    if one.called_off or minutes <= 0:
        return ""
    return ngettext("%(num)s Minute später", "%(num)s Minuten später", minutes)


def _speaker(one: SpeakerFacts, conference: ConferenceFacts) -> ShownSpeaker:
    return ShownSpeaker(
        name=one.name,
        function=picked(one.function, conference),
        organisation=one.organisation,
    )


def _day(day: date) -> str:
    return format_date(day, "full", locale=current_language().replace("-", "_"))
