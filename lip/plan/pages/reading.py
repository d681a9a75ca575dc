"""Plans as everybody reads them: all of them, one of them, its chapters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Response, Router, get
from litestar.params import FromPath
from litestar.response import Template

from lip.bodies.pages.timeline import timeline_of
from lip.errors import NotFound
from lip.fields.queries.fields import all_fields
from lip.plan.pages.chapter_page import chapter_page
from lip.plan.pages.kept import kept_page
from lip.plan.pages.lines_asked import asked_lines
from lip.plan.pages.markers import markers_of
from lip.plan.pages.tongues import language_name
from lip.plan.queries.plans import public_plan_by_key, public_plans
from lip.plan.queries.reading import (
    Listed,
    draft_shown,
    listed_in,
    listed_in_draft,
    version_shown,
)
from lip.plan.queries.versions import VersionFacts, contents_of, version_of
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import ShownChapter
from lip.subjects import SubjectKind
from lip.web.deps import now as clock
from lip.web.json_ld import markup
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.words import current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A chapter in a table of contents, with those that stand in it."""

    key: str
    head: str
    language: str
    tags: Sequence[str]
    parts: "list[Entry]"


@get("/", name="plans.list")
async def show_plans(request: AnyRequest) -> Template:
    """List all plans that everybody may know of."""
    return page(request, "plan/all.html", plans=await public_plans())


@get("/{plan:str}", name="plans.show")
async def show_plan(request: AnyRequest, plan: FromPath[str]) -> Response[Any]:
    """Show the front page of a plan as it was published last, or of its draft."""

    async def make() -> Template:
        there = await public_plan_by_key(plan)
        if not there.latest:
            return await _front(request, there, None)
        return await _front(request, there, await version_of(there.id, there.latest))

    return await kept_page(request, plan, make)


@get("/{plan:str}/draft", name="plan_draft.show")
async def show_draft(request: AnyRequest, plan: FromPath[str]) -> Response[Any]:
    """Show the front page of a public draft."""

    async def make() -> Template:
        return await _front(request, await public_plan_by_key(plan), None)

    return await kept_page(request, plan, make)


@get("/{plan:str}/{chapter:str}", name="plans.chapter")
async def show_chapter(
    request: AnyRequest, plan: FromPath[str], chapter: FromPath[str]
) -> Response[Any]:
    """Show a chapter in the language of the page, or the next best."""
    return await _chapter(request, plan, chapter, current_language())


@get("/{plan:str}/{chapter:str}/{language:str}", name="plans.chapter_in")
async def show_chapter_in(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Response[Any]:
    """Show a chapter in a language."""
    return await _chapter(request, plan, chapter, language, only=True)


@get("/{plan:str}/draft/{chapter:str}", name="plan_draft.chapter")
async def show_draft_chapter(
    request: AnyRequest, plan: FromPath[str], chapter: FromPath[str]
) -> Response[Any]:
    """Show a chapter of a public draft in the language of the page."""
    return await _chapter(request, plan, chapter, current_language(), draft=True)


@get("/{plan:str}/draft/{chapter:str}/{language:str}", name="plan_draft.chapter_in")
async def show_draft_chapter_in(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromPath[str],
) -> Response[Any]:
    """Show a chapter of a public draft in a language."""
    return await _chapter(request, plan, chapter, language, draft=True, only=True)


async def found_chapter(
    plan: str,
    chapter: str,
    language: str,
    *,
    draft: bool = False,
    number: int | None = None,
    only: bool,
) -> ShownChapter:
    """
    Find what an address means: in the draft, in a version, or as it stands today.

    `only` refuses another language than the named one.
    """
    there = await public_plan_by_key(plan)
    wanted = (there.latest or None) if number is None else number
    if draft or wanted is None:
        shown = await draft_shown(there, chapter, language)
    else:
        version = await version_of(there.id, wanted)
        shown = await version_shown(there, version, chapter, language)
    if only and shown.language != language:
        raise NotFound("unknown_chapter_text")
    return shown


async def _chapter(
    request: AnyRequest,
    plan: str,
    chapter: str,
    language: str,
    *,
    draft: bool = False,
    only: bool = False,
) -> Response[Any]:
    async def make() -> Template:
        shown = await found_chapter(plan, chapter, language, draft=draft, only=only)
        base = f"/plan/{plan}/draft/" if draft else f"/plan/{plan}/"
        way = await timeline_of(
            request, SubjectKind.CHAPTER, shown.chapter, now=clock()
        )
        return chapter_page(
            request,
            shown,
            base=base,
            timeline=way,
            markers=await markers_of(request, shown),
        )

    return await kept_page(request, plan, make, asked=(asked_lines(request),))


async def _front(
    request: AnyRequest, plan: PlanFacts, version: VersionFacts | None
) -> Template:
    draft = version is None
    if draft and not plan.draft_public:
        raise NotFound("unknown_plan")
    listed = await (listed_in_draft(plan) if version is None else _listed(version))
    intro = plan.intro.pick(current_language(), plan.language)
    under = "draft/" if draft and plan.latest else ""
    return page(
        request,
        "plan/front.html",
        plan=plan,
        version=version,
        intro=intro,
        intro_html=rendered(intro.text, highest=2) if intro else "",
        base=f"/plan/{plan.key}/{under}",
        language_name=language_name,
        entries=entries_of(listed, plan.language),
        fields=[one for one in await all_fields() if one.goal],
        about=markup(
            request,
            "CreativeWork",
            path=f"/plan/{plan.key}",
            name=plan.title,
            description=plan.subtitle,
            version=version.number if version else None,
            datePublished=version.published_at if version else None,
        ),
    )


async def _listed(version: VersionFacts) -> Sequence[Listed]:
    return listed_in(await contents_of(version.id))


def entries_of(listed: Sequence[Listed], own: str) -> Sequence[Entry]:
    """Name chapters in the language of the page, each with those that stand in it."""
    top: list[Entry] = []
    open_lists = [top]
    for one in listed:
        named = one.neighbour(current_language(), own)
        entry = Entry(
            key=one.key,
            head=named.head,
            language=named.language,
            tags=[tag for tag in one.titles if tag != named.language],
            parts=[],
        )
        del open_lists[one.level + 1 :]
        open_lists[one.level].append(entry)
        open_lists.append(entry.parts)
    return top


router = Router(
    path="/plan",
    route_handlers=[
        show_plans,
        show_plan,
        show_draft,
        show_chapter,
        show_chapter_in,
        show_draft_chapter,
        show_draft_chapter_in,
    ],
    include_in_schema=False,
)
