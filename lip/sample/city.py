"""The sample city: its bodies, its plan, its measures, papers and news."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts


async def fill_in_city(conference: ConferenceFacts, *, now: datetime) -> None:
    """Fill in what is missing, lower areas first; again changes nothing."""
