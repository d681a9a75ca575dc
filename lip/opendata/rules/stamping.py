"""
When an object was made, changed or deleted, for programs that follow changes.

`modified` must rise with every change of what an object says, whichever row it came
from, and what was public once must be told of when it is public no more. So the last
state that was told is kept, and the new one is compared with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.opendata.rules.oparl import OparlType, Stamps, Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What programs were told of an object the last time."""

    kind: OparlType
    digest: str
    stamps: Stamps
    deleted: bool


def stamps_of(
    thing: Thing, told: Told | None, digest: str, *, first_time: bool, now: datetime
) -> Stamps:
    """
    Say when an object was made and changed the last time, in whole seconds.

    What appears later than all else counts as changed when it appears: programs ask
    for what was modified since they last looked.
    """
    created, changed = _whole(thing.created), _whole(thing.changed)
    if told is None:
        modified = changed if first_time else _whole(now)
    elif told.deleted or told.digest != digest:
        created = min(created, told.stamps.created)
        later = changed > told.stamps.modified
        modified = changed if later else _whole(now)
    else:
        return told.stamps
    return Stamps(created=min(created, modified), modified=modified)


def gone(told: Mapping[UUID, Told], here: set[UUID]) -> list[UUID]:
    """List what was told of and is public no more."""
    return [one for one, last in told.items() if not last.deleted and one not in here]


def _whole(at: datetime) -> datetime:
    return at.replace(microsecond=0)
