"""Participants in words: a line of the list, one person, what happened to her."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from babel.dates import format_date, format_datetime

from lip.conference.files.wording import label
from lip.conference.pages.answers import clock, state_label
from lip.conference.pages.language_names import said_language, said_languages
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import Registered
from lip.conference.rules.column import Column
from lip.conference.rules.guest import NEEDS, Guest
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import ActorKind, Entry
from lip.words import N_, _, current_language

STATE_SIGNS: Mapping[str, tuple[str, str]] = {
    "expected": ("", "hourglass"),
    "inside": ("good", "check"),
    "outside": ("warn", "log-out"),
    "waiting": ("warn", "hourglass"),
    "cancelled": ("bad", "ban"),
}
"""The kind and the icon of each state's badge."""

_ACTS: Mapping[Act, str] = {
    Act.PARTICIPANT_REGISTERED: N_("eingetragen"),
    Act.PARTICIPANT_CHANGED: N_("geändert"),
    Act.PARTICIPANT_CANCELLED: N_("abgesagt"),
    Act.PARTICIPANT_REINSTATED: N_("wieder angemeldet"),
    Act.PARTY_REGISTERED: N_("über das Formular angemeldet"),
    Act.MOVED_UP: N_("von der Warteliste nachgerückt"),
    Act.PLACE_GIVEN: N_("Platz bekommen, obwohl auf der Warteliste"),
    Act.SIGNED_UP: N_("zu einem Programmpunkt angemeldet"),
    Act.SIGN_UP_GIVEN_UP: N_("Platz in einem Programmpunkt abgegeben"),
    Act.CONSENT_GIVEN: N_("eingewilligt"),
    Act.CONSENT_WITHDRAWN: N_("Einwilligung zurückgezogen"),
    Act.TICKET_REISSUED: N_("neues Ticket ausgestellt"),
    Act.BADGES_PRINTED: N_("Namensschild gedruckt"),
    Act.CHECKED_IN: N_("eingelassen"),
    Act.CHECK_IN_UNDONE: N_("Einlass rückgängig gemacht"),
    Act.STEPPED_OUT: N_("kurz hinausgegangen"),
    Act.CAME_BACK: N_("zurückgekommen"),
    Act.WALKED_IN: N_("ohne Anmeldung gekommen und eingelassen"),
}
_SHOWN = tuple(
    column
    for column in Column
    if column not in NEEDS | {Column.STATUS, Column.IGNORE, Column.FULL_NAME}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person as a line of the guest list."""

    id: UUID
    number: int
    name: str
    organisation: str
    role: str
    state: str
    state_label: str
    kind: str
    icon: str
    since: str
    walk_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of a person's history."""

    at: str
    what: str
    by: str
    details: str = ""


def shown_name(number: int, guest: Guest) -> str:
    """Name a person; who gave no name is a guest with a number."""
    return guest.name or guest.badge_name or _("Gast %(number)s", number=number)


def line_of(one: Registered, conference: ConferenceFacts) -> Line:
    """Put a participant into a line of the list."""
    state = state_of(one)
    kind, icon = STATE_SIGNS[state]
    since = one.arrival.since if one.arrival else None
    return Line(
        id=one.id,
        number=one.number,
        name=shown_name(one.number, one.guest),
        organisation=one.guest.organisation,
        role=one.guest.role,
        state=state,
        state_label=state_label(state),
        kind=kind,
        icon=icon,
        since=clock(since, conference.zone),
        walk_in=one.walk_in,
    )


def state_of(one: Registered) -> str:
    """Name where a person stands: expected, inside, outside, waiting, cancelled."""
    if one.arrival is not None:
        return "outside" if one.arrival.out_since else "inside"
    if one.cancelled_at:
        return "cancelled"
    return "waiting" if one.waiting_since else "expected"


def facts_of(guest: Guest) -> list[tuple[str, str]]:
    """List what is known of a guest, the needs aside."""
    facts = ((_named(column), said(guest, column)) for column in _SHOWN)
    return [(name, value) for name, value in facts if value]


def _named(column: Column) -> str:
    if column is Column.EXTERNAL_ID:  # not to be taken for the badge's number
        return _("Nr. in Ihrer Liste")
    return label(column)


def needs_of(guest: Guest) -> list[tuple[str, str]]:
    """List the sensitive needs of a guest."""
    needs = (column for column in Column if column in NEEDS)
    facts = ((label(column), said(guest, column)) for column in needs)
    return [(name, value) for name, value in facts if value]


def said(guest: Guest, column: Column) -> str:
    """Put one column of a guest into words."""
    value = getattr(guest, column.value)
    if column is Column.LANGUAGE:
        return said_language(value) if value else ""
    if isinstance(value, tuple):
        return said_languages(value)
    if isinstance(value, bool):
        return _("ja") if value else ""
    if isinstance(value, date):
        return format_date(value, "full", locale=_locale())
    return str(value or "")


def moment(at: datetime, conference: ConferenceFacts) -> str:
    """Write a moment as the clock at the conference shows it."""
    return format_datetime(at, "short", tzinfo=conference.zone, locale=_locale())


def day_said(day: date) -> str:
    """Write a day."""
    return format_date(day, "long", locale=_locale())


def history(
    entries: Sequence[Entry],
    names: Mapping[UUID, str],
    conference: ConferenceFacts,
) -> list[Event]:
    """Put what happened to a person into words, newest first."""
    return [
        Event(
            at=moment(entry.at, conference),
            what=_(_ACTS[entry.act]),
            by=_actor(entry, names),
            details=_details(entry),
        )
        for entry in entries
        if entry.act in _ACTS
    ]


def _actor(entry: Entry, names: Mapping[UUID, str]) -> str:
    if entry.by.id and entry.by.id in names:
        return names[entry.by.id]
    unnamed = {
        ActorKind.PASS: _("Einlass"),
        ActorKind.PARTICIPANT: _("selbst"),
        ActorKind.COMMAND: _("Kommandozeile"),
        ActorKind.SYSTEM: _("automatisch"),
    }
    return unnamed.get(entry.by.kind, "")


def _details(entry: Entry) -> str:
    columns = str(entry.facts.get("columns") or "").split()
    known = {column.value for column in Column}
    return ", ".join(label(Column(name)) for name in columns if name in known)


def _locale() -> str:
    return current_language().replace("-", "_")
