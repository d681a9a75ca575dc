"""
Tell programs what has changed: write anew what differs from what they were told.

It reads everything that is public, and writes nothing when nothing differs. Done twice
or by two processes at once, it comes to the same.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from lip.database import execute_many, transaction
from lip.journal.queries import last_entry_at
from lip.opendata.actions.gather import frame, public_things
from lip.opendata.queries.told import all_told
from lip.opendata.rules.oparl import (
    OparlType,
    Stamps,
    Thing,
    all_things,
    digest_of,
    document_of,
    tombstone_of,
)
from lip.opendata.rules.site import Site
from lip.opendata.rules.stamping import Told, gone, stamps_of

AT_LEAST_EVERY: Final = timedelta(minutes=5)
"""What becomes public by the clock alone is told of after this time at the latest."""
_FRAME: Final = frozenset({OparlType.SYSTEM, OparlType.BODY})
_WRITE: Final = """
    INSERT INTO open_object
        (id, kind, digest, document, created_at, modified_at, deleted_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, digest = excluded.digest,
        document = excluded.document, created_at = excluded.created_at,
        modified_at = excluded.modified_at, deleted_at = excluded.deleted_at
"""


class Teller:
    """Knows when it told the last time, so that a quiet server does nothing."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._seen: datetime | None = None
        self._told_at: datetime | None = None

    async def go(self, *, now: datetime) -> int:
        """Catch up if anything was done since, and now and then in any case."""
        seen = await last_entry_at()
        recent = self._told_at and now - self._told_at < AT_LEAST_EVERY
        if recent and seen == self._seen:
            return 0
        written = await catch_up(self.site, now=now)
        self._seen, self._told_at = seen, now
        return written


async def catch_up(site: Site, *, now: datetime) -> int:
    """Compare what is public with what was told, and count what is written anew."""
    told = await all_told()
    things = await public_things(site, now=now)
    if not told and all(one.kind in _FRAME for one in things):
        return 0
    rows = [*_changed(things, told, site, now=now), *_gone(things, told, site, now=now)]
    if rows:
        async with transaction():
            await execute_many(_WRITE, rows)
    return len(rows)


def untold(kind: OparlType, one: UUID, site: Site) -> str:
    """Write system and city of a server that has nothing public yet, or nothing."""
    things = {thing.id: thing for thing in frame(site, ())}
    thing = things.get(one)
    if thing is None or thing.kind is not kind:
        return ""
    stamps = Stamps(created=thing.created, modified=thing.changed)
    return document_of(thing, {one: stamps}, site.addresses)


def _changed(
    things: Sequence[Thing], told: Mapping[UUID, Told], site: Site, *, now: datetime
) -> Sequence[Sequence[Any]]:
    marks: dict[UUID, Stamps] = {}
    rows: list[Sequence[Any]] = []
    for thing in (part for one in things for part in all_things(one)):
        if thing.id in marks:
            continue  # a term stands in lists and inside the city
        last, digest = told.get(thing.id), digest_of(thing, site.base)
        stamps = stamps_of(thing, last, digest, first_time=not told, now=now)
        marks[thing.id] = stamps
        if last is None or last.deleted or last.digest != digest:
            here = Told(kind=thing.kind, digest=digest, stamps=stamps, deleted=False)
            document = document_of(thing, marks, site.addresses)
            rows.append(_row(thing.id, here, document))
    return rows


def _gone(
    things: Sequence[Thing], told: Mapping[UUID, Told], site: Site, *, now: datetime
) -> Sequence[Sequence[Any]]:
    here = {part.id for one in things for part in all_things(one)}
    at = now.replace(microsecond=0)
    rows = []
    for one in gone(told, here):
        last = told[one]
        stamps = Stamps(created=last.stamps.created, modified=at)
        document = tombstone_of(last.kind, one, stamps, site.addresses)
        mark = Told(kind=last.kind, digest="", stamps=stamps, deleted=True)
        rows.append(_row(one, mark, document))
    return rows


def _row(one: UUID, now_told: Told, document: str) -> Sequence[Any]:
    stamps = now_told.stamps
    deleted_at = stamps.modified if now_told.deleted else None
    times = (stamps.created, stamps.modified, deleted_at)
    return one, now_told.kind.value, now_told.digest, document, *times
