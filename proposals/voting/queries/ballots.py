"""Read what a round asks of those who vote, and what one person has given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch, locked, padded
from proposals.voting.queries.rounds import marks_in
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Terms
from proposals.voting.rules.rounds import Stage, Voters


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotTerms:
    """What decides over a vote; `salt` makes its name and is never shown."""

    id: UUID
    conference: UUID
    stage: Stage
    closes_at: datetime | None
    voters: Voters
    group: UUID | None
    channels: frozenset[Channel]
    terms: Terms
    costs: Mapping[int, int]
    salt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVote:
    """What somebody has given; `id` is another one after each change."""

    id: UUID | None = None
    marks: Mapping[int, int]


_TERMS = """
SELECT id, conference, stage, closes_at, voters, "group", by_phone, by_tablet, by_code,
    by_paper, method, most, each, budget, frame, sealed_key FROM voting_round
"""


async def locked_terms(
    conference: UUID, number: int, *, alone: bool = False
) -> BallotTerms | None:
    """Find a round and keep it from closing until the transaction ends."""
    where = f"{_TERMS} WHERE conference = ? AND number = ?"
    rows = await fetch(locked(where, shared=not alone), conference, number)
    return _terms(rows[0]) if rows else None


async def terms_of(one: UUID, *, lock: bool = False) -> BallotTerms:
    """Find what a round asks; with `lock` nobody else votes meanwhile."""
    select = f"{_TERMS} WHERE id = ?"
    rows = await fetch(locked(select) if lock else select, one)
    return _terms(rows[0])


async def votes_by(one: UUID, voters: Sequence[str]) -> Mapping[str, OwnVote]:
    """Find what some have given, by the names of their votes."""
    if not voters:
        return {}
    wanted = padded(voters)
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT id, voter, marks FROM vote "  # noqa: S608 - marks only
        f"WHERE in_round = ? AND voter IN ({marks})",
        one,
        *wanted,
    )
    return {
        row["voter"]: OwnVote(id=row["id"], marks=marks_in(row["marks"]))
        for row in rows
    }


async def channels_of(
    one: UUID, participants: Sequence[UUID], *, lock: bool = False
) -> Mapping[UUID, Channel]:
    """Find by which channel some take part; `lock` lets no other vote for them."""
    if not participants:
        return {}
    wanted = padded(participants)
    marks = ", ".join("?" * len(wanted))
    select = (
        "SELECT participant, channel FROM receipt "  # noqa: S608 - marks only
        f"WHERE in_round = ? AND participant IN ({marks}) ORDER BY participant"
    )
    rows = await fetch(locked(select) if lock else select, one, *wanted)
    return {row["participant"]: Channel(row["channel"]) for row in rows}


def _terms(row: Mapping[str, Any]) -> BallotTerms:
    return BallotTerms(
        id=row["id"],
        conference=row["conference"],
        stage=Stage(row["stage"]),
        closes_at=row["closes_at"],
        voters=Voters(row["voters"]),
        group=row["group"],
        channels=frozenset(
            channel for channel in Channel if row[f"by_{channel.value}"]
        ),
        terms=Terms(
            method=Method(row["method"]),
            most=row["most"],
            each=row["each"],
            budget=row["budget"],
        ),
        costs=marks_in(row["frame"]),
        salt=row["sealed_key"],
    )
