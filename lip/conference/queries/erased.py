"""Tickets behind which everything was erased on wish."""

from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from lip.journal.queries import entry_of_request


def erasure_key(sealed_code: str) -> UUID:
    """Make the key under which the journal knows that a ticket was erased."""
    return uuid5(NAMESPACE_OID, f"erased {sealed_code}")


async def erased_at(sealed_code: str) -> datetime | None:
    """Say when everything behind a ticket was erased on wish, if it was."""
    entry = await entry_of_request(erasure_key(sealed_code))
    return entry.at if entry else None
