"""Why an object of a file was not taken in, in words."""

from collections.abc import Mapping
from typing import Final

from lip.papers.rules.from_oparl import Fault
from lip.words import N_

FAULTS: Final[Mapping[Fault, str]] = {
    Fault.NO_PAPER: N_("Das ist keine Drucksache."),
    Fault.NO_ID: N_("Die Kennung (id) fehlt oder ist zu lang."),
    Fault.TWICE: N_("Diese Drucksache steht zweimal in der Datei."),
}
