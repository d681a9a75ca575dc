"""What people hand in when they register, and what it comes to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lip.conference.rules.guest import Guest


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """
    One person who is registered.

    `answers` are those to own questions, by field. `consent` is the sentence that was
    agreed to, where something sensitive was answered.
    """

    guest: Guest
    answers: Mapping[UUID, str] = field(default_factory=dict)
    sessions: tuple[UUID, ...] = ()
    consent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyWish:
    """
    People who are registered in one go.

    `request` is the key of the form they sent. `may_wait` says that they know that
    all places are taken, `may_wait_for` for which sessions they know it.
    """

    request: UUID
    people: tuple[Entrant, ...]
    group: UUID | None = None
    email: str = ""
    language: str = ""
    may_wait: bool = False
    may_wait_for: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredParty:
    """They are on the list; `waiting` where all places were taken."""

    people: tuple[UUID, ...]
    waiting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPlaces:
    """There are not so many places left; who knows it may wait, if there is a list."""

    left: int
    may_wait: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsFull:
    """Sessions filled up while the form was open, with how many places are left."""

    left: Mapping[UUID, int]


Outcome = RegisteredParty | NoPlaces | SessionsFull


def wanted_in_sessions(people: Collection[Entrant]) -> Mapping[UUID, int]:
    """Count how many of a party want a place in which session."""
    counts: dict[UUID, int] = {}
    for one in people:
        for session in one.sessions:
            counts[session] = counts.get(session, 0) + 1
    return counts


def sessions_full(
    people: Collection[Entrant],
    free: Mapping[UUID, int | None],
    *,
    may_wait_for: Collection[UUID],
) -> Mapping[UUID, int]:
    """
    Find the sessions that have not enough places for those who want one.

    One that is not there any more is full for everybody.
    """
    wanted = wanted_in_sessions(people)
    return {
        session: left
        for session, many in wanted.items()
        if (left := free.get(session, 0)) is not None
        and left < many
        and (session not in may_wait_for or session not in free)
    }


def overlapping(times: Collection[tuple[UUID, datetime, datetime]]) -> frozenset[UUID]:
    """Find sessions that nobody can visit together; one may follow at once."""
    return frozenset(
        one
        for one, begins, ends in times
        for other, other_begins, other_ends in times
        if one != other and begins < other_ends and other_begins < ends
    )
