"""The sample city: its bodies, its plan, its measures, papers and news."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import fill_in_measures
from lip.sample.news import fill_in_news
from lip.sample.papers import fill_in_papers
from lip.sample.plan import fill_in_plan
from lip.sample.plan_changes import fill_in_plan_changes
from lip.sample.traces import fill_in_traces


async def fill_in_city(
    conference: ConferenceFacts,
    *,
    now: datetime,
) -> None:
    """Fill in what is missing, lower areas first; again changes nothing."""
    bodies = await fill_in_bodies(now=now)
    await fill_in_measures(bodies, now=now)
    await fill_in_papers(bodies, now=now)
    await fill_in_news(bodies, now=now)
    await fill_in_plan(bodies, now=now)
    await fill_in_plan_changes(bodies, now=now)
    await fill_in_traces(conference, now=now)
