"""Agree to be invited to later conferences, and take that back."""

from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.actions.change_participant import lock_participant
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.registration.queries.invitations import agrees_to_invitations
from lip.registration.rules.invitations import AGAIN
from lip.registration.tables import Consent


async def agree_to_invitations(
    one: UUID,
    conference: ConferenceFacts,
    *,
    wording: str,
    language: str,
    by: Actor,
    now: datetime,
) -> bool:
    """Keep that somebody wants to be invited again, in the words she read."""
    async with transaction():
        await lock_participant(one)
        if await agrees_to_invitations(one):
            return False
        await Consent.insert(
            Consent(
                id=uuid4(),
                participant=one,
                purpose=AGAIN,
                wording=wording,
                language=language,
                given_at=now,
            )
        )
        await record(_entry(Act.CONSENT_GIVEN, one, conference, by=by, now=now))
    return True


async def end_invitations(
    one: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> bool:
    """Take it back; nobody invites her by this any more."""
    async with transaction():
        gone = await fetch(
            "UPDATE consent SET withdrawn_at = ? WHERE participant = ? "
            "AND purpose = ? AND withdrawn_at IS NULL RETURNING id",
            now,
            one,
            AGAIN,
        )
        if gone:
            entry = _entry(Act.CONSENT_WITHDRAWN, one, conference, by=by, now=now)
            await record(entry)
    return bool(gone)


def _entry(
    act: Act, one: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=one, scope=conference.key)
