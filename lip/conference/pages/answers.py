"""Put the outcome of a scan into what the door's templates show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Final, Literal, assert_never
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from lip.conference.actions.check_in import Scan
from lip.conference.pages.language_names import said_languages
from lip.conference.queries.door import Visitor
from lip.conference.rules.admission import (
    Admission,
    Admitted,
    AlreadyInside,
    Reason,
    SteppedOut,
    TurnedAway,
)
from lip.words import _, current_language, ngettext, pgettext

Outcome = Literal[
    "welcome",
    "inside",
    "out",
    "unknown",
    "other_conference",
    "called_off",
    "cancelled",
    "waiting_list",
    "other_day",
    "early",
    "late",
]

OUTCOMES: Final[Mapping[Reason, Outcome]] = {
    Reason.UNKNOWN: "unknown",
    Reason.OTHER_CONFERENCE: "other_conference",
    Reason.CALLED_OFF: "called_off",
    Reason.CANCELLED: "cancelled",
    Reason.WAITING: "waiting_list",
    Reason.OTHER_DAY: "other_day",
    Reason.NOT_YET_OPEN: "early",
    Reason.CLOSED: "late",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What fills the screen; empty facts are empty, and `outcome` names a template."""

    outcome: str
    name: str = ""
    organisation: str = ""
    number: int | None = None
    role: str = ""
    hand_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    since: str = ""
    desk: str = ""
    day: str = ""
    participant_id: UUID | None = None
    can_undo: bool = False
    offline: bool = False


def outcome_of(admission: Admission) -> Outcome:
    """Name an outcome as templates and the interface name it."""
    match admission:
        case Admitted():
            return "welcome"
        case AlreadyInside():
            return "inside"
        case SteppedOut():
            return "out"
        case TurnedAway(reason):
            return OUTCOMES[reason]
        case never:
            assert_never(never)


def answer_of(scan: Scan) -> Answer:
    """Put one scan into words."""
    zone, hand_out = scan.conference.zone, scan.conference.hand_out
    answer = _about(scan.visitor, Answer(outcome=outcome_of(scan.admission)))
    match scan.admission:
        case Admitted():
            things, notes = welcome_words(scan.visitor, hand_out)
            return replace(answer, hand_out=things, notes=notes, can_undo=True)
        case AlreadyInside(arrival):
            since = clock(arrival.since, zone)
            return replace(answer, since=since, desk=arrival.desk, can_undo=True)
        case SteppedOut(arrival):
            return replace(answer, since=clock(arrival.out_since, zone))
        case TurnedAway(_reason, day, at):
            said = format_date(day, "full", locale=_locale()) if day else ""
            return replace(answer, day=said, since=clock(at, zone))
        case never:
            assert_never(never)


def act_answer(visitor: Visitor, *, zone: ZoneInfo) -> Answer:
    """
    Put an act other than a scan into words: undone, out, returned.

    It says where the person stands now, since another desk may have been faster.
    """
    outcomes = {"inside": "returned", "outside": "out"}
    answer = Answer(outcome=outcomes.get(state_of(visitor), "undone"))
    since = visitor.arrival.out_since if visitor.arrival else None
    return replace(_about(visitor, answer), since=clock(since, zone))


def _about(visitor: Visitor | None, answer: Answer) -> Answer:
    if visitor is None:
        return answer
    return replace(
        answer,
        name=shown_name(visitor),
        organisation=visitor.organisation,
        number=visitor.number,
        role=visitor.role,
        participant_id=visitor.participant,
    )


def shown_name(visitor: Visitor) -> str:
    """Name a person; who gave no name is a guest with a number."""
    return visitor.name or _("Gast %(number)s", number=visitor.number)


def welcome_words(
    visitor: Visitor | None, hand_out: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say what to hand out, and what must be known."""
    if visitor is None:
        return (), ()
    things = [line.strip() for line in hand_out.splitlines() if line.strip()]
    if visitor.walk_in:
        things.append(_("Namensschild Nr. %(number)s", number=visitor.number))
    if visitor.may_vote:
        things.append(_("Stimmkarte"))
    if visitor.interpreting:
        things.append(_("Empfänger fürs Dolmetschen"))
    notes = [visitor.note, visitor.access, _workshop(visitor), _children(visitor)]
    notes.append(_interpreting(visitor))
    return tuple(things), tuple(note for note in notes if note)


def _workshop(visitor: Visitor) -> str:
    if not visitor.workshop:
        return ""
    return _("Workshop: %(workshop)s", workshop=visitor.workshop)


def _children(visitor: Visitor) -> str:
    if not visitor.childcare:
        return ""
    return ngettext(
        "%(num)s Kind zur Kinderbetreuung",
        "%(num)s Kinder zur Kinderbetreuung",
        visitor.childcare,
    )


def _interpreting(visitor: Visitor) -> str:
    named = [tag for tag in visitor.interpreting if tag != "und"]
    if not named:
        return ""
    return _("Dolmetschen: %(languages)s", languages=said_languages(tuple(named)))


def clock(moment: datetime | None, zone: ZoneInfo) -> str:
    """Write a time of day as people there say it; nothing for None."""
    return "" if moment is None else _clock(moment, zone, _locale())


@lru_cache(maxsize=2048)
def _clock(moment: datetime, zone: ZoneInfo, locale: str) -> str:
    return format_time(moment, "short", tzinfo=zone, locale=locale)


def _locale() -> str:
    return current_language().replace("-", "_")


def state_of(visitor: Visitor) -> str:
    """Name where a person stands: expected, inside, outside, waiting, cancelled."""
    if visitor.arrival is not None:
        return "outside" if visitor.arrival.out_since else "inside"
    if visitor.cancelled:
        return "cancelled"
    return "waiting" if visitor.waiting else "expected"


def state_label(state: str) -> str:
    """Put a state into words."""
    words = {
        "inside": pgettext("state", "anwesend"),
        "outside": pgettext("state", "kurz hinaus"),
        "cancelled": pgettext("state", "abgesagt"),
        "waiting": pgettext("state", "Warteliste"),
        "expected": pgettext("state", "angemeldet"),
    }
    return words[state]


def outcome_words(answer: Answer) -> str:
    """Say an answer in one line, for the command line."""
    words = {
        "welcome": _("Willkommen"),
        "inside": _("Schon eingelassen"),
        "out": _("Kurz hinausgegangen"),
        "unknown": _("Unbekannt"),
        "other_conference": _("Andere Konferenz"),
        "called_off": _("Konferenz abgesagt"),
        "cancelled": _("Abgesagt"),
        "waiting_list": _("Warteliste"),
        "other_day": _("Anderer Tag"),
        "early": _("Noch nicht geöffnet"),
        "late": _("Einlass geschlossen"),
    }
    parts = [words[answer.outcome], answer.name, answer.since, answer.desk]
    return " · ".join(part for part in parts if part)
