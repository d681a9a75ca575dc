"""How far an election has come, and who may vote in it."""

from enum import StrEnum


class PollStage(StrEnum):
    """An election is prepared, its polls are open, and they are closed for good."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


class Entitled(StrEnum):
    """Who is on the roll: who is in the hall when it is frozen, or all with tickets."""

    PRESENT = "present"
    TICKETS = "tickets"


class PollStep(StrEnum):
    """What two officers do together."""

    CLOSE = "close"
