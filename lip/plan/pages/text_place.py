"""What an address of the editors' desk means: a plan, a chapter, a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Router
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from lip.accounts.guards import requires_editor
from lip.plan.queries.chapters import chapter_by_key, text_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.chapters import ChapterFacts, TextFacts
from lip.plan.rules.lines import Line, lines_of
from lip.plan.rules.plans import PlanFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A chapter of a draft."""

    plan: PlanFacts
    chapter: ChapterFacts

    @property
    def address(self) -> dict[str, str]:
        """Give what stands in its addresses."""
        return {"plan": self.plan.key, "chapter": self.chapter.key}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Draft):
    """A chapter of a draft in one language."""

    text: TextFacts

    @property
    def address(self) -> dict[str, str]:
        """Give what stands in its addresses."""
        return {
            "plan": self.plan.key,
            "chapter": self.chapter.key,
            "language": self.text.language,
        }

    @property
    def lines(self) -> Sequence[Line]:
        """Give its lines, numbered as on paper."""
        return lines_of(self.text.text, line_length=self.plan.line_length)


async def provide_plan(plan: FromPath[str]) -> PlanFacts:
    """Find the plan, or raise NotFound."""
    return await plan_by_key(plan)


async def provide_draft(plan: FromPath[str], chapter: FromPath[str]) -> Draft:
    """Find the chapter, or raise NotFound."""
    there = await plan_by_key(plan)
    return Draft(plan=there, chapter=await chapter_by_key(there.id, chapter))


async def provide_place(
    plan: FromPath[str], chapter: FromPath[str], language: FromPath[str]
) -> Place:
    """Find the text, or raise NotFound."""
    there = await plan_by_key(plan)
    one = await chapter_by_key(there.id, chapter)
    return Place(plan=there, chapter=one, text=await text_in(one.id, language))


def desk_router(path: str, *handlers: HTTPRouteHandler, **places: Any) -> Router:
    """Open pages to editors; `places` are found by what stands in the address."""
    return Router(
        path=path,
        guards=[requires_editor],
        dependencies={name: Provide(found) for name, found in places.items()},
        route_handlers=handlers,
        include_in_schema=False,
    )
