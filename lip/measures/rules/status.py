"""How far a measure is: a light in words, from its status, its dates and the day."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.sheet import MilestoneLine


class Light(StrEnum):
    """What the monitoring says of a measure, best first."""

    DONE = "done"
    ON_THE_WAY = "on_the_way"
    LATE = "late"
    NO_DATE = "no_date"
    NOT_PURSUED = "not_pursued"


_SETTLED = {
    StatusKind.DONE: Light.DONE,
    StatusKind.NOT_PURSUED: Light.NOT_PURSUED,
    StatusKind.ONGOING_BUSINESS: Light.ON_THE_WAY,
}


def light(
    status: StatusKind, timetable: Sequence[MilestoneLine], *, today: date
) -> Light:
    """Say how far it is; what is settled is never late, and nobody else is blamed."""
    if status in _SETTLED:
        return _SETTLED[status]
    if overdue(status, timetable, today=today):
        return Light.LATE
    dated = any(one.begins or one.ends or one.ongoing for one in timetable)
    return Light.ON_THE_WAY if dated else Light.NO_DATE


def overdue(
    status: StatusKind, timetable: Sequence[MilestoneLine], *, today: date
) -> Sequence[MilestoneLine]:
    """Give the lines whose last day has passed, in order, while it goes on."""
    if status in _SETTLED:
        return ()
    return [
        one
        for one in timetable
        if one.ends and one.ends.last < today and not one.done and not one.ongoing
    ]
