"""Read what a whole plan holds."""

from lip.errors import NotFound
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.reading import version_shown
from lip.plan.queries.versions import contents_of, frozen_sheets, version_of
from lip.publishing.rules.books import Book


async def whole_plan(plan: str, number: int, language: str) -> Book:
    """Read a version; each chapter in the language or the next best, 0: the newest."""
    facts = await public_plan_by_key(plan)
    version = await version_of(facts.id, number or facts.latest)
    keys = dict.fromkeys(one.key for one in await contents_of(version.id))
    if not keys:
        raise NotFound("unknown_chapter")
    chapters = [await version_shown(facts, version, key, language) for key in keys]
    return Book(
        plan=facts,
        language=language,
        version=version.number,
        published_at=version.published_at,
        chapters=chapters,
        measures=[one.document for one in await frozen_sheets(version.id)],
    )
