"""Chapters for programs that know motion software."""

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath

from lip.errors import NotFound
from lip.opendata.documents.rest import motion, plan_details, plan_list
from lip.opendata.pages.answers import open_answer, site_of
from lip.opendata.rules.oparl import written
from lip.plan.queries.amendments import amendments_of
from lip.plan.queries.for_programs import OpenPlan, open_plans
from lip.settings import Settings
from lip.web.page import AnyRequest

ANSWERS = {404: ResponseSpec(None, description="There is no such plan or chapter.")}


@get("/", name="rest.plans", summary="All public plans")
async def send_plans(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Answer the list of plans."""
    listed = plan_list(await open_plans(), site_of(settings))
    return open_answer(request, written(listed).encode())


@get(
    "/{rest_plan:str}",
    name="rest.plan",
    summary="A plan with links to its chapters",
    responses=ANSWERS,
)
async def send_plan(
    request: AnyRequest,
    rest_plan: FromPath[str],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Answer one plan."""
    details = plan_details(await _plan(rest_plan), site_of(settings))
    return open_answer(request, written(details).encode())


@get(
    "/{rest_plan:str}/motion/{rest_chapter:str}",
    name="rest.motion",
    summary="A chapter with its text, its lines and its amendments",
    responses=ANSWERS,
)
async def send_motion(
    request: AnyRequest,
    rest_plan: FromPath[str],
    rest_chapter: FromPath[str],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Answer one chapter."""
    plan = await _plan(rest_plan)
    found = [one for one in plan.chapters if one.key == rest_chapter]
    if not found:
        raise NotFound("no_such_open_object")
    amendments = []
    if plan.plan.draft_public:
        amendments = list(await amendments_of(plan.plan.id, chapter=found[0].id))
    details = motion(found[0], plan.plan, amendments, site_of(settings))
    return open_answer(request, written(details).encode())


async def _plan(key: str) -> OpenPlan:
    found = [one for one in await open_plans() if one.plan.key == key]
    if not found:
        raise NotFound("no_such_open_object")
    return found[0]


router = Router(
    path="/rest",
    route_handlers=[send_plans, send_plan, send_motion],
    tags=["Plan"],
)
