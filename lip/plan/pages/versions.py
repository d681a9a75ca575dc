"""Versions of a plan as everybody reads them, each with its chapters."""

from typing import Any

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Template

from lip.plan.pages.change_context import change_context
from lip.plan.pages.chapter_page import chapter_page
from lip.plan.pages.files import markdown_answer, pdf_answer
from lip.plan.pages.frozen_measure import listed_sheets
from lip.plan.pages.kept import kept_page
from lip.plan.pages.lines_asked import asked_lines
from lip.plan.pages.reading import entries_of, found_chapter
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.reading import listed_in
from lip.plan.queries.versions import contents_of, version_of, versions_of
from lip.plan.rules.shown import ShownChapter
from lip.web.page import AnyRequest, page
from lip.words import current_language


@get("/", name="versions.list")
async def show_versions(request: AnyRequest, plan: FromPath[str]) -> Response[Any]:
    """List the versions of a plan, newest first."""

    async def make() -> Template:
        there = await public_plan_by_key(plan)
        return page(
            request,
            "plan/versions.html",
            plan=there,
            versions=await versions_of(there.id),
            **change_context(),
        )

    return await kept_page(request, plan, make)


@get("/{number:int}", name="versions.show")
async def show_version(
    request: AnyRequest, plan: FromPath[str], number: FromPath[int]
) -> Response[Any]:
    """Show what a version holds."""

    async def make() -> Template:
        there = await public_plan_by_key(plan)
        version = await version_of(there.id, number)
        return page(
            request,
            "plan/version.html",
            plan=there,
            version=version,
            entries=entries_of(
                listed_in(await contents_of(version.id)), there.language
            ),
            sheets=await listed_sheets(version),
            **change_context(),
        )

    return await kept_page(request, plan, make)


@get("/{number:int}/{chapter:str}", name="versions.chapter")
async def show_chapter(
    request: AnyRequest,
    plan: FromPath[str],
    number: FromPath[int],
    chapter: FromPath[str],
) -> Response[Any]:
    """Show a chapter of a version in the language of the page, or the next best."""
    return await _chapter(request, plan, number, chapter, current_language())


@get("/{number:int}/{chapter:str}/{language:str}", name="versions.chapter_in")
async def show_chapter_in(
    request: AnyRequest,
    plan: FromPath[str],
    number: FromPath[int],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Response[Any]:
    """Show a chapter of a version in a language."""
    return await _chapter(request, plan, number, chapter, language, only=True)


async def provide_frozen(
    plan: FromPath[str],
    number: FromPath[int],
    chapter: FromPath[str],
    language: FromPath[str],
) -> ShownChapter:
    """Find a chapter of a version in a language."""
    return await found_chapter(plan, chapter, language, number=number, only=True)


@get("/{number:int}/{chapter:str}/{language:str}/pdf", name="versions.pdf")
async def show_pdf(frozen: NamedDependency[ShownChapter]) -> Response[bytes]:
    """Give a chapter of a version on paper."""
    return await pdf_answer(frozen)


@get("/{number:int}/{chapter:str}/{language:str}/markdown", name="versions.markdown")
async def show_markdown(frozen: NamedDependency[ShownChapter]) -> Response[str]:
    """Give a chapter of a version as Markdown."""
    return markdown_answer(frozen)


async def _chapter(
    request: AnyRequest,
    plan: str,
    number: int,
    chapter: str,
    language: str,
    *,
    only: bool = False,
) -> Response[Any]:
    async def make() -> Template:
        shown = await found_chapter(plan, chapter, language, number=number, only=only)
        base = f"/plan/{plan}/versions/{number}/"
        return chapter_page(request, shown, base=base)

    return await kept_page(request, plan, make, asked=(asked_lines(request),))


router = Router(
    path="/plan/{plan:str}/versions",
    dependencies={"frozen": Provide(provide_frozen)},
    route_handlers=[
        show_versions,
        show_version,
        show_chapter,
        show_chapter_in,
        show_pdf,
        show_markdown,
    ],
    include_in_schema=False,
)
