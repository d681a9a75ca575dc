"""Show a project or news to everybody, and take it back."""

from datetime import datetime
from uuid import UUID

from lip.database import lock_rows, transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.news.actions.kinds import ACTS, OWN
from lip.news.queries.pages import page_by_id
from lip.news.rules.sheets import PageKind


async def release_page(
    kind: PageKind,
    page: UUID,
    *,
    at: datetime | None = None,
    by: Actor,
    now: datetime,
) -> bool:
    """Show it from a moment on, or at once; tell whether anything is different now."""
    return await _set(kind, page, at or now, ACTS[kind].released, by=by, now=now)


async def take_back_page(
    kind: PageKind, page: UUID, *, by: Actor, now: datetime
) -> bool:
    """Show it to nobody but the editors."""
    return await _set(kind, page, None, ACTS[kind].taken_back, by=by, now=now)


async def _set(
    kind: PageKind,
    page: UUID,
    moment: datetime | None,
    act: Act,
    *,
    by: Actor,
    now: datetime,
) -> bool:
    own = OWN[kind]
    async with transaction():
        await lock_rows(own.select(own.id).where(own.id == page))
        before = await page_by_id(kind, page)
        same = before.public_from == moment
        if same or (moment == now and before.is_public(now)):
            return False
        await own.update({
            own.public_from: moment,
            own.changed_at: now,
        }).where(own.id == page)
        await record(Entry(at=now, by=by, act=act, subject=page))
    return True
