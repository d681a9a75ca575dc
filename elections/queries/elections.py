"""Read elections."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from elections.rules.planning import Method
from elections.rules.quota_lines import quotas_read
from elections.rules.record import Board
from elections.rules.stages import (
    Entitled,
    PollStage,
    PollStep,
    RoundKind,
    Standing,
    TieRule,
)
from elections.rules.terms import Quota
from lip.database import fetch, fetch_in
from lip.errors import NotFound
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionFacts:
    """One round of an election; `key` is that of its conference."""

    id: UUID
    conference: UUID
    key: str
    number: int
    earlier: UUID | None
    round_kind: RoundKind
    advance: int
    title: Said
    purpose: Said
    term: Said
    seats: int
    deputies: int
    method: Method
    votes_each: int
    votes_per_candidate: int | None
    own_limit: int | None
    highest_score: int | None
    completion: str
    ties: TieRule
    quotas: tuple[Quota, ...]
    standing_rules: tuple[str, ...]
    board: Board
    entitled: Entitled
    delegates: int
    voters_group: UUID | None
    called_on: date | None
    nominations_until: datetime | None
    admission_on: date | None
    polls_on: date | None
    objections_until: date | None
    speaking_seconds: int
    place: str
    members: str
    witnesses: str
    stage: PollStage
    opened_at: datetime | None
    closed_at: datetime | None
    roll_digest: str
    roll_size: int
    public_keys: Mapping[str, str]
    signer: str
    root: str

    @property
    def round(self) -> str:
        """Name the round in what is signed and published."""
        return f"{self.key}-{self.number}-{self.id.hex[:8]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationFacts:
    """Who stands; `has_photo` tells whether there is one to be shown."""

    id: UUID
    number: int
    place: int
    standing: Standing
    reason: str
    participant: UUID | None
    by_oneself: bool
    name: str
    association: str
    statement: Said
    attributes: Mapping[str, str]
    declared: tuple[str, ...]
    has_photo: bool
    slate: UUID | None
    list_place: int
    accepted: bool | None

    @property
    def mark(self) -> str:
        """Name her on ballots and in the record."""
        return f"k{self.number}"

    @property
    def withdrawn(self) -> bool:
        """Tell whether she was admitted and stands no more."""
        return self.standing is Standing.WITHDRAWN

    @property
    def stands(self) -> bool:
        """Tell whether she can be voted for."""
        return self.standing is Standing.ADMITTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """How many are entitled, have a credential or a paper, and have voted online."""

    entitled: int
    given: int
    papers: int
    cast: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """Somebody's place on a roll, as far as her own page must know it."""

    entry: UUID
    association: str
    given: bool
    on_paper: bool


_SAID: Final = frozenset({"title", "purpose", "term"})
_KINDS: Final = {
    "round_kind": RoundKind,
    "method": Method,
    "ties": TieRule,
    "board": Board,
    "entitled": Entitled,
    "stage": PollStage,
}
_COLUMNS = ", ".join(
    f"e.{one.name}" for one in fields(ElectionFacts) if one.name != "key"
)
_FACTS = f"""
    SELECT c.key, {_COLUMNS}
    FROM election e JOIN conference c ON c.id = e.conference
"""  # noqa: S608  # names of columns


async def elections_of(conference: UUID) -> Sequence[ElectionFacts]:
    """List the elections of a conference in their order."""
    rows = await fetch(f"{_FACTS} WHERE e.conference = ? ORDER BY e.number", conference)
    return [_facts(row) for row in rows]


async def elections_in(conferences: Collection[UUID]) -> Sequence[ElectionFacts]:
    """List the elections of several conferences, each conference's in their order."""
    rows = await fetch_in(
        f"{_FACTS} WHERE e.conference IN",
        conferences,
        "ORDER BY c.key, e.number",
    )
    return [_facts(row) for row in rows]


