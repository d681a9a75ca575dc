"""Versions of a plan as everybody reads them, each with its chapters."""

from typing import Any

from litestar import Response, Router, get
from litestar.params import FromPath
from litestar.response import Template

from lip.errors import NotFound
from lip.plan.pages.change_context import change_context
from lip.plan.pages.chapter_page import chapter_page
from lip.plan.pages.files import markdown_answer, pdf_answer
from lip.plan.pages.kept import kept_page
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.reading import listed_in, version_shown
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
        listed = listed_in(await contents_of(version.id))
        return page(
            request,
            "plan/version.html",
            plan=there,
            version=version,
            listed=[
                (one, one.neighbour(current_language(), there.language))
                for one in listed
            ],
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


@get("/{number:int}/{chapter:str}/{language:str}/pdf", name="versions.pdf")
async def show_pdf(
    plan: FromPath[str],
    number: FromPath[int],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Response[bytes]:
    """Give a chapter of a version on paper."""
    return pdf_answer(await _found(plan, number, chapter, language))


@get("/{number:int}/{chapter:str}/{language:str}/markdown", name="versions.markdown")
async def show_markdown(
    plan: FromPath[str],
    number: FromPath[int],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Response[str]:
    """Give a chapter of a version as Markdown."""
    return markdown_answer(await _found(plan, number, chapter, language))


async def _found(
    plan: str, number: int, chapter: str, language: str, *, only: bool = True
) -> ShownChapter:
    there = await public_plan_by_key(plan)
    version = await version_of(there.id, number)
    shown = await version_shown(there, version, chapter, language)
    if only and shown.language != language:
        raise NotFound("unknown_chapter_text")
    return shown


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
        shown = await _found(plan, number, chapter, language, only=only)
        base = f"/plan/{plan}/versions/{number}/"
        return chapter_page(request, shown, base=base)

    return await kept_page(request, plan, make)


router = Router(
    path="/plan/{plan:str}/versions",
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
