"""Proof that the holder of a ticket asks, good for this day and the next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Annotated
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import QueryParameter

from lip.conference.pages.tickets import Held
from lip.keys import Keys
from lip.retention.queries.own_data import contact_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What goes from page to page; empty where nothing can be asked."""

    text: str = ""


async def provide_proof(
    held: NamedDependency[Held | None],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
    given: Annotated[str, QueryParameter(name="p")] = "",
) -> Proof | None:
    """Read the proof from the address; None where it is missing or too old."""
    if held is None:
        return None
    return await proof_asked_for(held.person.id, given, keys, now)


async def proof_asked_for(
    participant: UUID, given: str, keys: Keys, now: datetime
) -> Proof | None:
    """Check a proof; who left neither address nor number needs none."""
    if not await contact_of(participant):
        return Proof()
    good = (
        proof_of(participant, keys, now),
        proof_of(participant, keys, now - timedelta(days=1)),
    )
    fits = any(compare_digest(given.encode(), one.encode()) for one in good)
    return Proof(text=given) if fits else None


def proof_of(participant: UUID, keys: Keys, now: datetime) -> str:
    """Make the proof of a day."""
    return keys.seal("own data", f"{participant} {now.date()}")[:32]
