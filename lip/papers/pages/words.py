"""German words for kinds of papers, roles and relations."""

from collections.abc import Mapping
from typing import Final

from lip.papers.rules.kinds import ConsultationRole, PaperKind, RelationKind
from lip.papers.rules.papers import Gap, PaperFacts
from lip.words import N_, _

KINDS: Final[Mapping[PaperKind, str]] = {
    PaperKind.INFORMATION: N_("Informationsdrucksache"),
    PaperKind.DECISION: N_("Beschlussdrucksache"),
    PaperKind.MOTION: N_("Antrag"),
    PaperKind.AMENDMENT: N_("Änderungsantrag"),
    PaperKind.INQUIRY: N_("Anfrage"),
    PaperKind.OTHER: N_("Drucksache"),
}
ROLES: Final[Mapping[ConsultationRole, str]] = {
    ConsultationRole.FOR_INFORMATION: N_("zur Kenntnis"),
    ConsultationRole.ADVICE: N_("Beratung"),
    ConsultationRole.DECISION: N_("Beschlussfassung"),
}
RELATIONS: Final[Mapping[RelationKind, str]] = {
    RelationKind.ORIGINAL: N_("Originalvorlage"),
    RelationKind.ORIGIN: N_("Ursprungsvorlage"),
    RelationKind.AMENDMENT: N_("Änderungsantrag"),
    RelationKind.RELATED: N_("Verwandte Drucksache"),
}
GAPS: Final[Mapping[Gap, str]] = {
    Gap.TITLE: N_("Es fehlt der Titel."),
    Gap.GENDER: N_("Es fehlt der Abschnitt zu Gender-Aspekten."),
    Gap.MOTION: N_("Es fehlt der Antrag."),
    Gap.COST: N_("Es steht nichts zu den Kosten da: weder ein Satz noch eine Tabelle."),
    Gap.RECIPIENTS: N_("Es fehlt, an wen die Drucksache geht."),
    Gap.DATE: N_("Es fehlt das Datum."),
}


def kind_of(paper: PaperFacts) -> str:
    """Say what a paper is, as it is printed on it."""
    return paper.kind_label or _(KINDS[paper.kind])
