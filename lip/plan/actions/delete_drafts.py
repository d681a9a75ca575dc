"""Delete chapters and plans that were made by mistake and that nobody else ever saw."""

from datetime import datetime
from uuid import UUID

from lip.bodies.queries.steps import steps_of
from lip.database import fetch, lock_rows, transaction
from lip.errors import Conflict
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.plan.queries.chapters import chapter_by_id, chapters_of
from lip.plan.queries.plans import plan_by_id
from lip.plan.tables import Chapter, Plan
from lip.subjects import SubjectKind
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import Node

_HANGING = {
    "chapter_has_parts": "SELECT id FROM chapter WHERE parent = ?",
    "chapter_has_amendments": "SELECT id FROM amendment WHERE chapter = ?",
    "chapter_has_remarks": "SELECT id FROM line_remark WHERE chapter = ?",
}


async def delete_chapter(chapter: UUID, *, by: Actor, now: datetime) -> None:
    """Delete a chapter with all its wordings; refuse it once something hangs on it."""
    plan = (await chapter_by_id(chapter)).plan
    async with transaction():
        await lock_rows(Plan.select(Plan.id).where(Plan.id == plan))
        await lock_rows(Chapter.select(Chapter.id).where(Chapter.id == chapter))
        await _check(chapter)
        await Chapter.delete().where(Chapter.id == chapter)
        await record(Entry(at=now, by=by, act=Act.CHAPTER_DELETED, subject=chapter))


async def delete_plan(plan: UUID, *, by: Actor, now: datetime) -> None:
    """Delete a plan without chapters, and its glossary."""
    async with transaction():
        await lock_rows(Plan.select(Plan.id).where(Plan.id == plan))
        if (await plan_by_id(plan)).shown_since:
            raise Conflict("plan_was_public")
        if await chapters_of(plan):
            raise Conflict("plan_has_chapters")
        for row in await fetch("SELECT id FROM chapter WHERE plan = ?", plan):
            await _check(row["id"])
        await Plan.delete().where(Plan.id == plan)
        await record(Entry(at=now, by=by, act=Act.PLAN_DELETED, subject=plan))


async def _check(chapter: UUID) -> None:
    """Refuse what everybody could read, and what something hangs on."""
    if (await chapter_by_id(chapter)).shown_since:
        raise Conflict("chapter_was_public")
    for code, query in _HANGING.items():
        if await fetch(query, chapter):
            raise Conflict(code)
    if (await steps_of(SubjectKind.CHAPTER, [chapter]))[chapter]:
        raise Conflict("chapter_has_steps")
    if await traces_at(Node(SubjectKind.CHAPTER, chapter)):
        raise Conflict("chapter_has_traces")
