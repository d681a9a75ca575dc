"""Delete a project or news that was made by mistake and that nobody else ever saw."""

from datetime import datetime
from typing import Final
from uuid import UUID

from lip.database import lock_rows, transaction
from lip.errors import Conflict
from lip.journal.actions.record import record
from lip.journal.queries import Filter, number_of_entries
from lip.journal.rules.entries import Actor, Entry
from lip.news.actions.kinds import ACTS, OWN
from lip.news.queries.pages import pages_about
from lip.news.rules.sheets import PageKind
from lip.subjects import SubjectKind
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import Node

_SUBJECTS: Final = {
    PageKind.PROJECT: SubjectKind.PROJECT,
    PageKind.NEWS: SubjectKind.NEWS,
}


async def delete_page(kind: PageKind, page: UUID, *, by: Actor, now: datetime) -> bool:
    """Delete a draft; tell whether it was still there. What was released once stays."""
    own = OWN[kind]
    async with transaction():
        if not await lock_rows(own.select(own.id).where(own.id == page)):
            return False
        if await was_released(kind, page):
            raise Conflict("page_was_public")
        if await traces_at(Node(_SUBJECTS[kind], page)):
            raise Conflict("page_has_traces")
        if kind is PageKind.PROJECT and await pages_about(
            PageKind.NEWS, "project", page
        ):
            raise Conflict("project_has_news")
        await own.delete().where(own.id == page)
        await record(Entry(at=now, by=by, act=ACTS[kind].deleted, subject=page))
    return True


async def was_released(kind: PageKind, page: UUID) -> bool:
    """Tell whether it was ever released, even if that was taken back."""
    released = Filter(subject=page, acts=frozenset({ACTS[kind].released}))
    return await number_of_entries(released) > 0
