"""
Delete guest lists whose day has passed, in two steps.

First, who did not come is deleted, and of who came only what a certificate or the
list for a funder needs is left: name, organisation, role and arrivals. When the day
of these has passed as well, they go too. Numbers stay (`Remains`).
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.conference.queries.keeping import Kept, all_kept
from lip.database import fetch

_TEXTS: Final = (
    *("external_id", "email", "phone", "language", "spoken_languages"),
    *("workshop", "note"),
)
_NULLS: Final = ("only_on", "source_key", "waiting_since")

_CAME = "EXISTS (SELECT 1 FROM check_in c WHERE c.participant = participant.id)"
_FULL = " OR ".join([
    *(f"{column} <> ''" for column in _TEXTS),
    *(f"{column} IS NOT NULL" for column in _NULLS),
    "may_vote",
])
_EMPTIED = ", ".join([
    *(f"{column} = ''" for column in _TEXTS),
    *(f"{column} = NULL" for column in _NULLS),
    "may_vote = false",
])
_ABSENT = f"FROM participant WHERE conference = ? AND NOT {_CAME}"
_PRESENT = f"FROM participant WHERE conference = ? AND {_CAME}"
_TALKATIVE = f"FROM participant WHERE conference = ? AND {_CAME} AND ({_FULL})"
_EVERYBODY = "FROM participant WHERE conference = ?"
_EMPTY = (
    f"UPDATE participant SET {_EMPTIED} "  # noqa: S608 - our own words
    f"WHERE conference = ? AND {_CAME} AND ({_FULL})"
)

Work = Callable[[Kept, datetime], Awaitable[int]]


async def count_guests(now: datetime) -> Mapping[str, int]:
    """Count who did not come, and who left more than is needed."""
    return await _for_each(now, Kept.guests_lapsed, _count_guests)


async def delete_guests(now: datetime) -> Mapping[str, int]:
    """Delete who did not come, and empty what is not needed of who came."""
    return await _for_each(now, Kept.guests_lapsed, _delete_guests)


async def count_attendance(now: datetime) -> Mapping[str, int]:
    """Count the people whose names have stood beside arrivals long enough."""
    return await _for_each(now, Kept.attendance_lapsed, _count_present)


async def delete_attendance(now: datetime) -> Mapping[str, int]:
    """Delete who came, with the arrivals."""
    return await _for_each(now, Kept.attendance_lapsed, _delete_present)


async def _for_each(
    now: datetime, due: Callable[[Kept, datetime], bool], work: Work
) -> Mapping[str, int]:
    found = {one.key: await work(one, now) for one in await all_kept() if due(one, now)}
    return {key: many for key, many in found.items() if many}


async def _count_guests(one: Kept, now: datetime) -> int:
    absent = await _number(f"SELECT count(*) AS many {_ABSENT}", one.id)
    if one.attendance_lapsed(now):
        return absent  # the others go as a whole
    return absent + await _number(f"SELECT count(*) AS many {_TALKATIVE}", one.id)


async def _delete_guests(one: Kept, now: datetime) -> int:
    due = await _count_guests(one, now)
    if due:
        await _count_remains(one.id, now)
        await fetch(f"DELETE {_ABSENT}", one.id)
        if not one.attendance_lapsed(now):
            await fetch(_EMPTY, one.id)
    return due


async def _count_present(one: Kept, _now: datetime) -> int:
    return await _number(f"SELECT count(*) AS many {_PRESENT}", one.id)


async def _delete_present(one: Kept, now: datetime) -> int:
    due = await _count_present(one, now)
    if due:
        await _count_remains(one.id, now)
        await fetch(f"DELETE {_PRESENT}", one.id)
    return due


async def _count_remains(conference: UUID, now: datetime) -> None:
    """Keep the numbers, once, before the first person is deleted."""
    await fetch(
        f"""
        INSERT INTO remains (conference, registered, cancelled, walk_ins, came,
            organisations, counted_at)
        SELECT f.id,
            (SELECT count(*) {_EVERYBODY} AND cancelled_at IS NULL),
            (SELECT count(*) {_EVERYBODY} AND cancelled_at IS NOT NULL),
            (SELECT count(*) {_EVERYBODY} AND walk_in),
            (SELECT count(DISTINCT participant) FROM check_in WHERE conference = ?),
            (SELECT count(DISTINCT organisation) {_EVERYBODY} AND organisation <> ''),
            ?
        FROM conference f WHERE f.id = ?
        ON CONFLICT (conference) DO NOTHING
        """,  # noqa: S608 - our own words
        *([conference] * 5),
        now,
        conference,
    )


async def _number(sql: str, conference: UUID) -> int:
    (row,) = await fetch(sql, conference)
    return int(row["many"])
