"""The sample city: its bodies, its plan, its measures, papers and news."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import fill_in_measures
from lip.sample.papers import fill_in_papers
from lip.sample.plan import fill_in_plan
from lip.sample.plan_changes import fill_in_plan_changes


async def fill_in_city(
    conference: ConferenceFacts,  # noqa: ARG001 - plan and news will name it
    *,
    now: datetime,
) -> None:
    """Fill in what is missing, lower areas first; again changes nothing."""
    bodies = await fill_in_bodies(now=now)
    await fill_in_measures(bodies, now=now)
    await fill_in_papers(bodies, now=now)
    await fill_in_plan(bodies, now=now)
    await fill_in_plan_changes(bodies, now=now)
