"""The bodies of the city and what they decided, for everybody."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from lip.bodies.pages.bodies import in_groups
from lip.bodies.pages.paper_links import linked_page
from lip.bodies.pages.timeline import Point, paper_paths, point_of
from lip.bodies.pages.words import KINDS
from lip.bodies.queries.bodies import all_bodies, body_by_key
from lip.bodies.queries.steps import steps_at
from lip.bodies.rules.kinds import BodyKind
from lip.bodies.rules.steps import StepFacts
from lip.subjects import Subject
from lip.web.json_ld import markup
from lip.web.page import AnyRequest, page
from lip.web.visit import visit_of
from lip.words import _

_TYPES: Final[Mapping[BodyKind, str]] = {
    BodyKind.PARTY: "Organization",
    BodyKind.ASSOCIATION: "NGO",
    BodyKind.FUNDER: "Organization",
    BodyKind.OTHER: "Organization",
}
"""What schema.org calls those who do not belong to the city."""


@get("/", name="bodies.read_all")
async def read_bodies(request: AnyRequest) -> Template:
    """List the bodies by their kinds."""
    return page(request, "bodies/public.html", groups=in_groups(await all_bodies()))


@get("/{body_key:str}", name="bodies.read")
async def read_body(
    request: AnyRequest, body_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[str]:
    """Show a body, what belongs to it and what it decided."""
    there = await body_by_key(body_key)
    everybody = await all_bodies()
    steps = await steps_at(there.id, now=now)
    made = page(
        request,
        "bodies/public_body.html",
        body=there,
        kind=_(KINDS[there.kind]),
        parent=next((one for one in everybody if one.id == there.parent), None),
        members=[one for one in everybody if one.parent == there.id],
        decided=await decided_lines(request, steps),
        about=markup(
            request,
            _TYPES.get(there.kind, "GovernmentOrganization"),
            path=f"/bodies/{there.key}",
            name=there.name,
            alternateName=there.short_name,
            telephone=there.phone,
            email=there.email,
            sameAs=there.website,
        ),
    )
    return await linked_page(request, made)


async def decided_lines(
    request: AnyRequest, steps: Sequence[StepFacts]
) -> Sequence[Mapping[str, object]]:
    """Put what a body decided into lines, each with what it was about."""
    subjects = await _subjects(request, steps)
    paths = await paper_paths(request, steps)
    prefix = visit_of(request).prefix
    lines: list[Mapping[str, object]] = []
    for one in steps:
        subject = subjects.get(one.subject)
        if subject is None or not subject.public:
            continue
        point: Point = point_of(one)
        lines.append({
            "step": one,
            "point": point,
            "subject": subject,
            "path": prefix + subject.path if subject.path else "",
            "paper_path": prefix + paths[one.paper] if one.paper in paths else "",
        })
    return lines


async def _subjects(
    request: AnyRequest, steps: Sequence[StepFacts]
) -> Mapping[UUID, Subject]:
    """Name what steps are about, one statement a kind."""
    found: dict[UUID, Subject] = {}
    for kind in {one.kind for one in steps}:
        if kind in request.app.state.subjects:
            ids = {one.subject for one in steps if one.kind is kind}
            found |= await request.app.state.subjects[kind](ids)
    return found


router = Router(
    path="/bodies",
    route_handlers=[read_bodies, read_body],
    include_in_schema=False,
)
