"""Prepare an election: what is elected, how, and who stands."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from piccolo.columns import Column

from elections.actions.noting import note
from elections.actions.wish import ElectionWish, columns_of, round_of, wish_faults
from elections.queries.elections import ElectionFacts, election_by_id
from elections.rules.planning import MOST_STANDING
from elections.rules.stages import PollStage, Standing
from elections.tables import Election, Nomination
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import fetch, lock_rows, transaction
from lip.errors import NotFound, TooLate, TooMany, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationWish:
    """Whom the board admits without more ado."""

    name: str
    association: str = ""
    statement: Said = field(default_factory=Said)
    attributes: Mapping[str, str] = field(default_factory=dict)


async def prepare_election(
    wish: ElectionWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
) -> int:
    """Prepare a new election; return its number. Sent twice it is made once."""
    _check(wish, conference)
    async with transaction():
        await lock_rows(
            Conference.select(Conference.id).where(Conference.id == conference.id)
        )
        known = await fetch("SELECT number FROM election WHERE request = ?", request)
        if known:
            return int(known[0]["number"])
        (row,) = await fetch(
            "SELECT coalesce(max(number), 0) + 1 AS number FROM election "
            "WHERE conference = ?",
            conference.id,
        )
        election = Election(
            id=uuid4(),
            conference=conference.id,
            number=int(row["number"]),
            request=request,
            changed_at=now,
            round_kind=round_of(wish),
            **columns_of(wish),
        )
        await Election.insert(election)
        await note_of(
            Act.ELECTION_PREPARED, election.id, conference.key, by=by, now=now
        )
        return int(row["number"])


async def change_election(
    election: ElectionFacts,
    wish: ElectionWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Change what is prepared; once the polls are open, nothing can be changed."""
    _check(wish, conference)
    async with transaction():
        known = await locked(election.id)
        refuse_unless_prepared(known)
        changed: dict[Column | str, Any] = {"changed_at": now}
        changed.update(columns_of(wish))
        if known.earlier is None:
            changed["round_kind"] = round_of(wish).value
        await Election.update(changed).where(Election.id == election.id)
        await note(Act.ELECTION_CHANGED, election, by=by, now=now)


async def nominate(
    election: ElectionFacts,
    wish: NominationWish,
    *,
    by: Actor,
    now: datetime,
    request: UUID,
) -> int:
    """Admit somebody who stands; return her number. Sent twice it is done once."""
    if not wish.name.strip():
        raise Unusable("nomination_without_name")
    async with transaction():
        refuse_unless_prepared(await locked(election.id))
        known = await fetch("SELECT number FROM nomination WHERE request = ?", request)
        if known:
            return int(known[0]["number"])
        (row,) = await fetch(
            "SELECT coalesce(max(number), 0) + 1 AS number FROM nomination "
            "WHERE election = ?",
            election.id,
        )
        if int(row["number"]) > MOST_STANDING:
            raise TooMany("too_many_stand", most=MOST_STANDING, seconds=0)
        await Nomination.insert(
            Nomination(
                id=uuid4(),
                election=election.id,
                number=int(row["number"]),
                name=wish.name.strip(),
                association=wish.association.strip(),
                statement=wish.statement.dump(),
                attributes=json.dumps(dict(wish.attributes), ensure_ascii=False),
                standing=Standing.ADMITTED,
                request=request,
            )
        )
        await note(Act.NOMINATED, election, by=by, now=now)
        return int(row["number"])


async def withdraw_nomination(
    election: ElectionFacts, number: int, *, by: Actor, now: datetime
) -> None:
    """Note that somebody does not stand any more; doing it again changes nothing."""
    async with transaction():
        known = await locked(election.id)
        if known.stage.is_over:
            raise TooLate("polls_have_closed")
        rows = await fetch(
            "SELECT id, standing FROM nomination WHERE election = ? AND number = ?",
            election.id,
            number,
        )
        if not rows:
            raise NotFound("no_such_nomination", number=number)
        if rows[0]["standing"] == Standing.WITHDRAWN:
            return
        await fetch(
            "UPDATE nomination SET standing = ? WHERE id = ?",
            Standing.WITHDRAWN.value,
            rows[0]["id"],
        )
        await note(Act.NOMINATION_WITHDRAWN, election, by=by, now=now)


async def locked(election: UUID) -> ElectionFacts:
    """Read an election again while nobody else changes it."""
    await lock_rows(Election.select(Election.id).where(Election.id == election))
    return await election_by_id(election)


def refuse_unless_prepared(election: ElectionFacts) -> None:
    """Keep what voters have seen as it was."""
    if election.stage is not PollStage.PREPARED:
        raise TooLate("polls_have_opened")


def _check(wish: ElectionWish, conference: ConferenceFacts) -> None:
    for fault in wish_faults(wish, zone=conference.zone):
        raise Unusable(fault.code, **fault.facts)
