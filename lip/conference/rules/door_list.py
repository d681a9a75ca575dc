"""The door list: who is expected, on paper, for the day the network is down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lip.conference.rules.names import sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorListRow:
    """One expected person; `sorted_as` is by what people look for, if not the name."""

    number: int
    name: str
    organisation: str
    sorted_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorList:
    """The list and its head; `spare` lines are left empty for people unannounced."""

    conference: str
    when: str
    where: str
    rows: Sequence[DoorListRow]
    spare: int = 12


def in_order(door_list: DoorList, language: str) -> DoorList:
    """Sort a door list as a reader of a language expects."""

    def place(row: DoorListRow) -> tuple[str, str, int]:
        looked_for = row.sorted_as or row.name
        return sort_key(looked_for, language), row.name, row.number

    return replace(door_list, rows=tuple(sorted(door_list.rows, key=place)))
