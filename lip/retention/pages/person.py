"""A participant's data for staff: the copy to hand out, and erasure on her wish."""

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.documents.people import said_name
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.printing import person_to_print
from lip.errors import NotFound
from lip.kept import Kind
from lip.keys import Keys
from lip.retention.actions.erase import erase_person
from lip.retention.pages.said_facts import for_machines, said_kind
from lip.retention.queries.own_data import everything_of
from lip.retention.queries.records import was_erased
from lip.web.page import AnyRequest, page, redirect


@get("/data", name="retention.person")
async def show_person(
    request: AnyRequest,
    participant: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show an organiser everything that is stored of a participant."""
    person = await person_to_print(conference, participant)
    stored = await everything_of(participant, request.app.state.kinds)
    kinds = [said_kind(one, zone=conference.zone) for one in stored]
    return page(
        request,
        "retention/person.html",
        conference=conference,
        person=person,
        name=said_name(person),
        full=[kind for kind in kinds if kind.rows],
        staying=[kind for kind in kinds if kind.stays],
    )


@get("/data.json", name="retention.person_json")
async def give_person(
    request: AnyRequest,
    participant: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Give the same as a file to hand out."""
    await person_to_print(conference, participant)
    kinds = request.app.state.kinds
    return await data_file(participant, conference, kinds=kinds, now=now)


async def data_file(
    participant: UUID,
    conference: ConferenceFacts,
    *,
    kinds: Sequence[Kind],
    now: datetime,
) -> Response[bytes]:
    """Write a participant's copy for programs."""
    told = {
        "made_at": now.isoformat(),
        "conference": {"key": conference.key, "title": conference.title},
        "data": for_machines(await everything_of(participant, kinds)),
    }
    return Response(
        json.dumps(told, ensure_ascii=False, indent=2).encode(),
        media_type="application/json; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="lip-data.json"',
            "Cache-Control": "no-store",
        },
    )


@post("/erase", name="retention.erase_person")
async def send_erasure(
    request: AnyRequest,
    participant: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect:
    """Erase a participant on her wish; sent twice, she is still gone."""
    gone = await erase_person(
        participant,
        conference=conference,
        kinds=request.app.state.kinds,
        keys=keys,
        by=identity.actor,
        now=now,
    )
    if not gone and not await was_erased(participant, conference.key):
        raise NotFound("unknown_participant")
    request.app.state.live.changed(conference.key)
    return redirect(request, "retention.show", key=conference.key)


router = Router(
    path="/conferences/{key:str}/participants/{participant:uuid}",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_person, give_person, send_erasure],
    include_in_schema=False,
)
