"""Make the sets of open data from what is public at a moment."""

from collections.abc import Sequence
from datetime import datetime

from elections.elected import final_elections
from lip.bodies.queries.bodies import all_bodies
from lip.fields.queries.fields import all_fields
from lip.opendata.documents.plan_rows import (
    Around,
    chapter_rows,
    contact_rows,
    measure_rows,
    paper_rows,
)
from lip.opendata.documents.popolo import popolo
from lip.opendata.documents.proposal_rows import Asked, proposal_rows
from lip.opendata.documents.tables import Row, rows_csv, rows_json
from lip.opendata.queries.open_conferences import (
    open_conferences,
    public_conferences,
)
from lip.opendata.queries.open_plan import public_plan
from lip.opendata.rules.datasets import SHAPES, Dataset, Form
from lip.opendata.rules.oparl import written
from lip.opendata.rules.site import Site
from proposals.queries.following import ways_of
from proposals.queries.proposals import shown_proposals
from proposals.rules.following import Tracer

MOST_PROPOSALS = 100_000
_OF_THE_PLAN = {
    Dataset.MEASURES: measure_rows,
    Dataset.CONTACT_POINTS: contact_rows,
    Dataset.PAPERS: paper_rows,
    Dataset.CHAPTERS: chapter_rows,
}


async def dataset(
    wanted: Dataset,
    form: Form,
    site: Site,
    *,
    tracers: Sequence[Tracer],
    now: datetime,
) -> bytes:
    """Write one set in one form."""
    head = {"publisher": site.publisher, "license": site.licence}
    if wanted is Dataset.RESULTS:
        return written({**head, **await _results(site)}).encode()
    if wanted is Dataset.PROPOSALS:
        rows = await _proposals(site, tracers)
    else:
        rows = _OF_THE_PLAN[wanted](await _around(site, now))
    if form is Form.CSV:
        return rows_csv(rows, SHAPES[wanted].columns)
    return rows_json(rows, head)


async def _around(site: Site, now: datetime) -> Around:
    bodies = {one.id: one.name for one in await all_bodies()}
    return Around(found=await public_plan(now), bodies=bodies, site=site)


async def _proposals(site: Site, tracers: Sequence[Tracer]) -> list[Row]:
    fields = {one.id: one for one in await all_fields()}
    rows: list[Row] = []
    for conference in await public_conferences():
        found = await shown_proposals(conference.id, most=MOST_PROPOSALS)
        ways = await ways_of([one.id for one in found], tracers)
        asked = Asked(ways=ways, fields=fields, site=site)
        rows += proposal_rows(conference, found, asked)
    return rows


async def _results(site: Site) -> Row:
    conferences = await open_conferences()
    finals = {
        one.conference.key: await final_elections(one.conference.id)
        for one in conferences
    }
    return popolo(conferences, finals, site)
