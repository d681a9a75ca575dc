"""Make a series, name it, and say which conference belongs to it."""

from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.keys import proposed_key
from lip.conference.tables import Conference
from lip.database import lock_rows, transaction
from lip.errors import Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.programme.actions.change_page import write_page
from lip.programme.queries.pages import page_of, series_by_id
from lip.programme.tables import Series
from lip.said import Said


async def make_series(
    title: Said, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> UUID:
    """Make a series and put a conference into it."""
    if not title:
        raise Unusable("series_needs_title")
    series = uuid4()
    async with transaction():
        row = Series(
            id=series, key=_key(title, series), title=title.dump(), created_at=now
        )
        await row.save()
        await record(_entry(Act.SERIES_MADE, series, conference, by=by, now=now))
        await choose_series(conference, series, by=by, now=now)
    return series


async def rename_series(
    series: UUID, title: Said, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Name a series anew; tell whether anything is different now."""
    if not title:
        raise Unusable("series_needs_title")
    async with transaction():
        if (await series_by_id(series)).title == title:
            return False
        await Series.update({Series.title: title.dump()}).where(Series.id == series)
        await record(_entry(Act.SERIES_CHANGED, series, conference, by=by, now=now))
    return True


async def choose_series(
    conference: ConferenceFacts, series: UUID | None, *, by: Actor, now: datetime
) -> bool:
    """Put a conference into a series, or into none."""
    async with transaction():
        await lock_rows(
            Conference.select(Conference.id).where(Conference.id == conference.id)
        )
        there = await page_of(conference.id)
        before = there.series.id if there.series else None
        if before == series:
            return False
        if series is not None:
            await series_by_id(series)
        await write_page(conference, {"series": series}, there=there, now=now)
        await record(
            _entry(Act.PAGE_CHANGED, conference.id, conference, by=by, now=now)
        )
    return True


def _key(title: Said, series: UUID) -> str:
    """Make a key that no other series has."""
    proposed = proposed_key(next(iter(title.values())))[:48]
    return f"{proposed}-{series.hex[:8]}".lstrip("-")


def _entry(
    act: Act, subject: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=subject, scope=conference.key)
