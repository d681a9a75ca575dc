"""Put the outcome of a scan at a room's door into what its page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from lip.attendance.actions.visit_rooms import RoomScan
from lip.attendance.rules.room_door import RoomOutcome
from lip.conference.pages.answers import clock, shown_name
from lip.conference.queries.conferences import ConferenceFacts
from lip.said import Spoken
from lip.words import N_, _, ngettext

Outcome = RoomOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How an outcome looks and sounds; `style` is that of the house's door."""

    style: str
    tone: str
    icon: str
    word: str


LOOKS: Final[Mapping[RoomOutcome, Look]] = {
    Outcome.CAME: Look(
        style="welcome", tone="welcome", icon="circle-check", word=N_("Ist im Raum")
    ),
    Outcome.CAME_BEFORE: Look(
        style="inside", tone="inside", icon="user-check", word=N_("Schon im Raum")
    ),
    Outcome.LEFT: Look(
        style="out", tone="noted", icon="log-out", word=N_("Hat den Raum verlassen")
    ),
    Outcome.NOT_INSIDE: Look(
        style="undone", tone="inside", icon="info", word=N_("War nicht im Raum")
    ),
    Outcome.TAKEN_BACK: Look(
        style="undone", tone="noted", icon="undo", word=N_("Rückgängig gemacht")
    ),
    Outcome.NOT_CHECKED_IN: Look(
        style="other_day",
        tone="refused",
        icon="door-closed",
        word=N_("Noch nicht eingelassen"),
    ),
    Outcome.STEPPED_OUT: Look(
        style="other_day",
        tone="refused",
        icon="log-out",
        word=N_("Kurz hinausgegangen"),
    ),
    Outcome.CANCELLED: Look(
        style="cancelled", tone="refused", icon="ban", word=N_("Abgesagt")
    ),
    Outcome.OTHER_CONFERENCE: Look(
        style="other_conference",
        tone="refused",
        icon="building",
        word=N_("Andere Konferenz"),
    ),
    Outcome.UNKNOWN: Look(
        style="unknown", tone="refused", icon="help-circle", word=N_("Unbekannt")
    ),
}

WHY: Final[Mapping[RoomOutcome, str]] = {
    Outcome.NOT_INSIDE: N_("Es gibt nichts einzutragen."),
    Outcome.TAKEN_BACK: N_("Der Besuch dieses Raums gilt nicht mehr."),
    Outcome.NOT_CHECKED_IN: N_(
        "Diese Person war heute noch nicht am Einlass. Bitte zuerst dort einlassen."
    ),
    Outcome.STEPPED_OUT: N_(
        "Am Einlass steht: kurz hinausgegangen. Bitte zuerst dort wieder hereinlassen."
    ),
    Outcome.CANCELLED: N_("Diese Anmeldung ist abgesagt. Bitte zum Einlass schicken."),
    Outcome.OTHER_CONFERENCE: N_("Diese Karte gehört zu einer anderen Konferenz."),
    Outcome.UNKNOWN: N_(
        "Diesen Code gibt es hier nicht. Scannen Sie noch einmal, "
        "oder suchen Sie den Namen."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomAnswer:
    """What fills the screen after a scan at a room's door."""

    outcome: str
    look: Look
    word: str
    why: str
    name: str = ""
    organisation: str = ""
    number: int | None = None
    participant_id: UUID | None = None
    full: str = ""
    came_from: Spoken = field(default_factory=Spoken)

    @property
    def can_leave(self) -> bool:
        """Tell whether the person is in this room now."""
        return self.outcome in {Outcome.CAME, Outcome.CAME_BEFORE}

    @property
    def can_undo(self) -> bool:
        """Tell whether there is something to take back."""
        return self.outcome == Outcome.CAME

    @property
    def needs_door(self) -> bool:
        """Tell whether the house's door comes first."""
        return self.outcome in {Outcome.NOT_CHECKED_IN, Outcome.STEPPED_OUT}


def room_answer(
    scan: RoomScan, *, conference: ConferenceFacts, came_from: Spoken
) -> RoomAnswer:
    """Put one scan into words."""
    look, visitor = LOOKS[scan.outcome], scan.visitor
    mine = visitor and visitor.conference == conference.id
    return RoomAnswer(
        outcome=scan.outcome.value,
        look=look,
        word=_(look.word),
        why=_why(scan, conference),
        name=shown_name(visitor) if visitor and mine else "",
        organisation=visitor.organisation if visitor and mine else "",
        number=visitor.number if visitor and mine else None,
        participant_id=visitor.participant if visitor and mine else None,
        full=_full(scan) if scan.outcome is Outcome.CAME else "",
        came_from=came_from,
    )


def _why(scan: RoomScan, conference: ConferenceFacts) -> str:
    if scan.outcome is Outcome.CAME_BEFORE:
        since = clock(scan.since, conference.zone)
        return _("Seit %(time)s Uhr.", time=since) if since else ""
    return _(WHY[scan.outcome]) if scan.outcome in WHY else ""


def _full(scan: RoomScan) -> str:
    """Say that the room is full, or has too many; that decides nothing."""
    count = scan.count
    if count.too_many:
        return ngettext(
            "Zu voll: %(inside)s Personen auf %(holds)s Platz.",
            "Zu voll: %(inside)s Personen auf %(holds)s Plätzen.",
            count.holds or 0,
            inside=count.inside,
            holds=count.holds,
        )
    if count.is_full:
        return _("Der Raum ist jetzt voll: %(holds)s Plätze.", holds=count.holds)
    return ""
