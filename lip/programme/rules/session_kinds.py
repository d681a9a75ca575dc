"""What kinds of sessions a conference has."""

from enum import StrEnum


class SessionKind(StrEnum):
    """A session's kind; breaks may shrink when a day runs late."""

    OPENING = "opening"
    TALK = "talk"
    DISCUSSION = "discussion"
    WORKSHOP = "workshop"
    TABLES = "tables"
    PROPOSALS = "proposals"
    VOTE = "vote"
    ELECTION = "election"
    BREAK = "break"
    OTHER = "other"
