"""Where a proposal stands, how it came in, and who held it back for what reason."""

from enum import StrEnum


class Standing(StrEnum):
    """Who sees a proposal: everybody, its moderators, or only its author."""

    SHOWN = "shown"
    WAITING = "waiting"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


class Way(StrEnum):
    """How a proposal was handed in."""

    TICKET = "ticket"
    LINK = "link"
    ACCOUNT = "account"
    CARD = "card"


class Reason(StrEnum):
    """Why moderators hid a proposal or a comment; the author reads it in words."""

    INSULT = "insult"
    PERSONAL = "personal"
    OFF_TOPIC = "off_topic"
    ADVERTISING = "advertising"
    REPEATED = "repeated"
    UNREADABLE = "unreadable"
    OTHER = "other"
