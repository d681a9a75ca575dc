"""Read of bodies what programs that follow changes must know."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.database import fetch


async def times_of_bodies() -> Mapping[UUID, tuple[datetime, datetime]]:
    """Tell when each body was made and changed the last time."""
    rows = await fetch("SELECT id, created_at, changed_at FROM body")
    return {row["id"]: (row["created_at"], row["changed_at"]) for row in rows}
