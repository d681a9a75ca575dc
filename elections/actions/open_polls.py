"""Open the polls: the roll is frozen, the order drawn, the keys made."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from elections import sealing
from elections.actions.arrange_lists import settle_lists
from elections.actions.draw_order import draw_places
from elections.actions.freeze_roll import entitled_people, freeze_roll
from elections.actions.noting import Facts, note
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    election_by_id,
    nominations_of,
)
from elections.rules.fair_order import is_drawn
from elections.rules.likeness import likeness
from elections.rules.on_roll import OnRoll
from elections.rules.planning import MOST_SEATS, Fault, faults, votes_each
from elections.rules.stages import PollStage
from elections.rules.urn import Keys as PollKeys
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import execute_many, fetch, transaction
from lip.errors import TooEarly, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


async def open_polls(
    election: ElectionFacts,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> None:
    """Freeze the roll and let people vote, unless something is missing."""
    if election.stage is PollStage.OPEN:
        return
    refuse_unless_prepared(election)
    groups = await _groups(election, conference, now=now)
    made = await asyncio.to_thread(sealing.made, groups)
    async with transaction():
        known = await locked(election.id)
        if known.stage is PollStage.OPEN:
            return
        refuse_unless_prepared(known)
        await _open(known, made, conference, keys=keys, by=by, now=now)


async def _open(
    election: ElectionFacts,
    made: PollKeys,
    conference: ConferenceFacts,
    *,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> None:
    if election.earlier is not None:
        earlier = await election_by_id(election.earlier)
        if earlier.stage is not PollStage.FINAL:
            raise TooEarly("earlier_round_not_final")
    people = await entitled_people(election, conference, now=now)
    standing = [one for one in await nominations_of(election.id) if one.stands]
    _refuse_if_faulty(election, standing=len(standing), entitled=len(people))
    if set(made.primes) != _groups_among(election, people):
        raise Unusable("roll_has_just_changed")
    if election.own_limit is not None:
        await _name_as_on_roll(standing, people)
    frozen = await freeze_roll(election.id, people)
    if not is_drawn(one.place for one in standing):
        await draw_places(election.id)
    await settle_lists(election)
    signer = sealing.signer_made()
    await _keep_keys(election.id, made, signer, keys=keys)
    await fetch(
        "UPDATE election SET stage = ?, roll_digest = ?, roll_size = ?, "
        "votes_each = ?, public_keys = ?, signer = ?, opened_at = ?, changed_at = ? "
        "WHERE id = ?",
        PollStage.OPEN.value,
        frozen.digest,
        frozen.size,
        _votes_each(election, standing=len(standing)),
        _published(made),
        sealing.signer_of(signer).public_key().public_bytes_raw().hex(),
        now,
        now,
        election.id,
    )
    facts: Facts = {"people": frozen.size, "digest": frozen.digest}
    await note(Act.POLLS_OPENED, election, by=by, now=now, facts=facts)


def _refuse_if_faulty(election: ElectionFacts, *, standing: int, entitled: int) -> None:
    wrong = faults(
        election.method,
        seats=election.seats,
        wished=election.votes_each,
        standing=standing,
        entitled=entitled,
    )
    if wrong:
        raise Unusable(wrong[0].value, **_facts_of(wrong[0]))


def _votes_each(election: ElectionFacts, *, standing: int) -> int:
    return votes_each(
        election.method,
        seats=election.seats,
        wished=election.votes_each,
        standing=standing,
    )


async def _name_as_on_roll(
    standing: Sequence[NominationFacts], people: Sequence[OnRoll]
) -> None:
    """Write associations of candidates as the roll does: the limit compares names."""
    names = {likeness(one.association): one.association for one in people}
    await execute_many(
        "UPDATE nomination SET association = ? WHERE id = ?",
        [
            (names[alike], one.id)
            for one in standing
            if (alike := likeness(one.association)) and alike in names
        ],
    )


async def _groups(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime
) -> Sequence[str]:
    """Find for whom there must be keys of their own."""
    people = await entitled_people(election, conference, now=now)
    return sorted(_groups_among(election, people))


def _groups_among(election: ElectionFacts, people: Sequence[OnRoll]) -> set[str]:
    if election.own_limit is None:
        return {""}
    return {one.association for one in people} | {""}


def _facts_of(fault: Fault) -> dict[str, int]:
    return {"most": MOST_SEATS} if fault is Fault.SEATS else {}


def _published(made: PollKeys) -> str:
    return json.dumps({
        group: f"{sealing.signing_key(made, group).public.modulus:x}"
        for group in sorted(made.primes)
    })


async def _keep_keys(
    election: UUID, made: PollKeys, signer: bytes, *, keys: Keys
) -> None:
    """Keep both kinds of keys sealed: one goes at the close, one with the result."""
    await fetch(
        "INSERT INTO poll_keys (election, sealed) VALUES (?, ?)",
        election,
        sealing.sealed(made, election, operator=keys),
    )
    await fetch(
        "INSERT INTO signing_key (election, sealed) VALUES (?, ?)",
        election,
        sealing.signer_sealed(signer, election, operator=keys),
    )
