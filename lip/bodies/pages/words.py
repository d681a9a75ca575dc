"""German words for kinds of bodies, stations, outcomes, states and remarks."""

from collections.abc import Mapping, Sequence
from typing import Final

from lip.bodies.rules.kinds import BodyKind, Outcome, Station
from lip.bodies.rules.steps import Remark, Standing, StepFacts
from lip.words import N_, _, ngettext, pgettext
from lip.words.signs import parted

KINDS: Final[Mapping[BodyKind, str]] = {
    BodyKind.COUNCIL: N_("Rat"),
    BodyKind.COMMITTEE: N_("Ausschuss"),
    BodyKind.DISTRICT_COUNCIL: N_("Stadtbezirksrat"),
    BodyKind.STEERING_GROUP: N_("Lenkungsgruppe"),
    BodyKind.EXPERT_GROUP: N_("Expert*innengruppe"),
    BodyKind.ADVISORY_BOARD: N_("Beirat"),
    BodyKind.OFFICE: N_("Amt oder Fachbereich"),
    BodyKind.PARTY: N_("Partei oder Fraktion"),
    BodyKind.ASSOCIATION: N_("Verein"),
    BodyKind.FUNDER: N_("Geldgeber"),
    BodyKind.OTHER: N_("Weitere"),
}
GROUPS: Final[Mapping[BodyKind, str]] = {
    BodyKind.COUNCIL: N_("Rat"),
    BodyKind.COMMITTEE: N_("Ausschüsse"),
    BodyKind.DISTRICT_COUNCIL: N_("Stadtbezirksräte"),
    BodyKind.STEERING_GROUP: N_("Lenkungsgruppe"),
    BodyKind.EXPERT_GROUP: N_("Expert*innengruppen"),
    BodyKind.ADVISORY_BOARD: N_("Beiräte"),
    BodyKind.OFFICE: N_("Ämter und Fachbereiche"),
    BodyKind.PARTY: N_("Parteien und Fraktionen"),
    BodyKind.ASSOCIATION: N_("Vereine"),
    BodyKind.FUNDER: N_("Geldgeber"),
    BodyKind.OTHER: N_("Weitere"),
}
STATIONS: Final[Mapping[Station, str]] = {
    Station.EXPERT_GROUP: N_("Expert*innengruppe"),
    Station.STATEMENTS: N_("Stellungnahmen"),
    Station.STEERING_GROUP: N_("Lenkungsgruppe"),
    Station.COMMITTEE: N_("Ausschuss"),
    Station.COUNCIL: N_("Rat"),
    Station.CARRYING_OUT: N_("Umsetzung"),
}
OUTCOMES, SIGNS = parted({
    Outcome.PENDING: (N_("noch offen"), "", "hourglass"),
    Outcome.STATED: (N_("Stellung genommen"), "note", "pencil"),
    Outcome.AGREED: (N_("zugestimmt"), "good", "check"),
    Outcome.AGREED_CHANGED: (N_("mit Änderung zugestimmt"), "good", "check"),
    Outcome.SENT_BACK: (N_("zurückgegeben"), "warn", "undo"),
    Outcome.REFUSED: (N_("abgelehnt"), "bad", "x"),
    Outcome.NOTED: (N_("zur Kenntnis genommen"), "note", "eye"),
    Outcome.POSTPONED: (N_("vertagt"), "warn", "clock"),
    Outcome.DECIDED: (N_("beschlossen"), "good", "circle-check"),
    Outcome.IN_PROGRESS: (N_("in Umsetzung"), "note", "refresh"),
    Outcome.ONGOING_BUSINESS: (N_("laufendes Geschäft"), "note", "refresh"),
    Outcome.DONE: (N_("erfüllt"), "good", "circle-check"),
    Outcome.NOT_PURSUED: (N_("nicht weiter verfolgt"), "bad", "x"),
})
STANDINGS: Final[Mapping[Standing, str]] = {
    Standing.DRAFT: N_("Entwurf"),
    Standing.IN_STATEMENT: N_("in Stellungnahme"),
    Standing.SENT_BACK: N_("zurückgegeben"),
    Standing.AGREED: N_("zugestimmt"),
    Standing.AGREED_CHANGED: N_("mit Änderung zugestimmt"),
    Standing.REFUSED: N_("abgelehnt"),
    Standing.DECIDED: N_("beschlossen"),
    Standing.IN_PROGRESS: N_("in Umsetzung"),
    Standing.ONGOING_BUSINESS: N_("laufendes Geschäft"),
    Standing.DONE: N_("erfüllt"),
    Standing.NOT_PURSUED: N_("nicht weiter verfolgt"),
}

REMARKS: Final[Mapping[Remark, str]] = {
    Remark.UNUSUAL_OUTCOME: N_("Dieses Ergebnis ist bei dieser Station ungewöhnlich."),
    Remark.EARLIER_THAN_BEFORE: N_("Das Datum liegt vor dem eines früheren Schritts."),
    Remark.NOT_DECIDED_YET: N_("Umgesetzt wird, bevor ein Beschluss eingetragen ist."),
    Remark.NOT_AGREED_YET: N_("Die Lenkungsgruppe hat noch nicht zugestimmt."),
    Remark.WENT_BACK: N_(
        "Der Text geht einen Schritt zurück, ohne dass er zurückgegeben wurde."
    ),
    Remark.AFTER_REFUSAL: N_("Davor steht eine Ablehnung."),
    Remark.VOTES_SAY_OTHERWISE: N_("Die Stimmen passen nicht zum Ergebnis."),
    Remark.WHO_DECIDED: N_("Es fehlt, wer beschlossen hat."),
    Remark.WHEN_DECIDED: N_("Es fehlt, wann beschlossen wurde."),
    Remark.WHICH_PAPER: N_("Es fehlt die Drucksache des Beschlusses."),
    Remark.WHAT_TO_CHANGE: N_("Es fehlt, was geändert werden soll."),
}


def outcome_word(outcome: Outcome) -> str:
    """Say what came of a step; who is invited declines by the same German word."""
    if outcome is Outcome.REFUSED:
        return pgettext("decision", "abgelehnt")
    return _(OUTCOMES[outcome])


def standing_word(standing: Standing) -> str:
    """Say how far a text has come."""
    if standing is Standing.REFUSED:
        return pgettext("decision", "abgelehnt")
    return _(STANDINGS[standing])


def votes_in_words(step: StepFacts) -> str:
    """Say counted votes as the council's log does: "2 dafür – 8 dagegen"."""
    return counts_in_words(step.yes, step.no, step.abstained)


def counts_in_words(yes: int | None, no: int | None, abstained: int | None) -> str:
    """Say counts that are known; nothing where there are none."""
    said: Sequence[str] = [
        *([_("%(num)s dafür", num=yes)] if yes is not None else []),
        *([_("%(num)s dagegen", num=no)] if no is not None else []),
        *(
            [ngettext("%(num)s Enthaltung", "%(num)s Enthaltungen", abstained)]
            if abstained is not None
            else []
        ),
    ]
    return " – ".join(said)
