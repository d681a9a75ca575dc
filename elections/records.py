"""Read the public record as far as it has come about."""

import json
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from elections.files.bundle import Bundle, read_bundle
from elections.queries.elections import ElectionFacts, bundle_text
from elections.rules.record import BEFORE_THE_COUNT, Entry, Kind, chained
from elections.rules.stages import PollStage
from lip.database import fetch

MOST_KEPT: Final = 4
_KEPT: Final[dict[UUID, Bundle]] = {}


async def entries_of(election: UUID) -> tuple[Entry, ...]:
    """Read the entries of a round that are written so far, as a chain."""
    rows = await fetch(
        "SELECT kind, content FROM record_part WHERE election = ? ORDER BY place",
        election,
    )
    return chained((Kind(row["kind"]), json.loads(row["content"])) for row in rows)


async def record_of(election: ElectionFacts) -> Bundle | None:
    """
    Read what may be known of a round: None before its ballots are counted.

    Before the result is final there is no signature under it.
    """
    if election.stage is PollStage.FINAL:
        return await _published(election.id)
    if election.stage is not PollStage.COUNTED:
        return None
    return Bundle(entries=await entries_of(election.id), signer=b"", signature=b"")


async def unsigned_of(election: UUID) -> Bundle:
    """Read the record before it is signed, for those who count."""
    return Bundle(entries=await entries_of(election), signer=b"", signature=b"")


def papers_are_in(entries: Sequence[Entry]) -> bool:
    """Tell whether everything before the count is written."""
    return len(entries) >= len(BEFORE_THE_COUNT)


async def _published(election: UUID) -> Bundle:
    """Read what never changes any more, and is long to read, once."""
    if election not in _KEPT:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[election] = read_bundle((await bundle_text(election)).encode())
    return _KEPT[election]
