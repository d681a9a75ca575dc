"""German words for kinds of papers, roles and relations."""

from collections.abc import Mapping, Sequence
from typing import Final

from lip.papers.rules.gaps import Gap
from lip.papers.rules.kinds import ConsultationRole, PaperKind, RelationKind
from lip.papers.rules.papers import Paper, PaperFacts
from lip.papers.rules.printing import printed_line
from lip.words import LANGUAGES, N_, _, speaking

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


def printed_kind(paper: PaperFacts) -> str:
    """Say it in the language of the paper, as part of what is printed on it."""
    with speaking(language_of_paper(paper)):
        return kind_of(paper)


def recipient_lines(paper: Paper) -> Sequence[str]:
    """Give the lines of the recipients in the language of the paper."""
    with speaking(language_of_paper(paper.facts)):
        known = _("zur Kenntnis")
    return [printed_line(one, known) for one in paper.recipients]


def language_of_paper(paper: PaperFacts) -> str:
    """Give the language of a paper, or German where the house does not speak it."""
    return paper.language if paper.language in LANGUAGES else "de"
