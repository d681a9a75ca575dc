"""States of texts, chapters and amendments in words."""

from collections.abc import Mapping
from typing import Final

from lip.plan.rules.kinds import MotionStatus, TextState
from lip.words import N_
from lip.words.signs import parted

TEXT_STATES, STATE_SIGNS = parted({
    TextState.DRAFT: (N_("in Arbeit"), "warn", "pencil"),
    TextState.CHECKED: (N_("geprüft"), "note", "eye"),
    TextState.RELEASED: (N_("freigegeben"), "good", "circle-check"),
})
"""How far a text in one language is."""

MOTION_STATUSES: Final[Mapping[MotionStatus, str]] = {
    MotionStatus.DRAFT: N_("Entwurf"),
    MotionStatus.SUBMITTED_UNSCREENED: N_("Eingereicht (ungeprüft)"),
    MotionStatus.SUBMITTED: N_("Eingereicht"),
    MotionStatus.ACCEPTED: N_("Angenommen"),
    MotionStatus.REJECTED: N_("Abgelehnt"),
    MotionStatus.MODIFIED_ACCEPTED: N_("Modifiziert übernommen"),
    MotionStatus.WITHDRAWN: N_("Zurückgezogen"),
    MotionStatus.REFERRED: N_("Überweisung"),
    MotionStatus.VOTE: N_("Abstimmung"),
    MotionStatus.OBSOLETED_BY: N_("Erledigt durch anderen Antrag"),
    MotionStatus.PROCESSED: N_("Behandelt"),
    MotionStatus.QUORUM_MISSED: N_("Quorum verfehlt"),
    MotionStatus.QUORUM_REACHED: N_("Quorum erreicht"),
    MotionStatus.COLLECTING_SUPPORTERS: N_("Unterstützer*innen sammeln"),
    MotionStatus.RESOLUTION_PRELIMINARY: N_("Beschluss (vorläufig)"),
    MotionStatus.RESOLUTION_FINAL: N_("Beschluss"),
    MotionStatus.ADJOURNED: N_("Verschoben"),
    MotionStatus.INADMISSIBLE: N_("Nicht zugelassen"),
    MotionStatus.INCOMPLETE: N_("Informationen fehlen"),
    MotionStatus.PAUSED: N_("Pausiert"),
}
"""The statuses of chapters and amendments, as motion software words them."""
