"""What organisers should look at in a programme; nothing of it is forbidden."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations

from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import SessionFacts


class Doubt(StrEnum):
    """Why a session should be looked at."""

    SAME_ROOM = "same_room"
    SAME_SPEAKER = "same_speaker"
    OUTSIDE_DOORS = "outside_doors"
    MORE_SEATS_THAN_ROOM = "more_seats_than_room"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A doubt about a session; `other` and `speaker` say with whom."""

    doubt: Doubt
    session: SessionFacts
    other: SessionFacts | None = None
    speaker: str = ""


def warnings(
    sessions: Sequence[SessionFacts],
    *,
    doors: Iterable[tuple[datetime, datetime]],
) -> Sequence[Warned]:
    """Find what overlaps in a room or by a speaker, or lies outside the doors."""
    held = [one for one in sessions if not one.called_off]
    open_times = list(doors)
    found = [
        warned
        for a, b in combinations(held, 2)
        if overlap(a, b)
        for warned in _both(a, b)
    ]
    for one in held:
        if not any(
            opens <= one.begins and one.ends <= ends for opens, ends in open_times
        ):
            found.append(Warned(doubt=Doubt.OUTSIDE_DOORS, session=one))
        if (
            one.room
            and one.room.seats is not None
            and (one.seats or 0) > one.room.seats
        ):
            found.append(Warned(doubt=Doubt.MORE_SEATS_THAN_ROOM, session=one))
        if one.room is None and one.kind is not SessionKind.BREAK:
            found.append(Warned(doubt=Doubt.NO_ROOM, session=one))
    return found


def overlap(a: SessionFacts, b: SessionFacts) -> bool:
    """Tell whether two sessions share a moment."""
    return a.begins < b.ends and b.begins < a.ends


def _both(a: SessionFacts, b: SessionFacts) -> Sequence[Warned]:
    found = []
    if a.room and b.room and a.room.id == b.room.id:
        found.append(Warned(doubt=Doubt.SAME_ROOM, session=a, other=b))
    theirs = {one.id for one in b.speakers}
    found.extend(
        Warned(doubt=Doubt.SAME_SPEAKER, session=a, other=b, speaker=one.name)
        for one in a.speakers
        if one.id in theirs
    )
    return found
