"""The ways a vote can take; one person has one vote, whatever the way."""

from enum import StrEnum


class Channel(StrEnum):
    """Own phone, the table's tablet, a printed code, or dots on paper."""

    PHONE = "phone"
    TABLET = "tablet"
    CODE = "code"
    PAPER = "paper"


class CodeState(StrEnum):
    """A code was printed, given to somebody, has voted, or is void."""

    PRINTED = "printed"
    GIVEN = "given"
    USED = "used"
    VOID = "void"
