"""The letters that registrations bring with them."""

from enum import StrEnum


class LetterDue(StrEnum):
    """Which letter is still to be written to somebody."""

    NONE = ""
    TICKET = "ticket"
    WAITING = "waiting"
    MOVED_UP = "moved_up"
    CANCELLED = "cancelled"
