"""Read who was elected, and whom open data may name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from elections.elected import FinalElection, Holder, final_elections
from lip.database import fetch
from lip.opendata.queries.open_conferences import OpenConference
from lip.opendata.rules.naming import named_since


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenElection:
    """
    A final election and those of its holders who are named; the others only count.

    `otherwise` is when it was made if no act says so.
    """

    final: FinalElection
    named: Sequence[Holder]
    otherwise: datetime


async def open_elections(
    conferences: Sequence[OpenConference], *, now: datetime
) -> Sequence[OpenElection]:
    """List final elections; who wants it or stood long ago is not named."""
    silent, since = await withheld_names(), named_since(now)
    return [
        OpenElection(
            final=one,
            named=[] if _older(one, since) else _named(one.holders, silent),
            otherwise=conference.dated.created,
        )
        for conference in conferences
        for one in await final_elections(conference.conference.id)
    ]


async def withheld_names() -> frozenset[UUID]:
    """Give the nominations whose people are not to be named."""
    return frozenset(row["id"] for row in await fetch("SELECT id FROM withheld_name"))


def _named(holders: Sequence[Holder], silent: frozenset[UUID]) -> Sequence[Holder]:
    return [one for one in holders if one.id not in silent]


def _older(one: FinalElection, since: datetime) -> bool:
    closed_at = one.last.closed_at
    return closed_at is not None and closed_at < since
