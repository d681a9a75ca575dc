"""German words of elections, ready to be translated."""

from collections.abc import Mapping, Sequence
from typing import Final

from elections.queries.elections import ElectionFacts
from elections.rules.planning import Method
from elections.rules.record import Board
from elections.rules.stages import Entitled, PollStage
from lip.words import N_, _, ngettext

METHODS: Final[Mapping[Method, str]] = {
    Method.BLOCK: N_("So viele Stimmen wie Plätze"),
    Method.LIMITED: N_("Weniger Stimmen als Plätze"),
    Method.SNTV: N_("Eine Stimme, mehrere Plätze"),
    Method.APPROVAL: N_("Zustimmung zu beliebig vielen"),
    Method.STV_SCOTTISH: N_("Rangfolge mit Übertragung, schottische Regel"),
    Method.IRV: N_("Rangfolge für einen Platz"),
}
"""Those whose ballots can be filled in on pages."""
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


def rule_in_words(election: ElectionFacts) -> Sequence[str]:
    """Say the rule so that everybody understands it before the vote."""
    seats = ngettext(
        "Es wird %(num)s Person gewählt.",
        "Es werden %(num)s Personen gewählt.",
        election.seats,
    )
    method = Method(election.method)
    if method is Method.APPROVAL:
        votes = _(
            "Sie können ankreuzen, so viele Sie wollen; jedes Kreuz zählt gleich."
        )
    else:
        each = election.seats if method is Method.BLOCK else election.votes_each
        votes = ngettext(
            "Sie haben %(num)s Stimme.",
            "Sie haben %(num)s Stimmen, für jede Person höchstens eine.",
            each,
        )
    return (
        seats,
        votes,
        _(
            "Gewählt ist, wer die meisten Stimmen hat. "
            "Bei Gleichstand entscheidet das Los."
        ),
    )
