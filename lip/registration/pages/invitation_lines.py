"""Invitations as lines of a list, and how many stand where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.pages.guest_words import moment
from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.rules.invitations import (
    OPEN,
    InvitationFacts,
    InvitationState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An invitation as it stands in the list."""

    one: InvitationFacts
    state: InvitationState
    sent: str
    reminded: str
    group: str

    @property
    def open(self) -> bool:
        """Tell whether it can still be answered."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many invitations stand where, and what can be done with them."""

    made: int
    waiting: int
    registered: int
    declined: int
    to_send: int
    to_print: int
    to_remind: int


def line_of(
    one: InvitationFacts,
    conference: ConferenceFacts,
    groups: Mapping[UUID, str],
    *,
    ended: bool,
) -> Line:
    """Put an invitation into a line of the list."""
    return Line(
        one=one,
        state=one.state(ended=ended),
        sent=moment(one.sent_at, conference) if one.sent_at else "",
        reminded=moment(one.reminded_at, conference) if one.reminded_at else "",
        group=groups.get(one.group, "") if one.group else "",
    )


def tally_of(lines: Sequence[Line]) -> Tally:
    """Count who stands where, and what can be done."""

    def many(*states: InvitationState) -> int:
        return sum(line.state in states for line in lines)

    made, sent = InvitationState.MADE, InvitationState.SENT
    return Tally(
        made=len(lines),
        waiting=many(made, sent),
        registered=many(InvitationState.REGISTERED),
        declined=many(InvitationState.DECLINED),
        to_send=sum(line.state is made and bool(line.one.email) for line in lines),
        to_print=sum(line.open and not line.one.email for line in lines),
        to_remind=sum(
            line.state is sent and bool(line.one.email) and not line.reminded
            for line in lines
        ),
    )