async def election_of(conference: UUID, number: int) -> ElectionFacts:
    """Find one election, or raise NotFound."""
    rows = await fetch(
        f"{_FACTS} WHERE e.conference = ? AND e.number = ?", conference, number
    )
    if not rows:
        raise NotFound("no_such_election", number=number)
    return _facts(rows[0])


async def election_by_id(one: UUID) -> ElectionFacts:
    """Read an election again, inside a transaction."""
    rows = await fetch(f"{_FACTS} WHERE e.id = ?", one)
    return _facts(rows[0])


async def nominations_of(
    election: UUID, *, all_of_them: bool = False
) -> Sequence[NominationFacts]:
    """
    List who was admitted: in the order drawn, or before that by number.

    `all_of_them` adds those who are proposed, have consented or were refused.
    """
    rows = await fetch(
        "SELECT id, number, place, standing, reason, participant, by_oneself, name, "
        "association, statement, attributes, declared, slate, list_place, accepted, "
        "photo_kind <> '' AS has_photo "
        "FROM nomination WHERE election = ? ORDER BY place, number",
        election,
    )
    found = [_nomination(row) for row in rows]
    if all_of_them:
        return found
    return [one for one in found if one.stands or one.withdrawn]


async def turnout_of(election: ElectionFacts) -> Turnout:
    """Count credentials, papers and ballots; never whose they are."""
    (row,) = await fetch(
        "SELECT count(CASE WHEN blinded <> '' THEN 1 END) AS given, "
        "count(CASE WHEN channel = 'paper' THEN 1 END) AS papers, "
        "(SELECT count(*) FROM sealed_ballot WHERE election = ?) AS cast_ones "
        "FROM roll_entry WHERE election = ?",
        election.id,
        election.id,
    )
    return Turnout(
        entitled=election.roll_size,
        given=int(row["given"]),
        papers=int(row["papers"]),
        cast=int(row["cast_ones"]),
    )


async def voter_of(election: UUID, participant: UUID) -> Voter | None:
    """Find a person's place on the roll; None if she is not on it."""
    rows = await fetch(
        "SELECT id, association, channel, blinded FROM roll_entry "
        "WHERE election = ? AND participant = ?",
        election,
        participant,
    )
    if not rows:
        return None
    (row,) = rows
    return Voter(
        entry=row["id"],
        association=row["association"],
        given=bool(row["blinded"]),
        on_paper=row["channel"] == "paper",
    )


async def bundle_text(election: UUID) -> str:
    """Read what was published; empty before the result is final."""
    (row,) = await fetch("SELECT bundle FROM election WHERE id = ?", election)
    return str(row["bundle"])


async def agreed_officers(
    election: UUID, step: PollStep, subject: str = ""
) -> Sequence[UUID]:
    """List who has agreed to a step."""
    rows = await fetch(
        "SELECT officer FROM officer_consent "
        "WHERE election = ? AND step = ? AND subject = ?",
        election,
        step.value,
        subject,
    )
    return [row["officer"] for row in rows]


def _facts(row: Mapping[str, Any]) -> ElectionFacts:
    found = {one.name: row[one.name] for one in fields(ElectionFacts)}
    for name in _SAID:
        found[name] = Said.load(row[name])
    for name, kind in _KINDS.items():
        found[name] = kind(row[name])
    found["quotas"] = quotas_read(row["quotas"])
    found["standing_rules"] = tuple(json.loads(row["standing_rules"]))
    found["public_keys"] = json.loads(row["public_keys"])
    return ElectionFacts(**found)


def _nomination(row: Mapping[str, Any]) -> NominationFacts:
    found = {one.name: row[one.name] for one in fields(NominationFacts)}
    accepted = row["accepted"]
    return NominationFacts(**{
        **found,
        "standing": Standing(row["standing"]),
        "by_oneself": bool(row["by_oneself"]),
        "statement": Said.load(row["statement"]),
        "attributes": json.loads(row["attributes"]),
        "declared": tuple(json.loads(row["declared"])),
        "has_photo": bool(row["has_photo"]),
        "accepted": None if accepted is None else bool(accepted),
    })
