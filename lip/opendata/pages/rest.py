"""Chapters and amendments for programs that know motion software."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException
from litestar.openapi.spec import OpenAPIType, Schema
from litestar.params import FromPath

from lip.errors import NotFound, Refusal
from lip.opendata.documents.rest import motion, plan_details, plan_list
from lip.opendata.documents.rest_amendments import amendment, proposed_procedure
from lip.opendata.documents.rest_parts import amendment_link, number_of
from lip.opendata.pages.answers import (
    answer_json,
    no_such_object,
    open_answer,
    provide_site,
    said_of,
)
from lip.opendata.pages.described import (
    ANYTHING,
    SAME,
    WORDS,
    answer,
    many,
    thing,
    told,
)
from lip.opendata.pages.keeping import kept
from lip.opendata.queries.open_amendments import (
    OpenAmendment,
    public_amendments,
    with_lines,
)
from lip.opendata.rules.oparl import written
from lip.opendata.rules.site import Site
from lip.plan.pages.change_words import place_of
from lip.plan.queries.for_programs import OpenChapter, open_chapters, published_at
from lip.plan.queries.plans import public_plan_by_key, public_plans
from lip.plan.rules.plans import PlanFacts
from lip.web.page import AnyRequest
from lip.web.refusals import status_of

MISSING: Final = answer(
    "There is no such plan, chapter or amendment.",
    thing(success=Schema(type=OpenAPIType.BOOLEAN), error=WORDS),
)


def one_of(summary: str) -> dict[str, Any]:
    """Describe a handler that answers one thing."""
    return told(summary, {200: answer("It.", ANYTHING), 304: SAME, 404: MISSING})


def all_of(summary: str) -> dict[str, Any]:
    """Describe a handler that answers a list."""
    listed = answer("All of them.", many(ANYTHING))
    return told(summary, {200: listed, 304: SAME, 404: MISSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A chapter with its plan, and all chapters of it in their order."""

    plan: PlanFacts
    chapter: OpenChapter
    chapters: Sequence[OpenChapter]

    @property
    def beside(self) -> tuple[OpenChapter | None, OpenChapter | None]:
        """Give the chapters before and behind it."""
        at = list(self.chapters).index(self.chapter)
        behind = self.chapters[at + 1] if at + 1 < len(self.chapters) else None
        return (self.chapters[at - 1] if at else None), behind


async def found_plan(rest_plan: FromPath[str]) -> PlanFacts:
    """Find the public plan that an address names."""
    try:
        return await public_plan_by_key(rest_plan)
    except NotFound as error:
        raise no_such_object() from error


async def all_chapters(
    request: AnyRequest, plan: NamedDependency[PlanFacts]
) -> Sequence[OpenChapter]:
    """Give the chapters of a plan as everybody may read them."""
    return await kept(request, f"chapters {plan.key}", lambda: open_chapters(plan))


async def found_chapter(
    plan: NamedDependency[PlanFacts],
    chapters: NamedDependency[Sequence[OpenChapter]],
    rest_chapter: FromPath[str],
) -> Found:
    """Find the chapter that an address names."""
    for one in chapters:
        if one.key == rest_chapter:
            return Found(plan=plan, chapter=one, chapters=chapters)
    raise no_such_object()


async def found_amendment(
    found: NamedDependency[Found], rest_amendment: FromPath[str]
) -> OpenAmendment:
    """Find an amendment by its number, or by what people call it."""
    for one in await public_amendments(found.plan, found.chapter.id):
        if rest_amendment in {str(number_of(one.id)), one.code}:
            return await with_lines(one, found.plan)
    raise no_such_object()


PLAN: Final = {"plan": Provide(found_plan), "chapters": Provide(all_chapters)}


@get("/", name="rest.plans", **one_of("All public plans"))
async def send_plans(
    request: AnyRequest, site: NamedDependency[Site]
) -> Response[bytes]:
    """Answer the list of plans."""
    return _answer(request, plan_list(await public_plans(), await published_at(), site))


@get(
    "/{rest_plan:str}",
    name="rest.plan",
    dependencies=PLAN,
    **one_of("A plan with links to its chapters and their amendments"),
)
async def send_plan(
    request: AnyRequest,
    plan: NamedDependency[PlanFacts],
    chapters: NamedDependency[Sequence[OpenChapter]],
    site: NamedDependency[Site],
) -> Response[bytes]:
    """Answer one plan."""
    amendments = await public_amendments(plan)
    return _answer(request, plan_details(plan, chapters, amendments, site))


@get(
    "/{rest_plan:str}/proposed-procedure",
    name="rest.procedure",
    dependencies=PLAN,
    **one_of("What is proposed to be done with the amendments of a plan"),
)
async def send_procedure(
    request: AnyRequest,
    plan: NamedDependency[PlanFacts],
    chapters: NamedDependency[Sequence[OpenChapter]],
    site: NamedDependency[Site],
) -> Response[bytes]:
    """Answer what is proposed, as far as it is public."""
    amendments = await public_amendments(plan)
    return _answer(request, proposed_procedure(chapters, amendments, plan, site))


@get("/", name="rest.motion", **one_of("A chapter with its text and its lines"))
async def send_motion(
    request: AnyRequest, found: NamedDependency[Found], site: NamedDependency[Site]
) -> Response[bytes]:
    """Answer one chapter."""
    amendments = await public_amendments(found.plan, found.chapter.id)
    details = motion(found.chapter, found.plan, amendments, site, beside=found.beside)
    return _answer(request, details)


@get("/amendment", name="rest.amendments", **all_of("The amendments to a chapter"))
async def send_amendments(
    request: AnyRequest, found: NamedDependency[Found], site: NamedDependency[Site]
) -> Response[bytes]:
    """Answer the list of a chapter's amendments."""
    amendments = await public_amendments(found.plan, found.chapter.id)
    links = [amendment_link(one, found.plan, site) for one in amendments]
    return _answer(request, links)


@get(
    "/amendment/{rest_amendment:str}",
    name="rest.amendment",
    dependencies={"shown": Provide(found_amendment)},
    **one_of("An amendment with what it changes, line by line"),
)
async def send_amendment(
    request: AnyRequest,
    found: NamedDependency[Found],
    shown: NamedDependency[OpenAmendment],
    site: NamedDependency[Site],
) -> Response[bytes]:
    """Answer one amendment."""
    chapter, plan = found.chapter, found.plan
    return _answer(request, amendment(shown, chapter, plan, site, place_of=place_of))


def answer_refused(request: AnyRequest, refusal: Refusal) -> Response[bytes]:
    """Answer a refusal as motion software does."""
    return _failed(status_of(refusal), said_of(request, refusal))


def answer_unknown(_request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """Answer what the framework refuses as motion software does."""
    return _failed(error.status_code, error.detail)


def _failed(status: int, sentence: str) -> Response[bytes]:
    return answer_json(status, {"success": False, "error": sentence})


def _answer(request: AnyRequest, value: Any) -> Response[bytes]:
    return open_answer(request, written(value).encode())


_motions = Router(
    path="/{rest_plan:str}/motion/{rest_chapter:str}",
    route_handlers=[send_motion, send_amendments, send_amendment],
    dependencies={**PLAN, "found": Provide(found_chapter)},
)
router = Router(
    path="/rest",
    route_handlers=[send_plans, send_plan, send_procedure, _motions],
    dependencies={"site": Provide(provide_site, sync_to_thread=False)},
    exception_handlers={Refusal: answer_refused, HTTPException: answer_unknown},
    tags=["Plan"],
)
