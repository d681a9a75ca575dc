"""A programme by days, and within a day by the times at which sessions begin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lip.programme.rules.sessions import SessionFacts, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What begins at one time: one session, or several side by side."""

    begins: datetime
    sessions: Sequence[SessionFacts]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDay:
    """The sessions of one day."""

    day: date
    slots: Sequence[Slot]


def by_days(sessions: Iterable[SessionFacts], zone: ZoneInfo) -> Sequence[ProgrammeDay]:
    """Part a programme into days where the conference is, and days into slots."""
    days: dict[date, dict[datetime, list[SessionFacts]]] = {}
    for one in in_order(list(sessions)):
        days.setdefault(one.day(zone), {}).setdefault(one.begins, []).append(one)
    return [
        ProgrammeDay(
            day=day,
            slots=[Slot(begins=at, sessions=tuple(held)) for at, held in slots.items()],
        )
        for day, slots in sorted(days.items())
    ]
