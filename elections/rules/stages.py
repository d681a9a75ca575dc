"""How far an election has come, who may vote in it, and on which way."""

from enum import StrEnum


class PollStage(StrEnum):
    """
    What has been reached; nothing goes back.

    Closed polls wait for the papers and for the root digest to be read out; counted
    ballots wait for lot or run-off; final is what was signed and published.
    """

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"
    COUNTED = "counted"
    FINAL = "final"

    @property
    def is_over(self) -> bool:
        """Say whether nobody can vote any more."""
        return self in {PollStage.CLOSED, PollStage.COUNTED, PollStage.FINAL}


class Entitled(StrEnum):
    """Where the roll comes from when it is frozen."""

    PRESENT = "present"
    TICKETS = "tickets"
    GROUP = "group"
    ASSOCIATIONS = "associations"
    IMPORTED = "imported"


class Channel(StrEnum):
    """The one way in which somebody on the roll votes; none until she has chosen."""

    NONE = ""
    PHONE = "phone"
    BOOTH = "booth"
    PAPER = "paper"


class PollStep(StrEnum):
    """What two officers do together."""

    CLOSE = "close"
    LOT = "lot"
    ANNUL = "annul"
    FINISH = "finish"


class RoundKind(StrEnum):
    """Which round of an election this is."""

    ONLY = "only"
    FIRST = "first"
    SECOND = "second"
    RUNOFF = "runoff"


class TieRule(StrEnum):
    """What comes first where several are level for a seat; last comes the lot."""

    LOT = "lot"
    RUNOFF = "runoff"


class Standing(StrEnum):
    """How far a nomination has come."""

    PROPOSED = "proposed"
    CONSENTED = "consented"
    ADMITTED = "admitted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class About(StrEnum):
    """What a ruling of the board is about."""

    ROLL = "roll"
    NOMINATION = "nomination"
    BALLOT = "ballot"
    OBJECTION = "objection"
    OTHER = "other"
