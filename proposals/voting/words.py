"""German words for values of voting, to be translated where they are shown."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_
from proposals.voting.rules.channels import Channel, CodeState
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Completion, Stage, Subject, Voters

STAGES: Final[Mapping[Stage, str]] = {
    Stage.DRAFT: N_("wird vorbereitet"),
    Stage.OPEN: N_("läuft"),
    Stage.COUNTING: N_("Klebepunkte werden gezählt"),
    Stage.CLOSED: N_("geschlossen"),
}

METHODS: Final[Mapping[Method, str]] = {
    Method.APPROVE: N_("Zustimmen: jede Person wählt einige aus"),
    Method.POINTS: N_("Punkte: jede Person verteilt Punkte"),
    Method.OPINION: N_("Einzeln: zu jedem zustimmen, ablehnen oder weitergehen"),
    Method.BUDGET: N_("Geld: jede Person gibt ein Budget aus"),
}

COMPLETIONS: Final[Mapping[Completion, str]] = {
    Completion.MOST_VOTES: N_("Nach Stimmen: was die meisten wählen, kommt zuerst"),
    Completion.EQUAL_SHARES: N_(
        "In gleichen Teilen: jede Person bestimmt über gleich viel Geld"
    ),
}

SUBJECTS: Final[Mapping[Subject, str]] = {
    Subject.PROPOSALS: N_("einzelne Vorschläge"),
    Subject.CLUSTERS: N_("Bündel von Vorschlägen"),
}

VOTERS: Final[Mapping[Voters, str]] = {
    Voters.TICKET: N_("alle mit einem Ticket"),
    Voters.PRESENT: N_("alle, die gerade im Haus sind"),
    Voters.GROUP: N_("eine Gruppe"),
}

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.PHONE: N_("am eigenen Telefon"),
    Channel.TABLET: N_("am Tablet auf dem Tisch"),
    Channel.CODE: N_("mit gedrucktem Stimmcode"),
    Channel.PAPER: N_("mit Klebepunkten auf Papier"),
}

CODE_STATES: Final[Mapping[CodeState, str]] = {
    CodeState.PRINTED: N_("gedruckt"),
    CodeState.GIVEN: N_("ausgegeben"),
    CodeState.USED: N_("hat abgestimmt"),
    CodeState.VOID: N_("ungültig"),
}
