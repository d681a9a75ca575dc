"""Read elections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from elections.rules.record import Board
from elections.rules.stages import Entitled, PollStage, PollStep
from lip.database import fetch
from lip.errors import NotFound
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionFacts:
    """An election; `given` credentials and `key` of its conference."""

    id: UUID
    conference: UUID
    key: str
    number: int
    title: Said
    purpose: Said
    seats: int
    method: str
    votes_each: int
    board: Board
    entitled: Entitled
    stage: PollStage
    roll_digest: str
    roll_size: int
    modulus: str
    signer: str
    root: str

    @property
    def round(self) -> str:
        """Name the round in what is signed and published."""
        return f"{self.key}-{self.number}-{self.id.hex[:8]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationFacts:
    """Who stands."""

    id: UUID
    number: int
    place: int
    name: str
    association: str
    statement: Said
    withdrawn: bool

    @property
    def mark(self) -> str:
        """Name her on ballots and in the record."""
        return f"k{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """How many are entitled, have a credential, and have voted."""

    entitled: int
    given: int
    cast: int


_FACTS = """
    SELECT e.id, e.conference, c.key, e.number, e.title, e.purpose, e.seats, e.method,
        e.votes_each, e.board, e.entitled, e.stage, e.roll_digest, e.roll_size,
        e.modulus, e.signer, e.root
    FROM election e JOIN conference c ON c.id = e.conference
"""


async def elections_of(conference: UUID) -> Sequence[ElectionFacts]:
    """List the elections of a conference in their order."""
    rows = await fetch(f"{_FACTS} WHERE e.conference = ? ORDER BY e.number", conference)
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


async def nominations_of(election: UUID) -> Sequence[NominationFacts]:
    """List who stands: in the order drawn, or before that by number."""
    rows = await fetch(
        "SELECT id, number, place, name, association, statement, withdrawn "
        "FROM nomination WHERE election = ? ORDER BY place, number",
        election,
    )
    return [
        NominationFacts(
            id=row["id"],
            number=row["number"],
            place=row["place"],
            name=row["name"],
            association=row["association"],
            statement=Said.load(row["statement"]),
            withdrawn=bool(row["withdrawn"]),
        )
        for row in rows
    ]


async def turnout_of(election: ElectionFacts) -> Turnout:
    """Count credentials and ballots; never whose they are."""
    (row,) = await fetch(
        "SELECT (SELECT count(*) FROM roll_entry WHERE election = ? "
        "AND blinded <> '') AS given, "
        "(SELECT count(*) FROM sealed_ballot WHERE election = ?) AS cast_ones",
        election.id,
        election.id,
    )
    return Turnout(
        entitled=election.roll_size, given=int(row["given"]), cast=int(row["cast_ones"])
    )


async def on_roll(election: UUID, participant: UUID) -> bool | None:
    """Say whether a person has a credential; None if she is not on the roll."""
    rows = await fetch(
        "SELECT blinded FROM roll_entry WHERE election = ? AND participant = ?",
        election,
        participant,
    )
    return bool(rows[0]["blinded"]) if rows else None


async def bundle_text(election: UUID) -> str:
    """Read what was published; empty before the polls have closed."""
    (row,) = await fetch("SELECT bundle FROM election WHERE id = ?", election)
    return str(row["bundle"])


async def agreed_officers(election: UUID, step: PollStep) -> Sequence[UUID]:
    """List who has agreed to a step."""
    rows = await fetch(
        "SELECT officer FROM officer_consent WHERE election = ? AND step = ?",
        election,
        step.value,
    )
    return [row["officer"] for row in rows]


def _facts(row: Mapping[str, Any]) -> ElectionFacts:
    plain = {
        name: row[name]
        for name in (
            "id",
            "conference",
            "key",
            "number",
            "seats",
            "method",
            "votes_each",
            "roll_digest",
            "roll_size",
            "modulus",
            "signer",
            "root",
        )
    }
    return ElectionFacts(
        **plain,
        title=Said.load(row["title"]),
        purpose=Said.load(row["purpose"]),
        board=Board(row["board"]),
        entitled=Entitled(row["entitled"]),
        stage=PollStage(row["stage"]),
    )
