"""The columns of an attendance list in words."""

from collections.abc import Mapping
from typing import Final

from lip.attendance.rules.lists import ListColumn
from lip.words import N_

COLUMN_WORDS: Final[Mapping[ListColumn, str]] = {
    ListColumn.NUMBER: N_("Nr."),
    ListColumn.NAME: N_("Name"),
    ListColumn.ORGANISATION: N_("Organisation"),
    ListColumn.ROLE: N_("Rolle"),
    ListColumn.LANGUAGE: N_("Sprache"),
    ListColumn.EMAIL: N_("E-Mail"),
    ListColumn.CAME: N_("von"),
    ListColumn.LEFT: N_("bis"),
    ListColumn.TIME: N_("Dauer"),
    ListColumn.SIGNATURE: N_("Unterschrift"),
}
