"""The stages of a conference in words: what each means, and how it is reached."""

from collections.abc import Mapping
from typing import Final

from lip.conference.rules.stages import Stage
from lip.words import N_

STAGE_WORDS: Final[Mapping[Stage, str]] = {
    Stage.DRAFT: N_("Entwurf"),
    Stage.ANNOUNCED: N_("Angekündigt"),
    Stage.HELD: N_("Hat stattgefunden"),
    Stage.CALLED_OFF: N_("Abgesagt"),
    Stage.ARCHIVED: N_("Im Archiv"),
}

MEANINGS: Final[Mapping[Stage, str]] = {
    Stage.DRAFT: N_(
        "Nur das Organisationsteam sieht die Seite. Auf der Startseite steht die "
        "Konferenz nicht, und niemand kann sich anmelden."
    ),
    Stage.ANNOUNCED: N_(
        "Alle können die Seite lesen. Die Konferenz steht auf der Startseite, und "
        "Anmeldungen sind möglich."
    ),
    Stage.HELD: N_(
        "Die Konferenz steht unter „Frühere Konferenzen“. Anmelden kann sich niemand "
        "mehr. Protokolle und Unterlagen können Sie weiter veröffentlichen."
    ),
    Stage.CALLED_OFF: N_(
        "Auf der Seite, auf der Startseite und bei jedem Ticket steht, dass die "
        "Konferenz abgesagt ist. Niemand kann sich anmelden, und am Einlass wird "
        "niemand eingelassen. Wer angemeldet ist und eine E-Mail-Adresse angegeben "
        "hat, bekommt nach 10 Minuten eine Nachricht. So lange können Sie einen "
        "Irrtum zurücknehmen. Alle anderen müssen Sie selbst anrufen oder anschreiben."
    ),
    Stage.ARCHIVED: N_(
        "Die Seite bleibt lesbar, mit dem Hinweis, dass sie nicht mehr geändert wird."
    ),
}

STEPS: Final[Mapping[tuple[Stage, Stage], str]] = {
    (Stage.DRAFT, Stage.ANNOUNCED): N_("Konferenz ankündigen"),
    (Stage.ANNOUNCED, Stage.DRAFT): N_("Zurück zum Entwurf"),
    (Stage.ANNOUNCED, Stage.HELD): N_("Die Konferenz hat stattgefunden"),
    (Stage.ANNOUNCED, Stage.CALLED_OFF): N_("Konferenz absagen"),
    (Stage.HELD, Stage.ANNOUNCED): N_("Sie hat noch nicht stattgefunden"),
    (Stage.HELD, Stage.ARCHIVED): N_("Ins Archiv legen"),
    (Stage.CALLED_OFF, Stage.ANNOUNCED): N_("Absage der Konferenz zurücknehmen"),
    (Stage.CALLED_OFF, Stage.ARCHIVED): N_("Ins Archiv legen"),
    (Stage.ARCHIVED, Stage.HELD): N_("Aus dem Archiv holen"),
}
