"""The stages of a conference in words, and what each of them means."""

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
