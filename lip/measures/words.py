"""German words for kinds of status, roles, periods, lights and doubts."""

from collections.abc import Mapping
from typing import Final

from lip.measures.rules.contradictions import Doubt
from lip.measures.rules.kinds import LocationState, PartnerRole, Period, StatusKind
from lip.measures.rules.status import Light
from lip.words import N_

STATUS: Final[Mapping[StatusKind, str]] = {
    StatusKind.NEW: N_("neu"),
    StatusKind.PLANNED: N_("geplant"),
    StatusKind.UNDER_WAY: N_("in Umsetzung"),
    StatusKind.ONGOING_BUSINESS: N_("laufendes Geschäft"),
    StatusKind.DONE: N_("abgeschlossen"),
    StatusKind.NOT_PURSUED: N_("nicht weiter verfolgt"),
    StatusKind.UNKNOWN: N_("nicht bekannt"),
}
STATUS_SIGNS: Final[Mapping[StatusKind, tuple[str, str]]] = {
    StatusKind.NEW: ("note", "plus"),
    StatusKind.PLANNED: ("note", "calendar"),
    StatusKind.UNDER_WAY: ("note", "refresh"),
    StatusKind.ONGOING_BUSINESS: ("note", "refresh"),
    StatusKind.DONE: ("good", "circle-check"),
    StatusKind.NOT_PURSUED: ("", "x"),
    StatusKind.UNKNOWN: ("", "help-circle"),
}
"""Kind of badge and icon; the word always stands beside."""

LIGHTS: Final[Mapping[Light, str]] = {
    Light.DONE: N_("erledigt"),
    Light.ON_THE_WAY: N_("auf dem Weg"),
    Light.LATE: N_("verspätet"),
    Light.NO_DATE: N_("ohne Termin"),
    Light.NOT_PURSUED: N_("nicht weiter verfolgt"),
}
LIGHT_SIGNS: Final[Mapping[Light, tuple[str, str]]] = {
    Light.DONE: ("good", "circle-check"),
    Light.ON_THE_WAY: ("note", "refresh"),
    Light.LATE: ("warn", "clock"),
    Light.NO_DATE: ("", "help-circle"),
    Light.NOT_PURSUED: ("", "x"),
}
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
PLACES: Final[Mapping[LocationState, str]] = {
    LocationState.RUNNING: N_("geöffnet"),
    LocationState.PREPARING: N_("in Vorbereitung"),
    LocationState.CLOSED: N_("geschlossen"),
}
PLACE_SIGNS: Final[Mapping[LocationState, tuple[str, str]]] = {
    LocationState.RUNNING: ("good", "door-open"),
    LocationState.PREPARING: ("note", "hourglass"),
    LocationState.CLOSED: ("", "door-closed"),
}
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
