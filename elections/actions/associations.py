"""Keep the list of associations, and whom each of them sends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from elections.actions.prepare import locked, refuse_unless_prepared
from elections.actions.write_ruling import Ruled, write_ruling
from elections.queries.elections import ElectionFacts
from elections.rules.likeness import likeness
from elections.rules.stages import About
from elections.tables import Association
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import fetch, lock_rows, transaction
from lip.errors import NotFound, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor

MOST_DELEGATES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationWish:
    """What is known of an association; words as in `tables.Association`."""

    name: str
    register_number: str = ""
    seat: str = ""
    umbrella: bool = False
    delegates: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Why the board takes an association up: what was asked, what it decided."""

    election: ElectionFacts
    question: str
    decision: str
    officer: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What reading a list came to."""

    new: int
    known: int


async def add_association(
    wish: AssociationWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
    asked: Asked | None = None,
) -> UUID:
    """
    Put an association on the list; return its id. Sent twice it is done once.

    `asked` says that it was missing: then the board's ruling is written too.
    """
    async with transaction():
        await _lock(conference)
        if asked is not None:
            refuse_unless_prepared(await locked(asked.election.id))
        known = await entry_of_request(request)
        if known is not None and known.subject is not None:
            return known.subject
        await _refuse(wish, conference)
        one = uuid4()
        ruling = None if asked is None else await _ruled(asked, one, now, request)
        await Association.insert(_row(wish, conference, one, ruling))
        await note_of(
            Act.ASSOCIATION_ADDED, one, conference.key, by=by, now=now, request=request
        )
        return one


async def change_association(
    one: UUID,
    wish: AssociationWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Change what is known of an association; its delegates stay."""
    async with transaction():
        await _lock(conference)
        rows = await _on_list(one, conference)
        if wish.delegates < int(rows[0]["chosen"]):
            raise Unusable("association_has_more_delegates")
        await _refuse(wish, conference, besides=one)
        await fetch(
            "UPDATE association SET name = ?, likeness = ?, register_number = ?, "
            "seat = ?, umbrella = ?, delegates = ? WHERE id = ?",
            wish.name,
            likeness(wish.name),
            wish.register_number,
            wish.seat,
            wish.umbrella,
            wish.delegates,
            one,
        )
        await note_of(Act.ASSOCIATION_CHANGED, one, conference.key, by=by, now=now)


async def remove_association(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Take an association and its delegates off the list; gone already is fine."""
    async with transaction():
        await _lock(conference)
        gone = await fetch(
            "DELETE FROM association WHERE id = ? AND conference = ? RETURNING id",
            one,
            conference.id,
        )
        if gone:
            await note_of(Act.ASSOCIATION_REMOVED, one, conference.key, by=by, now=now)


async def take_in_associations(
    wishes: Sequence[AssociationWish],
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> TakenIn:
    """Add those of a list that are not there yet; the others stay as they are."""
    async with transaction():
        await _lock(conference)
        rows = await fetch(
            "SELECT likeness FROM association WHERE conference = ?", conference.id
        )
        known = {row["likeness"] for row in rows}
        new = [wish for wish in wishes if likeness(wish.name) not in known]
        for wish in new:
            await Association.insert(_row(wish, conference, uuid4(), None))
        if new:
            await note_of(
                Act.ASSOCIATIONS_TAKEN_IN,
                conference.id,
                conference.key,
                by=by,
                now=now,
                facts={"added": len(new)},
            )
    return TakenIn(new=len(new), known=len(wishes) - len(new))


async def choose_delegate(
    one: UUID,
    participant: UUID,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Let somebody with a ticket vote for an association; once is enough."""
    async with transaction():
        await _lock(conference)
        (row,) = await _on_list(one, conference)
        people = await fetch(
            "SELECT p.id, d.association FROM participant p "
            "LEFT JOIN delegate d ON d.participant = p.id "
            "WHERE p.id = ? AND p.conference = ? AND p.cancelled_at IS NULL",
            participant,
            conference.id,
        )
        if not people:
            raise NotFound("unknown_participant")
        if people[0]["association"] == one:
            return
        if people[0]["association"] is not None:
            raise Unusable("delegate_of_another")
        if int(row["chosen"]) >= int(row["delegates"]):
            raise Unusable("association_has_its_delegates", most=row["delegates"])
        await fetch(
            "INSERT INTO delegate (id, association, participant) VALUES (?, ?, ?)",
            uuid4(),
            one,
            participant,
        )
        await note_of(Act.DELEGATE_CHOSEN, one, conference.key, by=by, now=now)


async def drop_delegate(
    one: UUID,
    participant: UUID,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Let somebody not vote for an association any more."""
    async with transaction():
        await _on_list(one, conference)
        gone = await fetch(
            "DELETE FROM delegate WHERE association = ? AND participant = ? "
            "RETURNING id",
            one,
            participant,
        )
        if gone:
            await note_of(Act.DELEGATE_DROPPED, one, conference.key, by=by, now=now)


async def _ruled(asked: Asked, one: UUID, now: datetime, request: UUID) -> UUID | None:
    ruled = Ruled(
        about=About.ROLL,
        question=asked.question,
        decision=asked.decision,
        subject=one,
        officer=asked.officer,
    )
    return await write_ruling(asked.election.id, ruled, now=now, request=request)


async def _lock(conference: ConferenceFacts) -> None:
    await lock_rows(
        Conference.select(Conference.id).where(Conference.id == conference.id)
    )


async def _on_list(one: UUID, conference: ConferenceFacts) -> Sequence[dict[str, Any]]:
    rows = await fetch(
        "SELECT delegates, (SELECT count(*) FROM delegate d WHERE d.association = a.id)"
        " AS chosen FROM association a WHERE a.id = ? AND a.conference = ?",
        one,
        conference.id,
    )
    if not rows:
        raise NotFound("no_such_association")
    return rows


async def _refuse(
    wish: AssociationWish, conference: ConferenceFacts, *, besides: UUID | None = None
) -> None:
    """Refuse what has no name, too many delegates, or stands there already."""
    if not likeness(wish.name):
        raise Unusable("association_without_name")
    if not 1 <= wish.delegates <= MOST_DELEGATES:
        raise Unusable("association_delegates", most=MOST_DELEGATES)
    rows = await fetch(
        "SELECT id, name FROM association WHERE conference = ? AND likeness = ?",
        conference.id,
        likeness(wish.name),
    )
    for row in rows:
        if row["id"] != besides:
            raise Unusable("association_twice", name=row["name"])


def _row(
    wish: AssociationWish, conference: ConferenceFacts, one: UUID, ruling: UUID | None
) -> Association:
    return Association(
        id=one,
        conference=conference.id,
        name=wish.name.strip(),
        likeness=likeness(wish.name),
        register_number=wish.register_number.strip(),
        seat=wish.seat.strip(),
        umbrella=wish.umbrella,
        delegates=wish.delegates,
        added_by=ruling,
    )
