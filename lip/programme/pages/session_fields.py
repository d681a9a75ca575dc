"""The fields of a session: as they stand in the form, and read from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date

from lip.conference.pages.language_names import read_languages, said_languages
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.actions.plan_session import SessionWish
from lip.programme.rules.local_times import Never, Twice, is_twice, moment
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import SessionFacts
from lip.web.forms import Form
from lip.words import LANGUAGES, _, current_language, spoken

FIRST: Final = "first"
SECOND: Final = "second"
EVENING, MORNING = time(17), time(6)
"""What begins after the one and ends before the other lasts until the next day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFields:
    """A session as it stands in the form; `*_which` only where a clock goes back."""

    title: Mapping[str, str] = field(default_factory=dict)
    text: Mapping[str, str] = field(default_factory=dict)
    kind: str = SessionKind.TALK.value
    day: str = ""
    starts: str = ""
    ends: str = ""
    starts_which: str = ""
    ends_which: str = ""
    room: str = ""
    languages: str = ""
    interpreting: str = ""
    speakers: Sequence[str] = ()
    sign_up: bool = False
    seats: str = ""
    version: str = ""


def fields_of(one: SessionFacts, zone: ZoneInfo) -> SessionFields:
    """Write a session as it stands in the form, with its planned times."""
    starts, ends = one.starts_at.astimezone(zone), one.ends_at.astimezone(zone)
    return SessionFields(
        title=one.title,
        text=one.text,
        kind=one.kind.value,
        day=starts.date().isoformat(),
        starts=f"{starts:%H:%M}",
        ends=f"{ends:%H:%M}",
        starts_which=_which(one.starts_at, zone),
        ends_which=_which(one.ends_at, zone),
        room=str(one.room.id) if one.room else "",
        languages=said_languages(one.languages),
        interpreting=said_languages(one.interpreting),
        speakers=[str(each.id) for each in one.speakers],
        sign_up=one.sign_up,
        seats="" if one.seats is None else str(one.seats),
        version=str(one.version),
    )


def _which(at: datetime, zone: ZoneInfo) -> str:
    if not is_twice(at, zone):
        return ""
    return SECOND if at.astimezone(zone).fold else FIRST


def typed_fields(form: Form) -> SessionFields:
    """Give the fields as they were typed, to show them again."""
    return SessionFields(
        title={tag: form.raw(f"title-{tag}")[:500] for tag in LANGUAGES},
        text={tag: form.raw(f"text-{tag}")[:5000] for tag in LANGUAGES},
        kind=form.raw("kind")[:20],
        day=form.raw("day")[:20],
        starts=form.raw("starts")[:20],
        ends=form.raw("ends")[:20],
        starts_which=form.raw("starts_which") or _asked(form, "starts"),
        ends_which=form.raw("ends_which") or _asked(form, "ends"),
        room=form.raw("room")[:40],
        languages=form.raw("languages")[:500],
        interpreting=form.raw("interpreting")[:500],
        speakers=form.all("speakers")[:50],
        sign_up=form.ticked("sign_up"),
        seats=form.raw("seats")[:20],
        version=form.raw("version")[:20],
    )


def _asked(form: Form, name: str) -> str:
    """Ask which of two equal times is meant, where the answer is missing."""
    return "?" if f"{name}_which" in form.errors else ""


def read_session(form: Form, conference: ConferenceFacts) -> SessionWish | None:
    """Read a session; None where something is wrong."""
    title = form.said("title", required_in=spoken(conference.language))
    text = form.said("text", most=3000, lines=True)
    day = form.day("day")
    if day is None and "day" not in form.errors:
        form.refuse("day", _("Bitte wählen Sie einen Tag."))
    starts = _moment(form, "starts", day, conference.zone)
    ends = _moment(form, "ends", _last_day(form, day), conference.zone)
    if starts and ends and ends <= starts:
        form.refuse("ends", _("Das Ende muss nach dem Beginn liegen."))
    languages = _languages(form, "languages")
    interpreting = _languages(form, "interpreting")
    kind = form.choice("kind", SessionKind, default=SessionKind.TALK)
    seats = form.whole_number("seats", least=1, default=0) or None
    room, speakers = _ids(form, "room"), _ids(form, "speakers")
    if form.errors or starts is None or ends is None:
        return None
    return SessionWish(
        title=title,
        text=text,
        kind=kind,
        starts_at=starts,
        ends_at=ends,
        room=next(iter(room), None),
        languages=languages,
        interpreting=interpreting,
        sign_up=form.ticked("sign_up"),
        seats=seats,
        speakers=speakers,
    )


def _last_day(form: Form, day: date | None) -> date | None:
    """Find the day of the end: an evening may last until after midnight."""
    starts, ends = _typed(form, "starts"), _typed(form, "ends")
    if day is None or starts is None or ends is None:
        return day
    return day + timedelta(days=1) if ends <= MORNING and starts >= EVENING else day


def _typed(form: Form, name: str) -> time | None:
    try:
        return time.fromisoformat(form.raw(name).strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _moment(form: Form, name: str, day: date | None, zone: ZoneInfo) -> datetime | None:
    at = _typed(form, name)
    if at is None:
        form.refuse(name, _("Bitte eine Uhrzeit wie 09:00 eingeben."))
        return None
    if day is None:
        return None
    match moment(day, at, zone):
        case Never(instead):
            sentence = _(
                "Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhr wird vorgestellt. "
                "Meinen Sie %(time)s?",
                time=f"{instead:%H:%M}",
            )
            form.refuse(name, sentence)
            return None
        case Twice(first, second):
            return _one_of_two(form, name, first, second)
        case found:
            return found


def _one_of_two(
    form: Form, name: str, first: datetime, second: datetime
) -> datetime | None:
    wanted = {FIRST: first, SECOND: second}.get(form.raw(f"{name}_which"))
    if wanted is None:
        sentence = _(
            "Diese Uhrzeit gibt es an diesem Tag zweimal: Die Uhr wird "
            "zurückgestellt. Bitte wählen Sie, welche Sie meinen."
        )
        form.refuse(f"{name}_which", sentence)
    return wanted


def _languages(form: Form, name: str) -> Sequence[str]:
    tags, unknown = read_languages(form.text(name, most=500))
    if unknown:
        words = ", ".join(unknown)
        form.refuse(
            name,
            _(
                "Diese Sprache kennt LIP nicht: %(words)s. Bitte prüfen Sie, wie sie "
                "geschrieben ist.",
                words=words,
            ),
        )
    return tags


def _ids(form: Form, name: str) -> Sequence[UUID]:
    found = []
    for text in filter(None, form.all(name)):
        try:
            found.append(UUID(text))
        except ValueError:
            form.refuse(name, _("Bitte wählen Sie einen der Werte aus der Liste."))
    return found


def days_offered(
    conference: ConferenceFacts, *others: str
) -> Sequence[tuple[str, str]]:
    """Offer the days of the conference, and one on which a session already is."""
    tags = [doors.day.isoformat() for doors in conference.days]
    known = dict.fromkeys([*tags, *filter(None, others)])
    return [(tag, said_day(tag)) for tag in known]


def said_day(tag: str) -> str:
    """Write a day in words; what is none stays as it was typed."""
    try:
        day = date.fromisoformat(tag)
    except ValueError:
        return tag
    return format_date(day, "full", locale=current_language().replace("-", "_"))
