"""Data and periods of the whole house for administrators, and in public."""

from datetime import datetime

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_administrator
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts, titles
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.retention.pages.conference_data import pages_of
from lip.retention.pages.record_words import said_break, said_record
from lip.retention.queries.outlook import due_now, in_reading_order, outlook
from lip.retention.queries.records import break_of_chain, records_of
from lip.web.page import AnyRequest, page
from lip.web.pages import ZONE, prefixed


@get("/", name="retention.all")
async def show_all(
    request: AnyRequest, now: NamedDependency[datetime], number: FromQuery[int] = 1
) -> Template:
    """Show every kind of data with its rule, what is due, and all records."""
    kinds = request.app.state.kinds
    records, total = await records_of(None, page=number)
    names = await titles()
    return page(
        request,
        "retention/all.html",
        kinds=in_reading_order(kinds),
        due=await due_now(kinds, now=now),
        records=[
            said_record(one, kinds=kinds, titles=names, zone=ZONE) for one in records
        ],
        broken=said_break(await break_of_chain()),
        conferences=names,
        **pages_of(prefixed(request, "retention.all"), number, total),
    )


@get("/", name="retention.public")
async def show_public(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Tell everybody what is kept of people, and how long."""
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=conference.key)
    kinds = request.app.state.kinds
    ahead = await outlook(conference.id, kinds)
    return page(
        request,
        "retention/public.html",
        conference=conference,
        kinds=in_reading_order(kinds),
        until={one.kind.name: one.until for one in ahead if one.rows},
    )


router = Router(
    path="/retention",
    guards=[requires_administrator],
    route_handlers=[show_all],
    include_in_schema=False,
)

public_router = Router(
    path="/c/{key:str}/retention",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_public],
    include_in_schema=False,
)
