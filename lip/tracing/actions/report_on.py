"""Note which measures a chapter reports on."""

from collections.abc import Collection
from uuid import UUID, uuid4

from lip.database import execute_many


async def report_on(measures: Collection[UUID], chapter: UUID) -> None:
    """Note it within the act that writes the chapter; again changes nothing."""
    await execute_many(
        "INSERT INTO reported (id, measure, chapter) VALUES (?, ?, ?) "
        "ON CONFLICT (measure, chapter) DO NOTHING",
        [(uuid4(), one, chapter) for one in measures],
    )
