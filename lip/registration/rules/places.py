"""Places: who has one, who waits, and who moves up."""

from enum import StrEnum


class Standing(StrEnum):
    """Where somebody stands with a place at a conference or in a session."""

    HELD = "held"
    WAITING = "waiting"
    GIVEN_UP = "given_up"
