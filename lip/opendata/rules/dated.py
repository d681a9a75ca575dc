"""When things were made and changed, as their rows say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

Times: TypeAlias = Mapping[UUID, tuple[datetime, datetime]]
"""The first and the last act upon a thing, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When the row of something was made, and changed the last time."""

    created: datetime
    changed: datetime


def dated_by(
    times: Times, one: UUID, otherwise: datetime, changed: datetime | None = None
) -> Dated:
    """Say when a thing was made and changed that has no times in its own row."""
    first, last = times.get(one, (otherwise, otherwise))
    return Dated(created=first, changed=max(last, changed or last))
