"""What is kept of a conference, until when, and what is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from lip.conference.queries.keeping import GUESTS, all_kept, longest_retention
from lip.kept import Kind
from lip.retention.rules.records import by_scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """One kind at one conference: how many rows, and up to which day the first."""

    kind: Kind
    rows: int
    until: date | None


def in_reading_order(kinds: Sequence[Kind]) -> Sequence[Kind]:
    """Put the guest list first: it is what people ask about."""
    return sorted(kinds, key=lambda kind: kind.name != GUESTS)


async def outlook(conference: UUID, kinds: Sequence[Kind]) -> Sequence[Outlook]:
    """Say of each kind what is kept of a conference."""
    found = []
    for kind in in_reading_order(kinds):
        if kind.ahead is None:
            continue
        ahead = await kind.ahead(conference)
        days = [one.until for one in ahead if one.until]
        found.append(
            Outlook(
                kind=kind,
                rows=sum(one.rows for one in ahead),
                until=min(days, default=None),
            )
        )
    return found


async def due_at(
    key: str, kinds: Sequence[Kind], *, now: datetime
) -> Mapping[str, int]:
    """Count for each kind what is due at one conference."""
    return {
        kind.name: by_scope(await kind.count_due(now)).get(key, 0) for kind in kinds
    }


async def due_now(kinds: Sequence[Kind], *, now: datetime) -> Mapping[str, int]:
    """Count for each kind what is due at all conferences."""
    return {
        kind.name: sum(by_scope(await kind.count_due(now)).values()) for kind in kinds
    }


async def longest_of_all(kinds: Sequence[Kind]) -> timedelta:
    """Say how long after a conference anything of any kind is kept at most."""
    longest = await longest_retention()
    for conference in await all_kept():
        for kind in kinds:
            ahead = await kind.ahead(conference.id) if kind.ahead else ()
            ends = [one.until - conference.last for one in ahead if one.until]
            longest = max([longest, *ends])
    return longest
