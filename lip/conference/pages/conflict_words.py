"""What is left to settle after scans without network: what happened, and what to do."""

from collections.abc import Mapping, Sequence
from typing import Final

from lip.conference.pages.answers import clock
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.door_conflicts import ConflictFacts
from lip.conference.rules.door_conflicts import ConflictKind
from lip.words import N_, _

HAPPENED: Final[Mapping[ConflictKind, str]] = {
    ConflictKind.TWO_DESKS: N_("An zwei Tischen gescannt"),
    ConflictKind.WAS_OUT: N_("War als hinausgegangen eingetragen"),
    ConflictKind.CANCELLED: N_("Anmeldung war schon abgesagt"),
    ConflictKind.WAITING: N_("Steht auf der Warteliste"),
    ConflictKind.REISSUED: N_("Altes Ticket, es gibt schon ein neues"),
    ConflictKind.UNKNOWN: N_("Ticket steht nicht mehr auf der Gästeliste"),
    ConflictKind.TIME: N_("Zu dieser Zeit war der Einlass nicht offen"),
    ConflictKind.WALK_IN: N_("Ohne Anmeldung eingetragen, Schild fehlt noch"),
    ConflictKind.TWIN: N_("Vielleicht doppelt: jemand mit diesem Namen steht da schon"),
    ConflictKind.UNREADABLE: N_("Ein Scan ließ sich nicht lesen"),
}

TO_DO: Final[Mapping[ConflictKind, str]] = {
    ConflictKind.TWO_DESKS: N_(
        "Der erste Einlass zählt. Prüfen Sie, ob zwei Personen mit demselben Ticket "
        "gekommen sind. Wenn ja, tragen Sie die zweite ohne Anmeldung ein."
    ),
    ConflictKind.WAS_OUT: N_(
        "Wenn die Person wieder im Saal ist, suchen Sie ihren Namen und tippen Sie "
        "auf „Kommt zurück“."
    ),
    ConflictKind.CANCELLED: N_(
        "Die Person ist vielleicht im Saal, zählt aber nicht als anwesend. Heben Sie "
        "die Absage auf und lassen Sie die Person ein, oder sprechen Sie mit ihr."
    ),
    ConflictKind.WAITING: N_(
        "Die Person ist vielleicht im Saal, zählt aber nicht als anwesend. Geben Sie "
        "ihr einen Platz und lassen Sie sie ein, oder sprechen Sie mit ihr."
    ),
    ConflictKind.REISSUED: N_(
        "Das alte Ticket gilt nicht mehr. Fragen Sie nach dem Namen. Stimmt er, suchen "
        "Sie die Person und lassen Sie sie ein."
    ),
    ConflictKind.UNKNOWN: N_(
        "Niemand wurde eingelassen. Fragen Sie am Tisch nach der Person und tragen Sie "
        "sie ohne Anmeldung ein."
    ),
    ConflictKind.TIME: N_(
        "Prüfen Sie die Einlasszeiten der Konferenz und die Uhr des Geräts. Ist die "
        "Person da, suchen Sie ihren Namen und lassen Sie sie ein."
    ),
    ConflictKind.WALK_IN: N_(
        "Die Person zählt als anwesend. Drucken Sie ihr Namensschild."
    ),
    ConflictKind.TWIN: N_(
        "Vergleichen Sie beide Einträge auf der Gästeliste. Ist es dieselbe Person, "
        "sagen Sie einen der beiden ab."
    ),
    ConflictKind.UNREADABLE: N_(
        "Fragen Sie am Tisch nach, wer zu dieser Zeit kam. Suchen Sie den Namen und "
        "lassen Sie die Person ein."
    ),
}


def conflict_lines(
    found: Sequence[ConflictFacts], conference: ConferenceFacts
) -> Sequence[Mapping[str, object]]:
    """Put what is to settle into lines for the door and for organisers."""
    return [_line(one, conference) for one in found]


def _line(one: ConflictFacts, conference: ConferenceFacts) -> Mapping[str, object]:
    return {
        "id": one.id,
        "participant": one.participant,
        "name": one.name or _nameless(one),
        "number": one.number,
        "kind": one.kind.value,
        "happened": _(HAPPENED[one.kind]),
        "to_do": _(TO_DO[one.kind]),
        "at": clock(one.at, conference.zone),
        "desk": one.desk,
        "arrived": clock(one.arrived_at, conference.zone),
        "through": one.arrived_through,
        "needs_badge": one.kind in {ConflictKind.WALK_IN, ConflictKind.TWIN},
        "settled": one.settled,
    }


def _nameless(one: ConflictFacts) -> str:
    if one.number is None:
        return _("Unbekannte Person")
    return _("Gast %(number)s", number=one.number)
