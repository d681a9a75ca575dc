"""German words for kinds of status, roles, periods, lights and doubts."""

from collections.abc import Mapping
from typing import Final

from lip.measures.rules.contradictions import Doubt
from lip.measures.rules.kinds import LocationState, PartnerRole, Period, StatusKind
from lip.measures.rules.status import Light
from lip.words import N_
from lip.words.signs import parted

STATUS, STATUS_SIGNS = parted({
    StatusKind.NEW: (N_("neu"), "note", "plus"),
    StatusKind.PLANNED: (N_("geplant"), "note", "calendar"),
    StatusKind.UNDER_WAY: (N_("in Umsetzung"), "note", "refresh"),
    StatusKind.ONGOING_BUSINESS: (N_("laufendes Geschäft"), "note", "refresh"),
    StatusKind.DONE: (N_("abgeschlossen"), "good", "circle-check"),
    StatusKind.NOT_PURSUED: (N_("nicht weiter verfolgt"), "", "x"),
    StatusKind.UNKNOWN: (N_("nicht bekannt"), "", "help-circle"),
})
LIGHTS, LIGHT_SIGNS = parted({
    Light.DONE: (N_("erledigt"), "good", "circle-check"),
    Light.ON_THE_WAY: (N_("auf dem Weg"), "note", "refresh"),
    Light.LATE: (N_("verspätet"), "warn", "clock"),
    Light.NO_DATE: (N_("ohne Termin"), "", "help-circle"),
    Light.NOT_PURSUED: (N_("nicht weiter verfolgt"), "", "x"),
})
ROLES: Final[Mapping[PartnerRole, str]] = {
    PartnerRole.CARRIER: N_("Träger"),
    PartnerRole.PARTNER: N_("Kooperationspartner"),
    PartnerRole.FUNDER: N_("Förderer"),
}
PERIODS: Final[Mapping[Period, str]] = {
    Period.ONCE: N_("einmalig"),
    Period.YEARLY: N_("jährlich"),
    Period.MONTHLY: N_("monatlich"),
    Period.WHOLE: N_("für die ganze Laufzeit"),
}
PLACES, PLACE_SIGNS = parted({
    LocationState.RUNNING: (N_("geöffnet"), "good", "door-open"),
    LocationState.PREPARING: (N_("in Vorbereitung"), "note", "hourglass"),
    LocationState.CLOSED: (N_("geschlossen"), "", "door-closed"),
})
DOUBTS: Final[Mapping[Doubt, str]] = {
    Doubt.ENDS_BEFORE_IT_BEGINS: N_(
        "Zeile %(line)s der Zeitplanung endet, bevor sie beginnt."
    ),
    Doubt.NEXT_ENDS_BEFORE_THIS_BEGINS: N_(
        "Zeile %(line)s der Zeitplanung beginnt erst, wenn Zeile %(other)s schon "
        "fertig sein soll."
    ),
    Doubt.ONGOING_WITH_END: N_(
        "Zeile %(line)s der Zeitplanung läuft ständig und hat trotzdem ein Ende."
    ),
    Doubt.DONE_WITH_OPEN_LINES: N_(
        "Das Vorhaben ist abgeschlossen, aber Zeile %(line)s der Zeitplanung ist nicht "
        "als erledigt angekreuzt."
    ),
}
