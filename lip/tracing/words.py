"""German words for values of traces, to be translated where they are shown."""

from collections.abc import Mapping
from typing import Final

from lip.subjects import SubjectKind
from lip.words import N_

STAGES: Final[Mapping[SubjectKind, str]] = {
    SubjectKind.PROPOSAL: N_("Vorschläge"),
    SubjectKind.CLUSTER: N_("Bündel"),
    SubjectKind.VOTING_ROUND: N_("Abstimmungen"),
    SubjectKind.CHAPTER: N_("Kapitel"),
    SubjectKind.AMENDMENT: N_("Änderungsanträge"),
    SubjectKind.MEASURE: N_("Vorhaben"),
    SubjectKind.PAPER: N_("Drucksachen"),
    SubjectKind.PROJECT: N_("Projekte"),
    SubjectKind.NEWS: N_("Nachrichten"),
}
"""The heading of what stands together on a way."""

SIGNS: Final[Mapping[SubjectKind, str]] = {
    SubjectKind.PROPOSAL: "heart-handshake",
    SubjectKind.CLUSTER: "layers",
    SubjectKind.VOTING_ROUND: "check",
    SubjectKind.CHAPTER: "file-text",
    SubjectKind.AMENDMENT: "pencil",
    SubjectKind.MEASURE: "circle-check",
    SubjectKind.PAPER: "building",
    SubjectKind.PROJECT: "users",
    SubjectKind.NEWS: "info",
}
"""The icon of each kind."""
