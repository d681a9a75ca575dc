"""A whole plan as one document, and chapters for word processors."""

from functools import partial
from typing import Final

from anyio.to_thread import run_sync
from litestar import Response, Router, get
from litestar.params import FromPath
from litestar.response import Template

from lip.errors import NotFound
from lip.plan.pages.reading import found_chapter
from lip.publishing.files.office import chapters_docx
from lip.publishing.pages.press import Job, Press
from lip.publishing.queries.books import whole_plan
from lip.publishing.rules.books import Book
from lip.web.page import AnyRequest, page
from lip.words import LANGUAGES, current_language

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@get("/{plan:str}/versions/{number:int}/whole/{language:str}", name="plan_book.show")
async def show_book(
    request: AnyRequest,
    plan: FromPath[str],
    number: FromPath[int],
    language: FromPath[str],
) -> Template:
    """Say how far the document of a whole plan is (a script looks again)."""
    book = await _read(plan, number, language)
    job = _job(request, book)
    if "wait" in request.headers.get("prefer", ""):
        await _press(request).finished(job)
    return page(
        request,
        "publishing/book.html",
        plan=book.plan,
        title=book.plan.title.pick(current_language(), book.plan.language),
        published_at=book.published_at,
        number=number,
        tag=language,
        job=job,
    )


@get("/{plan:str}/versions/{number:int}/whole/{language:str}/pdf", name="plan_book.pdf")
async def show_pdf(
    request: AnyRequest,
    plan: FromPath[str],
    number: FromPath[int],
    language: FromPath[str],
) -> Response[bytes]:
    """Give a whole plan as PDF/UA; who is early waits for it."""
    book = await _read(plan, number, language)
    job = _job(request, book)
    await _press(request).finished(job)
    if job.failed:
        raise NotFound("book_not_set")
    return Response(job.pdf, media_type="application/pdf", headers=_named(book, "pdf"))


@get(
    "/{plan:str}/versions/{number:int}/whole/{language:str}/docx",
    name="plan_book.docx",
)
async def show_docx(
    plan: FromPath[str], number: FromPath[int], language: FromPath[str]
) -> Response[bytes]:
    """Give a whole plan for word processors."""
    book = await _read(plan, number, language)
    title = book.plan.title.pick(language, book.plan.language).text
    written = await run_sync(partial(chapters_docx, book.chapters, title=title))
    return Response(written, media_type=DOCX, headers=_named(book, "docx"))


@get("/{plan:str}/{chapter:str}/{language:str}/docx", name="plans.docx")
async def show_chapter(
    plan: FromPath[str], chapter: FromPath[str], language: FromPath[str]
) -> Response[bytes]:
    """Give a chapter as it was published last, for word processors."""
    shown = await found_chapter(plan, chapter, language, draft=False, only=True)
    written = await run_sync(chapters_docx, [shown])
    name = f"{shown.plan.key}-{shown.key}.{shown.language}.docx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(written, media_type=DOCX, headers=headers)


async def _read(plan: str, number: int, language: str) -> Book:
    if language not in LANGUAGES:
        raise NotFound("unknown_chapter")
    return await whole_plan(plan, number, language)


def _job(request: AnyRequest, book: Book) -> Job:
    async def read() -> Book:
        return book

    key = book.plan.id, book.version, book.language
    return _press(request).job(key, read)


def _press(request: AnyRequest) -> Press:
    press: Press = request.app.state.press
    return press


def _named(book: Book, ending: str) -> dict[str, str]:
    name = f"{book.plan.key}-{book.version}.{book.language}.{ending}"
    return {
        "Content-Disposition": f'inline; filename="{name}"',
        "Cache-Control": "public, max-age=3600",
    }


router = Router(
    path="/plan",
    route_handlers=[show_book, show_pdf, show_docx, show_chapter],
    include_in_schema=False,
)
