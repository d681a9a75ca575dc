"""What a voting round is, and who may vote in it."""

from enum import StrEnum


class Stage(StrEnum):
    """
    A round is prepared, open, and closed for good.

    Where there is paper, dots are still counted when nobody votes any more.
    """

    DRAFT = "draft"
    OPEN = "open"
    COUNTING = "counting"
    CLOSED = "closed"


class Subject(StrEnum):
    """What people vote on."""

    PROPOSALS = "proposals"
    CLUSTERS = "clusters"


class Voters(StrEnum):
    """Who may vote: everybody with a ticket, who is here now, or one group."""

    TICKET = "ticket"
    PRESENT = "present"
    GROUP = "group"


class Completion(StrEnum):
    """How a budget is given out: by most votes, or by equal shares."""

    MOST_VOTES = "most_votes"
    EQUAL_SHARES = "equal_shares"
