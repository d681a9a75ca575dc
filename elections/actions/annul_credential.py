"""
Annul a credential that has not voted: two officers agree, by its recovery code.

Its serial is published as annulled and can never vote; the roll entry is free for
another credential or a paper. Who has voted is not touched: then her code would lead
to her ballot, so nothing of it is kept and she is sent to another device instead.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from elections import sealing
from elections.actions.close_polls import OFFICERS, agree
from elections.actions.give_credential import poll_keys, refuse_unless_open
from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.queries.elections import ElectionFacts
from elections.rules.recovery import ask_again, secret_of
from elections.rules.stages import PollStep
from elections.rules.urn import handle_of
from lip.database import fetch, transaction
from lip.errors import Conflict, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A credential that somebody has lost, and the entry that has it."""

    serial: bytes
    entry: UUID

    @property
    def subject(self) -> str:
        """Name it to the officers who agree, so that it does not name the serial."""
        return sha256(self.serial).hexdigest()


async def agree_to_annul(
    election: ElectionFacts,
    code: str,
    *,
    officer: UUID,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> bool:
    """
    Agree that a credential is annulled; tell whether it is now. It takes two.

    Raises Unusable for a code with a slip or of nobody on this roll, Conflict for a
    credential that has voted.
    """
    refuse_unless_open(election)
    polls = await poll_keys(election, keys=keys)
    async with transaction():
        known = await locked(election.id)
        refuse_unless_open(known)
        lost = await _find(known, code)
        voted = await _has_voted(known, handle_of(lost.serial, urn=polls.urn))
        if voted:
            await _forget_consents(known, lost)
        elif await _agree(known, lost, officer, by=by, now=now) < OFFICERS:
            return False
        else:
            await _annul(known, lost)
            await note(Act.CREDENTIAL_ANNULLED, known, by=by, now=now)
    if voted:
        raise Conflict("credential_has_voted")
    return True


async def _agree(
    election: ElectionFacts, lost: Lost, officer: UUID, *, by: Actor, now: datetime
) -> int:
    return await agree(
        election,
        PollStep.ANNUL,
        officer,
        act=Act.ANNULMENT_AGREED,
        by=by,
        now=now,
        subject=lost.subject,
    )


async def _find(election: ElectionFacts, code: str) -> Lost:
    """Find the entry whose browser asked with what this code derives."""
    secret = secret_of(code)
    if secret is None:
        raise Unusable("recovery_code_has_a_slip")
    for group, modulus in election.public_keys.items():
        key = sealing.public_key(modulus)
        asked = ask_again(election.round, key, secret, group=group)
        rows = await fetch(
            "SELECT id FROM roll_entry WHERE election = ? AND blinded = ?",
            election.id,
            sha256(asked.blinded.message).hexdigest(),
        )
        if rows:
            return Lost(serial=asked.serial, entry=rows[0]["id"])
    raise Unusable("recovery_code_unknown")


async def _has_voted(election: ElectionFacts, handle: str) -> bool:
    rows = await fetch(
        "SELECT id FROM sealed_ballot WHERE election = ? AND handle = ?",
        election.id,
        handle,
    )
    return bool(rows)


async def _annul(election: ElectionFacts, lost: Lost) -> None:
    await fetch(
        "INSERT INTO annulled_credential (id, election, serial) VALUES (?, ?, ?) "
        "ON CONFLICT (election, serial) DO NOTHING",
        uuid4(),
        election.id,
        lost.serial.hex(),
    )
    await fetch(
        "UPDATE roll_entry SET blinded = '', channel = '' WHERE id = ?", lost.entry
    )
    await _forget_consents(election, lost)


async def _forget_consents(election: ElectionFacts, lost: Lost) -> None:
    """Leave nothing that a published serial could be compared with."""
    await fetch(
        "DELETE FROM officer_consent WHERE election = ? AND step = ? AND subject = ?",
        election.id,
        PollStep.ANNUL.value,
        lost.subject,
    )
