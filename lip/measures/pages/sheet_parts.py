"""All parts of the form of a sheet, in their order."""

from collections.abc import Mapping
from typing import Final

from lip.measures.pages.part_kinds import Part
from lip.measures.pages.parts_of_people import MONEY, PEOPLE, REACH, SAID
from lip.measures.pages.parts_of_work import ABOUT, GOALS, PLACES

PARTS: Final[Mapping[str, Part]] = {
    one.name: one for one in (ABOUT, GOALS, PLACES, MONEY, PEOPLE, REACH, SAID)
}
"""By the word in the address."""
