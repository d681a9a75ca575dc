"""What organisers have to settle after scans without network have arrived."""

from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.actions.send_offline import settle_conflict
from lip.conference.pages.conflict_words import conflict_lines
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.door_conflicts import conflicts_at
from lip.web.page import AnyRequest, page, redirect


@get("/conflicts", name="conflicts.list")
async def show_all_conflicts(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List what is to settle, with what to do about it; settled things below."""
    lines = conflict_lines(await conflicts_at(conference, open_only=False), conference)
    return page(
        request,
        "conference/conflicts.html",
        conference=conference,
        unsettled=[line for line in lines if not line["settled"]],
        settled=[line for line in lines if line["settled"]],
    )


@post("/conflicts/{one:uuid}/settle", name="conflicts.settle")
async def send_settled(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Note that it is settled; the desk no longer shows it."""
    await settle_conflict(one, conference=conference, by=identity.actor, now=now)
    return redirect(request, "conflicts.list", key=conference.key)


router = Router(
    path="/conferences/{key:str}",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_all_conflicts, send_settled],
    include_in_schema=False,
)
