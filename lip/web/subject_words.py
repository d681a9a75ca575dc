"""What people call a chapter, a measure, a paper: kinds of subjects in words."""

from collections.abc import Mapping
from typing import Final

from lip.subjects import SubjectKind
from lip.words import N_

KIND_WORDS: Final[Mapping[SubjectKind, str]] = {
    SubjectKind.CONFERENCE: N_("Konferenz"),
    SubjectKind.PROPOSAL: N_("Vorschlag"),
    SubjectKind.CLUSTER: N_("Bündel"),
    SubjectKind.VOTING_ROUND: N_("Abstimmung"),
    SubjectKind.CHAPTER: N_("Kapitel"),
    SubjectKind.AMENDMENT: N_("Änderungsantrag"),
    SubjectKind.MEASURE: N_("Vorhaben"),
    SubjectKind.PAPER: N_("Drucksache"),
    SubjectKind.PROJECT: N_("Projekt"),
    SubjectKind.NEWS: N_("Nachricht"),
    SubjectKind.VERSION: N_("Fassung"),
    SubjectKind.CONTACT_POINT: N_("Anlaufstelle"),
    SubjectKind.BODY: N_("Gremium"),
}
"""What people call one of each kind."""
