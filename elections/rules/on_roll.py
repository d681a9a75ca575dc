"""Somebody who will be on the roll when it is frozen."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRoll:
    """A voter to be; `entry` where the board or a list has put her there already."""

    participant: UUID | None
    association: str = ""
    entry: UUID | None = None
