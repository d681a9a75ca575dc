"""
Put a ballot into the urn.

Nothing here knows a person: a credential that the round's key has signed is all that
is asked for. Nothing is written but the sealed row; no journal, no time, no log line.
"""

from dataclasses import dataclass
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from elections import sealing
from elections.actions.give_credential import poll_keys
from elections.queries.elections import ElectionFacts
from elections.queries.lists import names_on_ballot
from elections.rules.cast import Cast, tracking_code
from elections.rules.paper_forms import Form, can_be_filled_in, form_of
from elections.rules.planning import HIGHEST_SCORE
from elections.rules.stages import PollStage
from elections.rules.urn import Keys as PollKeys
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

    Raises NotAllowed for a credential of another round or an annulled one, Unusable
    for marks that no ballot page gives, TooLate after the close.
    """
    polls = await poll_keys(election, keys=keys)
    if not _is_valid(election, cast, polls):
        raise NotAllowed("credential_not_valid")
    if not await _is_of_this_paper(election, cast):
        raise Unusable("ballot_names_wrong")
    signer = await signer_of(election, keys=keys)
    handle = handle_of(cast.credential.serial, urn=polls.urn)
    try:
        content = sealing.ballot_sealed(cast, handle, urn=polls.urn)
    except ValueError:
        raise Unusable("ballot_too_long") from None
    async with transaction():
        await _refuse_late_or_annulled(election, cast)
        await fetch(
            "INSERT INTO sealed_ballot (id, election, handle, content) "
            "VALUES (?, ?, ?, ?) ON CONFLICT (election, handle) "
            "DO UPDATE SET content = excluded.content",
            uuid4(),
            election.id,
            handle,
            content,
        )
    return Acknowledged(
        digest=cast.digest,
        code=tracking_code(cast.digest),
        signature=signer.sign(cast.digest.encode()).hex(),
    )


async def signer_of(election: ElectionFacts, *, keys: Keys) -> Ed25519PrivateKey:
    """Open the key that signs acknowledgements and the result."""
    rows = await fetch("SELECT sealed FROM signing_key WHERE election = ?", election.id)
    if not rows:
        raise TooLate("polls_have_closed")
    return sealing.signer_opened(bytes(rows[0]["sealed"]), election.id, operator=keys)


def _is_valid(election: ElectionFacts, cast: Cast, polls: PollKeys) -> bool:
    group = cast.credential.group
    if group not in polls.primes:
        return False
    key = sealing.signing_key(polls, group).public
    return cast.credential.is_of(key, election.round)


async def _is_of_this_paper(election: ElectionFacts, cast: Cast) -> bool:
    form = form_of(election.method)
    return can_be_filled_in(
        cast.marks,
        await names_on_ballot(election.id),
        form,
        most=most_beside(election, form),
    )


def most_beside(election: ElectionFacts, form: Form) -> int:
    """Say how many votes or points one name may have."""
    if form is Form.POINTS:
        return election.highest_score or HIGHEST_SCORE
    return election.votes_per_candidate or election.votes_each


async def _refuse_late_or_annulled(election: ElectionFacts, cast: Cast) -> None:
    """Look again inside the transaction: neither closing nor annulling goes between."""
    (still,) = await fetch(
        locked("SELECT stage FROM election WHERE id = ?", shared=True), election.id
    )
    if still["stage"] != PollStage.OPEN.value:
        raise TooLate("polls_have_closed")
    annulled = await fetch(
        "SELECT id FROM annulled_credential WHERE election = ? AND serial = ?",
        election.id,
        cast.credential.serial.hex(),
    )
    if annulled:
        raise NotAllowed("credential_annulled")
