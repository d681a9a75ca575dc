"""
Put a ballot into the urn.

Nothing here knows a person: a credential that the round's key has signed is all that
is asked for. Nothing is written but the sealed row; no journal, no time, no log line.
"""

from dataclasses import dataclass
from uuid import uuid4

from elections import sealing
from elections.actions.give_credential import poll_keys
from elections.queries.elections import ElectionFacts
from elections.rules.cast import Cast, tracking_code
from elections.rules.stages import PollStage
from elections.rules.urn import handle_of
from lip.database import fetch, locked, transaction
from lip.errors import NotAllowed, TooLate, Unusable
from lip.keys import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """What the voter keeps: digest, its short form, and our signature over it."""

    digest: str
    code: str
    signature: str


async def cast_ballot(
    election: ElectionFacts, cast: Cast, *, keys: Keys
) -> Acknowledged:
    """
    Keep a ballot; a later one of the same credential replaces it.

    Raises NotAllowed for a credential of another round, TooLate after the close.
    """
    polls = await poll_keys(election, keys=keys)
    if not cast.credential.is_of(sealing.signing_key(polls).public, election.round):
        raise NotAllowed("credential_not_valid")
    handle = handle_of(cast.credential.serial, urn=polls.urn)
    try:
        content = sealing.ballot_sealed(cast, handle, urn=polls.urn)
    except ValueError:
        raise Unusable("ballot_too_long") from None
    async with transaction():
        still = await fetch(
            locked("SELECT stage FROM election WHERE id = ?", shared=True),
            election.id,
        )
        if still[0]["stage"] != PollStage.OPEN.value:
            raise TooLate("polls_have_closed")
        await fetch(
            "INSERT INTO sealed_ballot (id, election, handle, content) "
            "VALUES (?, ?, ?, ?) ON CONFLICT (election, handle) "
            "DO UPDATE SET content = excluded.content",
            uuid4(),
            election.id,
            handle,
            content,
        )
    signature = sealing.signer_of(polls).sign(cast.digest.encode())
    return Acknowledged(
        digest=cast.digest,
        code=tracking_code(cast.digest),
        signature=signature.hex(),
    )
