"""What changed between two versions of a plan, for everybody."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

from litestar import Response, Router, get
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Template

from lip.errors import NotFound
from lip.plan.pages.change_context import change_context
from lip.plan.pages.kept import kept_page
from lip.plan.pages.sheet_changes import sheet_changes
from lip.plan.queries.comparing import Comparisons
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.versions import VersionFacts, contents_of, versions_of
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.version_diff import ChapterChange
from lip.web.page import AnyRequest, page
from lip.words import current_language

AT_ONCE: Final = 60
"""So many changed paragraphs stand on one page; more are read chapter by chapter."""

_COMPARISONS: Final = Comparisons()


@get("/", name="plan_changes.show")
async def show_changes(
    request: AnyRequest,
    plan: FromPath[str],
    before: Annotated[str, QueryParameter(name="from")] = "",
    after: Annotated[str, QueryParameter(name="to")] = "",
    language: FromQuery[str] = "",
    chapter: FromQuery[str] = "",
) -> Response[Any]:
    """Compare two versions in words; without any the latest with the one before."""

    async def make() -> Template:
        there = await public_plan_by_key(plan)
        versions = await versions_of(there.id)
        new = _chosen(versions, after, versions[0] if versions else None)
        earlier = [one for one in versions if new and one.number < new.number]
        old = _chosen(versions, before, earlier[0] if earlier else None)
        compared = await _compared(there, old, new, language) if old and new else {}
        changes = compared.get("changes", ())
        return page(
            request,
            "plan/changes.html",
            plan=there,
            versions=versions,
            old=old,
            new=new,
            shown=shown_of(changes, chapter),
            **compared,
            **change_context(),
        )

    return await kept_page(
        request, plan, make, asked=(before, after, language, chapter)
    )


async def _compared(
    plan: PlanFacts, old: VersionFacts, new: VersionFacts, language: str
) -> Mapping[str, Any]:
    tags = await _tags(old, new)
    language = _tag(tags, language, plan.language)
    changes = await _COMPARISONS.of(old, new, language)
    return {
        "tags": tags,
        "tongue": language,
        "changes": [one for one in changes if one.changed],
        "sheets": await sheet_changes(old, new),
    }


def shown_of(changes: Sequence[ChapterChange], chapter: str = "") -> frozenset[str]:
    """Choose the chapters that are shown in full: one, or as many as a page holds."""
    if chapter:
        return frozenset({chapter})
    keys, room = set[str](), AT_ONCE
    for one in changes:
        if one.changed and (one.count <= room or not keys):
            keys.add(one.key)
            room -= one.count
    return frozenset(keys)


def _chosen(
    versions: Sequence[VersionFacts], number: str, usual: VersionFacts | None
) -> VersionFacts | None:
    if not number:
        return usual
    for one in versions:
        if str(one.number) == number:
            return one
    raise NotFound("unknown_version", number=number[:12])


async def _tags(old: VersionFacts, new: VersionFacts) -> Sequence[str]:
    contents = [*await contents_of(old.id), *await contents_of(new.id)]
    return sorted({one.language for one in contents})


def _tag(tags: Sequence[str], wished: str, own: str) -> str:
    wanted = (wished, current_language(), own, *tags)
    return next((tag for tag in wanted if tag in tags), own)


router = Router(
    path="/plan/{plan:str}/changes",
    route_handlers=[show_changes],
    include_in_schema=False,
)
