"""Elections in a hall, made by the real actions, and voters as their browsers act."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from elections import sealing
from elections.actions.cast_ballot import Acknowledged, cast_ballot
from elections.actions.close_polls import agree_to_close
from elections.actions.give_credential import give_credential
from elections.actions.open_polls import open_polls
from elections.actions.prepare import (
    ElectionWish,
    NominationWish,
    nominate,
    prepare_election,
)
from elections.files.bundle import Bundle, read_bundle
from elections.queries.elections import ElectionFacts, bundle_text, election_of
from elections.rules.blind_signatures import Blinded, PublicKey, blind, finalize
from elections.rules.cast import Cast, Credential, prepared
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a browser holds between asking for a credential and having it."""

    serial: bytes
    prefix: bytes
    blinded: Blinded


def ask(election: ElectionFacts) -> Asking:
    """Draw a serial and hide it."""
    key = PublicKey(int(election.modulus, 16), sealing.EXPONENT)
    serial, prefix = secrets.token_bytes(32), secrets.token_bytes(32)
    blinded = blind(
        key,
        prepared(election.round, serial, prefix),
        salt=secrets.token_bytes(48),
        factor=2 + secrets.randbelow(key.modulus - 2),
    )
    return Asking(serial=serial, prefix=prefix, blinded=blinded)


def unblind(election: ElectionFacts, asking: Asking, signed: bytes) -> Credential:
    """Take the blinding off."""
    key = PublicKey(int(election.modulus, 16), sealing.EXPONENT)
    message = prepared(election.round, asking.serial, asking.prefix)
    signature = finalize(key, message, signed, asking.blinded.inverse)
    return Credential(serial=asking.serial, prefix=asking.prefix, signature=signature)


async def credential_for(
    hall: Hall, person: UUID, *, now: datetime | None = None
) -> Credential:
    """Get the credential of somebody on the roll."""
    asking = ask(hall.election)
    signed = await give_credential(
        hall.election,
        person,
        asking.blinded.message,
        keys=KEYS,
        by=SOMEBODY,
        now=now or clock(),
    )
    return unblind(hall.election, asking, signed)


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
    """Let officers agree, two if none are named."""
    closed = False
    for officer in officers or (uuid4(), uuid4()):
        closed = await agree_to_close(
            hall.election, officer=officer, keys=KEYS, by=COMMAND, now=now or clock()
        )
    return closed


async def published(hall: Hall) -> Bundle:
    return read_bundle((await bundle_text(hall.election.id)).encode())
