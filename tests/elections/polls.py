"""Elections in a hall, made by the real actions, and voters as their browsers act."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from elections import sealing
from elections.actions.cast_ballot import Acknowledged, cast_ballot
from elections.actions.close_polls import agree_to_close
from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.actions.draw_lot import agree_to_lot, thrown
from elections.actions.give_credential import give_credential
from elections.actions.open_polls import open_polls
from elections.actions.prepare import (
    NominationWish,
    nominate,
    prepare_election,
)
from elections.actions.wish import ElectionWish
from elections.files.bundle import Bundle, read_bundle
from elections.queries.elections import (
    ElectionFacts,
    bundle_text,
    election_of,
    voter_of,
)
from elections.records import unsigned_of
from elections.recounting import tally_of
from elections.rules import asking
from elections.rules.asking import Asking
from elections.rules.cast import Cast, Credential
from elections.rules.planning import Method
from elections.rules.stages import Entitled
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from lip.said import Said
from tests.factories import (
    KEYS,
    MadeParticipant,
    clock,
    make_conference,
    make_participant,
)

SOMEBODY = Actor(ActorKind.PARTICIPANT)
NAMES = ("Ada", "Bo", "Cem", "Dilek")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """A conference with an election, and people with tickets."""

    conference: ConferenceFacts
    election: ElectionFacts
    people: Sequence[MadeParticipant]


async def make_hall(
    *,
    voters: int = 5,
    names: Sequence[str] = NAMES,
    key: str = "konferenz",
    now: datetime | None = None,
    **wish: Any,
) -> Hall:
    """Prepare an election; the polls are not open yet."""
    now = now or clock()
    conference = await make_conference(key, now=now)
    people = [
        await make_participant(conference, given_name=f"V{at}", now=now)
        for at in range(voters)
    ]
    plan = {
        "title": Said.of(de="Vertretung"),
        "seats": 2,
        "method": Method.BLOCK,
        "entitled": Entitled.TICKETS,
    } | wish
    number = await prepare_election(
        ElectionWish(**plan),
        conference=conference,
        by=COMMAND,
        now=now,
        request=uuid4(),
    )
    election = await election_of(conference.id, number)
    for name in names:
        await nominate(
            election, NominationWish(name=name), by=COMMAND, now=now, request=uuid4()
        )
    return Hall(conference=conference, election=election, people=people)


async def open_hall(hall: Hall, *, now: datetime | None = None) -> Hall:
    """Open the polls."""
    await open_polls(
        hall.election,
        conference=hall.conference,
        keys=KEYS,
        by=COMMAND,
        now=now or clock(),
    )
    election = await election_of(hall.conference.id, hall.election.number)
    return Hall(conference=hall.conference, election=election, people=hall.people)


def ask(election: ElectionFacts, *, group: str = "") -> Asking:
    """Draw a serial and hide it."""
    key = sealing.public_key(election.public_keys[group])
    return asking.ask(election.round, key, secrets.token_bytes, group=group)


def unblind(election: ElectionFacts, asked: Asking, signed: bytes) -> Credential:
    """Take the blinding off."""
    key = sealing.public_key(election.public_keys[asked.group])
    return asking.unblind(election.round, key, asked, signed)


async def give(
    hall: Hall, person: UUID, blinded: bytes, *, now: datetime | None = None
) -> bytes:
    """Have something signed for somebody with a ticket, as her page does."""
    known = await voter_of(hall.election.id, person)
    return await give_credential(
        hall.election,
        known.entry if known else uuid4(),
        blinded,
        keys=KEYS,
        by=SOMEBODY,
        now=now or clock(),
    )


async def credential_for(
    hall: Hall, person: UUID, *, now: datetime | None = None
) -> Credential:
    """Get the credential of somebody on the roll."""
    known = await voter_of(hall.election.id, person)
    group = known.association if known and known.association else ""
    asked = ask(
        hall.election, group=group if group in hall.election.public_keys else ""
    )
    signed = await give(hall, person, asked.blinded.message, now=now)
    return unblind(hall.election, asked, signed)


def ballot(credential: Credential, *marks: str) -> Cast:
    """Mark some of the candidates."""
    return Cast(
        credential=credential,
        marks=tuple((mark, 1) for mark in marks),
        nonce=secrets.token_bytes(32),
    )


async def vote(hall: Hall, credential: Credential, *marks: str) -> Acknowledged:
    return await cast_ballot(hall.election, ballot(credential, *marks), keys=KEYS)


async def close(hall: Hall, *officers: UUID, now: datetime | None = None) -> bool:
    """Let officers agree to the close, two if none are named."""
    closed = False
    for officer in officers or (uuid4(), uuid4()):
        closed = await agree_to_close(
            hall.election, officer=officer, keys=KEYS, by=COMMAND, now=now or clock()
        )
    return closed


async def finish(hall: Hall, *, now: datetime | None = None) -> None:
    """Close, count, and make the result final."""
    officers = (uuid4(), uuid4())
    await close(hall, *officers, now=now)
    await count_ballots(hall.election, by=COMMAND, now=now or clock())
    hall = replace(
        hall, election=await election_of(hall.conference.id, hall.election.number)
    )
    for officer in officers:
        await _throw_if_tied(hall, officer, now or clock())
    for officer in officers:
        await agree_to_finish(
            hall.election, officer=officer, keys=KEYS, by=COMMAND, now=now or clock()
        )


async def _throw_if_tied(hall: Hall, officer: UUID, now: datetime) -> None:
    if tally_of(await unsigned_of(hall.election.id)).decided:
        return
    lot = await thrown(hall.election, "123456" * 4, ("Ida", "Jo"))
    await agree_to_lot(hall.election, lot, officer=officer, by=COMMAND, now=now)


async def published(hall: Hall) -> Bundle:
    return read_bundle((await bundle_text(hall.election.id)).encode())
