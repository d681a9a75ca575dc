"""The sample city: its bodies, its plan, its measures, papers and news."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.sample.bodies import fill_in_bodies


async def fill_in_city(
    conference: ConferenceFacts,  # noqa: ARG001 - plan and news will name it
    *,
    now: datetime,
) -> None:
    """Fill in what is missing, lower areas first; again changes nothing."""
    await fill_in_bodies(now=now)
