"""Where pages stand, area by area."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands, and who looks at it."""

    path: str
    who: str = "admin"
