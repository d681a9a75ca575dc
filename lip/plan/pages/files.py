"""Chapters as files: PDF and Markdown, of what everybody may read."""

from functools import partial

from anyio.to_thread import run_sync
from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from lip.plan.documents.chapter import chapter_pdf
from lip.plan.pages.reading import found_chapter
from lip.plan.rules.markdown import with_head
from lip.plan.rules.shown import ShownChapter


async def pdf_answer(shown: ShownChapter) -> Response[bytes]:
    """Answer with a chapter on paper, of a draft or of a version."""
    return Response(
        await run_sync(partial(chapter_pdf, shown)),
        media_type="application/pdf",
        headers=_named(shown, "pdf"),
    )


def markdown_answer(shown: ShownChapter) -> Response[str]:
    """Answer with a chapter as Markdown, with its head as fields."""
    return Response(
        markdown_of(shown),
        media_type="text/markdown; charset=utf-8",
        headers=_named(shown, "md"),
    )


def markdown_of(shown: ShownChapter) -> str:
    """Write a chapter so that it can be read in again."""
    own = shown.plan.language
    fields = {
        "art": shown.kind.pick(shown.language, own).text,
        "nummer": shown.number,
        "titel": shown.title,
        "kürzel": shown.code,
        "initiator": shown.initiator.pick(own).text,
        "beschlossen_am": shown.decided_on.dump() if shown.decided_on else "",
        "sprache": shown.language,
        "zeilenlaenge": str(shown.plan.line_length),
    }
    return with_head(fields, shown.text)


def _named(shown: ShownChapter, ending: str) -> dict[str, str]:
    under = f"-{shown.version}" if shown.version else ""
    name = f"{shown.plan.key}{under}-{shown.key}.{shown.language}.{ending}"
    return {"Content-Disposition": f'inline; filename="{name}"'}


async def provide_published(
    plan: FromPath[str], chapter: FromPath[str], language: FromPath[str]
) -> ShownChapter:
    """Find a chapter as it was published last."""
    return await found_chapter(plan, chapter, language, only=True)


async def provide_drafted(
    plan: FromPath[str], chapter: FromPath[str], language: FromPath[str]
) -> ShownChapter:
    """Find a chapter of a public draft."""
    return await found_chapter(plan, chapter, language, draft=True, only=True)


@get("/{plan:str}/{chapter:str}/{language:str}/pdf", name="plans.chapter_pdf")
async def show_pdf(published: NamedDependency[ShownChapter]) -> Response[bytes]:
    """Give a chapter as it was published last."""
    return await pdf_answer(published)


@get("/{plan:str}/draft/{chapter:str}/{language:str}/pdf", name="plan_draft.pdf")
async def show_draft_pdf(drafted: NamedDependency[ShownChapter]) -> Response[bytes]:
    """Give a chapter of a public draft."""
    return await pdf_answer(drafted)


@get("/{plan:str}/{chapter:str}/{language:str}/markdown", name="plans.markdown")
async def show_markdown(published: NamedDependency[ShownChapter]) -> Response[str]:
    """Give a chapter as it was published last, as Markdown."""
    return markdown_answer(published)


@get(
    "/{plan:str}/draft/{chapter:str}/{language:str}/markdown",
    name="plan_draft.markdown",
)
async def show_draft_markdown(drafted: NamedDependency[ShownChapter]) -> Response[str]:
    """Give a chapter of a public draft as Markdown."""
    return markdown_answer(drafted)


router = Router(
    path="/plan",
    dependencies={
        "published": Provide(provide_published),
        "drafted": Provide(provide_drafted),
    },
    route_handlers=[show_pdf, show_draft_pdf, show_markdown, show_draft_markdown],
    include_in_schema=False,
)
