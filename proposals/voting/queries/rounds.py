"""Read voting rounds, their options, and what was given in all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.said import Said
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Terms
from proposals.voting.rules.result import Asked, Line, Option, Sheet
from proposals.voting.rules.rounds import Completion, Stage, Subject, Voters


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundFacts:
    """
    A voting round; its key and its votes stand in no value.

    `result` (JSON) and `digest` are empty until it is closed.
    """

    id: UUID
    conference: UUID
    key: str
    number: int
    title: Said
    intro: Said
    subject: Subject
    terms: Terms
    completion: Completion
    voters: Voters
    group: UUID | None
    channels: frozenset[Channel]
    results_live: bool
    stage: Stage
    opened_at: datetime | None
    closes_at: datetime | None
    closed_at: datetime | None
    costs: Mapping[int, int]
    result: str
    digest: str

    @property
    def asked(self) -> Asked:
        """Give what the round asked, for its result."""
        return Asked(
            number=self.number,
            title=self.title,
            subject=self.subject,
            method=self.terms.method,
            most=self.terms.most,
            each=self.terms.each,
            budget=self.terms.budget,
            completion=self.completion,
        )

    def takes_votes(self, now: datetime) -> bool:
        """Tell whether it is open and its time is not over, by the server's clock."""
        in_time = self.closes_at is None or now < self.closes_at
        return self.stage is Stage.OPEN and in_time


ROUND = """
SELECT r.id, r.conference, f.key, r.number, r.title, r.intro, r.subject, r.method,
    r.most, r.each, r.budget, r.completion, r.voters, r."group", r.by_phone,
    r.by_tablet, r.by_code, r.by_paper, r.results_live, r.stage, r.opened_at,
    r.closes_at, r.closed_at, r.frame, r.result, r.digest
FROM voting_round r JOIN conference f ON f.id = r.conference
"""


async def rounds_of(conference: UUID) -> Sequence[RoundFacts]:
    """List the rounds of a conference by number; one query."""
    rows = await fetch(f"{ROUND} WHERE r.conference = ? ORDER BY r.number", conference)
    return [round_in(row) for row in rows]


async def round_of(conference: UUID, number: int) -> RoundFacts:
    """Find a round by its number, or raise NotFound."""
    rows = await fetch(
        f"{ROUND} WHERE r.conference = ? AND r.number = ?", conference, number
    )
    if not rows:
        raise NotFound("no_such_round", number=number)
    return round_in(rows[0])


async def open_rounds(conference: UUID, *, now: datetime) -> Sequence[RoundFacts]:
    """List the rounds in which people vote just now."""
    return [one for one in await rounds_of(conference) if one.takes_votes(now)]


async def options_of(one: UUID) -> Sequence[Option]:
    """List what may be chosen, by position; one query."""
    rows = await fetch(
        "SELECT id, position, called, title, text, language, field, cost "
        "FROM round_option WHERE in_round = ? ORDER BY position",
        one,
    )
    return [_option(row) for row in rows]


async def tally_of(one: UUID) -> Sequence[Line]:
    """List what was given in a round that takes no votes any more, by its content."""
    rows = await fetch(
        "SELECT marks, people FROM tally_line WHERE in_round = ? ORDER BY position",
        one,
    )
    return [Line(marks=marks_in(row["marks"]), people=row["people"]) for row in rows]


async def live_marks(one: RoundFacts) -> Sequence[Line]:
    """
    List what has been given so far, where that was announced; else nothing.

    Sorted by content: the order says nothing of who gave it when.
    """
    if one.stage is not Stage.OPEN or not one.results_live:
        return ()
    rows = await fetch(
        "SELECT marks, count(*) AS people FROM vote WHERE in_round = ? "
        "GROUP BY marks ORDER BY marks",
        one.id,
    )
    return [
        Line(marks=marks_in(row["marks"]), people=int(row["people"])) for row in rows
    ]


async def counts_by_stage(conference: UUID) -> Mapping[Stage, int]:
    """Count the rounds of a conference by stage."""
    rows = await fetch(
        "SELECT stage, count(*) AS many FROM voting_round WHERE conference = ? "
        "GROUP BY stage",
        conference,
    )
    return {Stage(row["stage"]): int(row["many"]) for row in rows}


async def took_part(one: UUID) -> Mapping[Channel, int]:
    """Count by channel who took part; receipts say nothing of what was given."""
    rows = await fetch(
        "SELECT channel, count(*) AS people FROM receipt WHERE in_round = ? "
        "GROUP BY channel",
        one,
    )
    return {Channel(row["channel"]): int(row["people"]) for row in rows}


async def took_part_in(conference: UUID) -> Mapping[UUID, int]:
    """Count who took part in each round of a conference; one query."""
    rows = await fetch(
        "SELECT r.id, count(*) AS people FROM receipt x "
        "JOIN voting_round r ON r.id = x.in_round WHERE r.conference = ? GROUP BY r.id",
        conference,
    )
    return {row["id"]: int(row["people"]) for row in rows}


async def settled_sheets(one: UUID) -> Sequence[Sheet]:
    """List the paper counts that two people agree on, or a third has settled."""
    rows = await fetch(
        "SELECT sheet, entry, people, counts FROM paper_count WHERE in_round = ? "
        "ORDER BY sheet, entry",
        one,
    )
    entries: dict[int, dict[int, tuple[int, str]]] = {}
    for row in rows:
        entries.setdefault(row["sheet"], {})[row["entry"]] = (
            row["people"],
            row["counts"],
        )
    counted = [count for each in entries.values() if (count := settled(each))]
    return [Sheet(people=people, counts=marks_in(text)) for people, text in counted]


def settled(entries: Mapping[int, tuple[int, str]]) -> tuple[int, str] | None:
    """Give what a sheet counts for: what was settled, or what both have entered."""
    if 3 in entries:
        return entries[3]
    if 1 in entries and entries.get(1) == entries.get(2):
        return entries[1]
    return None


def marks_in(stored: str) -> Mapping[int, int]:
    """Read marks, by position."""
    return {int(place): mark for place, mark in json.loads(stored or "{}").items()}


def written(marks: Mapping[int, int]) -> str:
    """Write marks so that the same marks are the same text."""
    return json.dumps({str(place): marks[place] for place in sorted(marks)})


def round_in(row: Mapping[str, Any]) -> RoundFacts:
    """Read a round from a row of `ROUND`."""
    return RoundFacts(
        id=row["id"],
        conference=row["conference"],
        key=row["key"],
        number=row["number"],
        title=Said.load(row["title"]),
        intro=Said.load(row["intro"]),
        subject=Subject(row["subject"]),
        terms=Terms(
            method=Method(row["method"]),
            most=row["most"],
            each=row["each"],
            budget=row["budget"],
        ),
        completion=Completion(row["completion"]),
        voters=Voters(row["voters"]),
        group=row["group"],
        channels=frozenset(
            channel for channel in Channel if row[f"by_{channel.value}"]
        ),
        results_live=bool(row["results_live"]),
        stage=Stage(row["stage"]),
        opened_at=row["opened_at"],
        closes_at=row["closes_at"],
        closed_at=row["closed_at"],
        costs=marks_in(row["frame"]),
        result=row["result"],
        digest=row["digest"],
    )


def _option(row: Mapping[str, Any]) -> Option:
    return Option(
        id=row["id"],
        position=row["position"],
        title=Said.load(row["title"]),
        called=row["called"],
        field=Said.load(row["field"]),
        cost=row["cost"],
        text=row["text"],
        language=row["language"],
    )
