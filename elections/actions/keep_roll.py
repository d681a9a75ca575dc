"""Keep a roll until it is frozen: take in a list, decide disputes and log them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from elections.actions.noting import note
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.actions.put_on_roll import Voter, put_on_roll
from elections.actions.write_ruling import Ruled, write_ruling
from elections.list_reading import LineFault, ListedVoter
from elections.queries.elections import ElectionFacts
from elections.rules.likeness import likeness
from elections.rules.stages import About
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


class Outcome(StrEnum):
    """How a dispute about the roll ends."""

    ADD = "add"
    STRIKE = "strike"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What was asked about the roll and decided; `name` is for who has no ticket."""

    outcome: Outcome
    question: str
    decision: str
    participant: UUID | None = None
    entry: UUID | None = None
    name: str = ""
    association: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollTakenIn:
    """What reading a roll came to; with faults nothing was stored."""

    new: int = 0
    known: int = 0
    faults: Sequence[LineFault] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the conference knows: tickets by number, associations by likeness."""

    people: Mapping[int, UUID]
    associations: Mapping[str, tuple[str, int]]


async def take_in_roll(
    election: ElectionFacts,
    voters: Sequence[ListedVoter],
    *,
    conference: ConferenceFacts,
    replace: bool = False,
    by: Actor,
    now: datetime,
) -> RollTakenIn:
    """Put a list on the roll; who is there stays, unless all are to be replaced."""
    async with transaction():
        refuse_unless_prepared(await locked(election.id))
        known = await _known(conference)
        faults = [*_unknown_numbers(voters, known), *_too_many(voters, known)]
        if faults:
            return RollTakenIn(faults=faults)
        if replace:
            await fetch("DELETE FROM roll_entry WHERE election = ?", election.id)
        there = await _there(election.id)
        keys = [_key(voter, known) for voter in voters]
        new = [key for key in keys if _alike(key) not in there]
        await put_on_roll(election.id, new)
        facts = {"added": len(new)}
        await note(Act.ROLL_TAKEN_IN, election, by=by, now=now, facts=facts)
    return RollTakenIn(new=len(new), known=len(voters) - len(new))


async def rule_on_roll(
    election: ElectionFacts,
    dispute: Dispute,
    *,
    conference: ConferenceFacts,
    officer: UUID | None,
    by: Actor,
    now: datetime,
    request: UUID,
) -> None:
    """Add or strike somebody before the roll is frozen, or leave it, and say why."""
    async with transaction():
        refuse_unless_prepared(await locked(election.id))
        if await fetch("SELECT id FROM ruling WHERE request = ?", request):
            return
        subject = await _carried_out(election, dispute, conference)
        ruled = Ruled(
            about=About.ROLL,
            question=dispute.question,
            decision=dispute.decision,
            subject=subject,
            officer=officer,
        )
        await write_ruling(election.id, ruled, now=now, request=request)
        await note(Act.ROLL_RULED, election, by=by, now=now, request=request)


async def _carried_out(
    election: ElectionFacts, dispute: Dispute, conference: ConferenceFacts
) -> UUID | None:
    """Do what was decided; return whom it is about."""
    if dispute.outcome is Outcome.KEEP:
        return None
    if dispute.outcome is Outcome.STRIKE:
        return await _struck(election, dispute)
    name = dispute.name.strip()
    if dispute.participant is None and not name:
        raise Unusable("dispute_about_nobody")
    known = await _known(conference)
    listed = known.associations.get(likeness(dispute.association))
    association = listed[0] if listed else dispute.association.strip()
    key = (dispute.participant, name, association)
    if _alike(key) in await _there(election.id):
        raise Unusable("already_on_the_roll")
    (one,) = await put_on_roll(election.id, [key])
    return dispute.participant or one


async def _struck(election: ElectionFacts, dispute: Dispute) -> UUID:
    subject = dispute.participant or dispute.entry
    if subject is None:
        raise Unusable("dispute_about_nobody")
    await fetch(
        "DELETE FROM roll_entry WHERE election = ? AND (id = ? OR participant = ?)",
        election.id,
        subject,
        subject,
    )
    return subject


async def _known(conference: ConferenceFacts) -> _Known:
    people = await fetch(
        "SELECT id, number FROM participant WHERE conference = ? "
        "AND cancelled_at IS NULL",
        conference.id,
    )
    associations = await fetch(
        "SELECT name, likeness, delegates FROM association WHERE conference = ?",
        conference.id,
    )
    return _Known(
        people={row["number"]: row["id"] for row in people},
        associations={
            row["likeness"]: (row["name"], int(row["delegates"]))
            for row in associations
        },
    )


async def _there(election: UUID) -> set[Voter]:
    rows = await fetch(
        "SELECT participant, name, association FROM roll_entry WHERE election = ?",
        election,
    )
    return {
        _alike((row["participant"], row["name"], row["association"])) for row in rows
    }


def _key(voter: ListedVoter, known: _Known) -> Voter:
    listed = known.associations.get(likeness(voter.association))
    association = listed[0] if listed else voter.association
    if voter.number is not None:
        return (known.people[voter.number], "", association)
    return (None, voter.name, association)


def _alike(key: Voter) -> Voter:
    """Reduce an entry to what tells people apart."""
    participant, name, association = key
    if participant is not None:
        return (participant, "", "")
    return (None, likeness(name), likeness(association))


def _unknown_numbers(
    voters: Sequence[ListedVoter], known: _Known
) -> Sequence[LineFault]:
    return [
        LineFault(
            line=one.line, code="listed_unknown_number", facts={"number": one.number}
        )
        for one in voters
        if one.number is not None and one.number not in known.people
    ]


def _too_many(voters: Sequence[ListedVoter], known: _Known) -> Sequence[LineFault]:
    """Find lines by which an association has more voters than it may send."""
    so_far = Counter[str]()
    found = []
    for one in voters:
        alike = likeness(one.association)
        so_far[alike] += 1
        name, most = known.associations.get(alike, ("", 0))
        if most and so_far[alike] > most:
            facts = {"name": name, "most": most}
            fault = LineFault(line=one.line, code="listed_too_many", facts=facts)
            found.append(fault)
    return found
