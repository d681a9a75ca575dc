"""What organisers should look at in a programme, in words."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from lip.conference.pages.answers import clock
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.programme_words import picked
from lip.programme.rules.overlaps import Doubt, Warned, warnings
from lip.programme.rules.sessions import SessionFacts
from lip.words import _, ngettext


def doubts_by_session(
    sessions: Sequence[SessionFacts], conference: ConferenceFacts
) -> Mapping[UUID, Sequence[str]]:
    """Say for each session what should be looked at; both sides of an overlap."""
    doors = [(one.open, one.close) for one in conference.days]
    found: dict[UUID, list[str]] = {}
    for warned in warnings(sessions, doors=doors):
        one = warned.session
        found.setdefault(one.id, []).append(_said(warned, warned.other, conference))
        if warned.other is not None:
            words = _said(warned, one, conference)
            found.setdefault(warned.other.id, []).append(words)
    return found


def _said(
    warned: Warned, other: SessionFacts | None, conference: ConferenceFacts
) -> str:
    room = warned.session.room
    match warned.doubt:
        case Doubt.SAME_ROOM:
            return _(
                "Zur selben Zeit ist im selben Raum „%(title)s“ (%(time)s).",
                **_about(other, conference),
            )
        case Doubt.SAME_SPEAKER:
            return _(
                "Dieselbe Person spricht zur selben Zeit bei „%(title)s“ (%(time)s).",
                **_about(other, conference),
            )
        case Doubt.OUTSIDE_DOORS:
            return _("Die Zeit liegt außerhalb der Einlasszeiten.")
        case Doubt.MORE_SEATS_THAN_ROOM:
            seats = room.seats if room and room.seats else 0
            return ngettext(
                "Mehr Plätze als im Raum: Dort ist %(num)s.",
                "Mehr Plätze als im Raum: Dort sind %(num)s.",
                seats,
            )
        case Doubt.NO_ROOM:
            return _("Noch ohne Raum.")


def _about(other: SessionFacts | None, conference: ConferenceFacts) -> dict[str, str]:
    assert other is not None, "an overlap has two sides"
    time = (
        f"{clock(other.begins, conference.zone)}–{clock(other.ends, conference.zone)}"
    )
    return {"title": picked(other.title, conference).text, "time": time}
