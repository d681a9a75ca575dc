"""States of texts, chapters and amendments in words."""

from collections.abc import Mapping
from typing import Final

from lip.plan.rules.kinds import MotionStatus, TextState
from lip.words import N_

TEXT_STATES: Final[Mapping[TextState, str]] = {
    TextState.DRAFT: N_("in Arbeit"),
    TextState.CHECKED: N_("geprüft"),
    TextState.RELEASED: N_("freigegeben"),
}
"""How far a text in one language is."""

STATE_SIGNS: Final[Mapping[TextState, tuple[str, str]]] = {
    TextState.DRAFT: ("warn", "pencil"),
    TextState.CHECKED: ("note", "eye"),
    TextState.RELEASED: ("good", "circle-check"),
}
"""The kind and the icon of its badge."""

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
