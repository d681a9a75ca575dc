"""German words of elections, ready to be translated."""

from collections.abc import Mapping
from typing import Final

from elections.rule_words import rule_in_words, timetable_of
from elections.rules.planning import Method
from elections.rules.record import Board
from elections.rules.stages import Entitled, PollStage, TieRule
from elections.rules.terms import Completion
from elections.standing_words import STANDING_RULES
from lip.words import N_

__all__ = [
    "BOARDS",
    "BOARD_HINTS",
    "COMPLETIONS",
    "ENTITLED",
    "METHODS",
    "METHOD_HINTS",
    "STAGES",
    "STANDING_RULES",
    "TIES",
    "rule_in_words",
    "timetable_of",
]

METHODS: Final[Mapping[Method, str]] = {
    Method.BLOCK: N_("So viele Stimmen wie Plätze"),
    Method.LIMITED: N_("Weniger Stimmen als Plätze"),
    Method.SNTV: N_("Eine Stimme, mehrere Plätze"),
    Method.CUMULATIVE: N_("Mehrere Stimmen, auch für dieselbe Person (Kumulieren)"),
    Method.APPROVAL: N_("Zustimmung zu beliebig vielen"),
    Method.EQUAL_SHARES: N_("Zustimmung, jede Stimme wiegt gleich viel (Equal Shares)"),
    Method.PHRAGMEN: N_("Zustimmung, Plätze der Reihe nach gerecht (Phragmén)"),
    Method.SCORE: N_("Punkte für jede Person"),
    Method.STAR: N_("Punkte, dann Vergleich der beiden Besten (STAR)"),
    Method.STV_SCOTTISH: N_("Rangfolge mit Übertragung, schottische Regel"),
    Method.STV_MEEK: N_("Rangfolge mit Übertragung, Regel nach Meek"),
    Method.IRV: N_("Rangfolge für einen Platz"),
    Method.SCHULZE: N_("Rangfolge für einen Platz, jede gegen jeden (Schulze)"),
    Method.HARE_NIEMEYER: N_("Listen, Plätze nach Hare-Niemeyer"),
    Method.SAINTE_LAGUE: N_("Listen, Plätze nach Sainte-Laguë"),
    Method.DHONDT: N_("Listen, Plätze nach d’Hondt"),
}
METHOD_HINTS: Final[Mapping[Method, str]] = {
    Method.BLOCK: N_("Leicht zu verstehen. Wer die Mehrheit hat, bekommt alle Plätze."),
    Method.LIMITED: N_("Auch kleinere Gruppen bekommen einen Platz."),
    Method.SNTV: N_("Jede Person hat eine Stimme, gewählt sind die mit den meisten."),
    Method.CUMULATIVE: N_("Wer will, gibt einer Person mehrere Stimmen."),
    Method.APPROVAL: N_("Man kreuzt alle an, mit denen man einverstanden ist."),
    Method.EQUAL_SHARES: N_(
        "Auch kleinere Gruppen bekommen Plätze nach ihrer Größe. Aufwendig zu erklären."
    ),
    Method.PHRAGMEN: N_(
        "Auch kleinere Gruppen bekommen Plätze nach ihrer Größe. Jeder Platz lässt "
        "sich einzeln nachrechnen."
    ),
    Method.SCORE: N_("Gewählt sind die mit den meisten Punkten."),
    Method.STAR: N_("Wer viele Punkte hat, muss auch im direkten Vergleich gewinnen."),
    Method.STV_SCOTTISH: N_(
        "Keine Stimme geht verloren. Von Hand nachzählbar, mit den Regeln der "
        "schottischen Kommunalwahlen."
    ),
    Method.STV_MEEK: N_("Noch genauer, aber nur mit einem Rechner nachzuzählen."),
    Method.IRV: N_("Wer am wenigsten hat, scheidet aus, bis jemand die Mehrheit hat."),
    Method.SCHULZE: N_("Gewählt ist, wer im direkten Vergleich alle anderen schlägt."),
    Method.HARE_NIEMEYER: N_("Man wählt eine Liste. Für kleine und große Listen fair."),
    Method.SAINTE_LAGUE: N_("Man wählt eine Liste. So zählt auch der Bundestag."),
    Method.DHONDT: N_("Man wählt eine Liste. Größere Listen haben einen Vorteil."),
}
COMPLETIONS: Final[Mapping[Completion, str]] = {
    Completion.ADD1: N_("Alle bekommen etwas mehr, bis die Plätze voll sind"),
    Completion.ADD1_COMPARISON: N_(
        "Alle bekommen etwas mehr, verglichen mit der einfachen Mehrheit"
    ),
    Completion.PHRAGMEN: N_("Der Reihe nach gerecht (Phragmén)"),
    Completion.APPROVAL: N_("Wer dann die meiste Zustimmung hat"),
    Completion.NONE: N_("Sie bleiben leer"),
}
TIES: Final[Mapping[TieRule, str]] = {
    TieRule.LOT: N_("Das Los entscheidet"),
    TieRule.RUNOFF: N_("Zuerst eine Stichwahl, dann das Los"),
}
BOARDS: Final[Mapping[Board, str]] = {
    Board.FULL: N_("Ganze Stimmzettel, ohne Namen"),
    Board.DIGESTS: N_("Nur Prüfsummen, Inhalte getrennt davon"),
}
BOARD_HINTS: Final[Mapping[Board, str]] = {
    Board.FULL: N_(
        "Alle zählen nach, und jede Person findet ihren Stimmzettel. "
        "Wer seine Kontrollnummer zeigt, kann beweisen, wie er gewählt hat."
    ),
    Board.DIGESTS: N_(
        "Niemand kann beweisen, wie er gewählt hat. Dass eine Prüfsumme zu einem "
        "bestimmten Inhalt gehört, sieht man dann nicht."
    ),
}
ENTITLED: Final[Mapping[Entitled, str]] = {
    Entitled.PRESENT: N_("Wer beim Eröffnen im Haus ist"),
    Entitled.TICKETS: N_("Alle mit Ticket"),
    Entitled.GROUP: N_("Eine Gruppe von Teilnehmenden"),
    Entitled.ASSOCIATIONS: N_("Delegierte der Vereine auf der Liste"),
    Entitled.IMPORTED: N_("Eine eigene Liste"),
}
STAGES: Final[Mapping[PollStage, str]] = {
    PollStage.PREPARED: N_("in Vorbereitung"),
    PollStage.OPEN: N_("offen"),
    PollStage.CLOSED: N_("beendet, wird ausgezählt"),
    PollStage.COUNTED: N_("ausgezählt"),
    PollStage.FINAL: N_("Ergebnis festgestellt"),
}
