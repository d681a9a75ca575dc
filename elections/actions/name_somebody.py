"""
Name somebody else for an election: she decides herself whether she stands.

Nothing of her is shown to anybody but her and the board before she has consented and
the board has admitted her.
"""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from elections.actions.noting import note_nomination
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.actions.stand import LONGEST_NAME, next_number, refuse_if_over
from elections.queries.elections import ElectionFacts
from elections.queries.nominations import own_nomination
from elections.rules.stages import Standing
from elections.tables import Nomination
from lip.conference.queries.names import names_of_participants
from lip.database import fetch, transaction
from lip.errors import TooMany, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys

MOST_PROPOSED: Final = 200
_SEAL: Final = "consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who is named: by the number on her ticket, or by name."""

    ticket_number: int | None = None
    name: str = ""
    association: str = ""


def consent_token(nomination: UUID, *, keys: Keys) -> str:
    """Derive the secret in a personal link; only its keyed hash is stored."""
    digest = hmac.digest(keys.part("consent link"), nomination.bytes, "sha256")
    return urlsafe_b64encode(digest[:24]).decode()


def consent_seal(token: str, *, keys: Keys) -> str:
    """Compute under which hash a personal link is found."""
    return keys.seal(_SEAL, token)


async def name_somebody(
    election: ElectionFacts,
    named: Named,
    *,
    keys: Keys,
    by: Actor,
    now: datetime,
    request: UUID,
    by_board: bool = False,
    signed: bool = False,
) -> int | None:
    """
    Name somebody; return the number, None if she stands or is named already.

    The closing of nominations binds everybody but the board, to which papers may have
    come in time. `signed`: her consent lies before the board on paper.
    """
    async with transaction():
        known = await locked(election.id)
        if by_board and known.earlier is None:
            refuse_unless_prepared(known)
        else:
            refuse_if_over(known, now=now)
        sent = await fetch("SELECT number FROM nomination WHERE request = ?", request)
        if sent:
            return int(sent[0]["number"])
        participant, name = await _who(election, named)
        if participant is not None and await _stands(election.id, participant):
            return None
        if not signed:
            await _refuse_a_flood(election.id)
        number = await next_number(election)
        row = _row(election.id, number, named, keys=keys)
        row.participant = participant
        row.name = name
        row.request = request
        row.standing = Standing.CONSENTED if signed else Standing.PROPOSED
        await Nomination.insert(row)
        act = Act.NOMINATION_CONSENTED if signed else Act.NOMINATION_PROPOSED
        await note_nomination(act, election, number, by=by, now=now)
        return number


def _row(election: UUID, number: int, named: Named, *, keys: Keys) -> Nomination:
    one = uuid4()
    token = consent_token(one, keys=keys)
    return Nomination(
        id=one,
        election=election,
        number=number,
        association=named.association.strip()[:LONGEST_NAME],
        consent_seal=consent_seal(token, keys=keys),
    )


async def _who(election: ElectionFacts, named: Named) -> tuple[UUID | None, str]:
    if named.ticket_number is None:
        if not named.name.strip():
            raise Unusable("nobody_named")
        return None, named.name.strip()[:LONGEST_NAME]
    rows = await fetch(
        "SELECT id FROM participant WHERE conference = ? AND number = ? "
        "AND cancelled_at IS NULL",
        election.conference,
        named.ticket_number,
    )
    if not rows:
        raise Unusable("no_such_ticket_number")
    participant = rows[0]["id"]
    name, _number = (await names_of_participants([participant]))[participant]
    return participant, named.name.strip()[:LONGEST_NAME] or name


async def _stands(election: UUID, participant: UUID) -> bool:
    mine = await own_nomination(election, participant)
    return mine is not None and mine.standing is not Standing.WITHDRAWN


async def _refuse_a_flood(election: UUID) -> None:
    (row,) = await fetch(
        "SELECT count(*) AS many FROM nomination WHERE election = ? AND standing = ?",
        election,
        Standing.PROPOSED.value,
    )
    if int(row["many"]) >= MOST_PROPOSED:
        raise TooMany("too_many_nominations", seconds=0)
