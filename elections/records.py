"""Read the public record as far as it has come about, and what it counts to."""

import json
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from elections.files.bundle import Bundle, read_bundle
from elections.queries.elections import ElectionFacts, bundle_text
from elections.queries.rounds import rounds_of
from elections.recounting import tally_of
from elections.rules.record import Entry, Kind, chained
from elections.rules.stages import PollStage
from elections.rules.tally import Tally
from lip.database import fetch

MOST_KEPT: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One round whose ballots are counted."""

    election: ElectionFacts
    bundle: Bundle
    tally: Tally


_KEPT: Final[dict[UUID, tuple[Bundle, Tally]]] = {}
_TALLIES: Final[dict[str, Tally]] = {}


async def entries_of(election: UUID) -> tuple[Entry, ...]:
    """Read the entries of a round that are written so far, as a chain."""
    rows = await fetch(
        "SELECT kind, content FROM record_part WHERE election = ? ORDER BY place",
        election,
    )
    return chained((Kind(row["kind"]), json.loads(row["content"])) for row in rows)


async def counted_rounds(election: ElectionFacts) -> list[Counted]:
    """Read all rounds of one election that are counted, the first one first."""
    found = [await counted(one) for one in await rounds_of(election)]
    return [one for one in found if one is not None]


async def counted(election: ElectionFacts) -> Counted | None:
    """
    Read what may be known of a round: None before its ballots are counted.

    Before the result is final there is no signature under it.
    """
    if election.stage is PollStage.FINAL:
        bundle, tally = await _published(election.id)
    elif election.stage is PollStage.COUNTED:
        bundle = await unsigned_of(election.id)
        tally = _counted_once(bundle)
    else:
        return None
    return Counted(election=election, bundle=bundle, tally=tally)


async def unsigned_of(election: UUID) -> Bundle:
    """Read the record before it is signed, for those who count."""
    return Bundle(entries=await entries_of(election), signer=b"", signature=b"")


def _counted_once(bundle: Bundle) -> Tally:
    """Count what stays as it is until a lot is drawn; the digest knows it again."""
    digest = bundle.entries[-1].digest
    if digest not in _TALLIES:
        if len(_TALLIES) >= MOST_KEPT:
            _TALLIES.pop(next(iter(_TALLIES)))
        _TALLIES[digest] = tally_of(bundle)
    return _TALLIES[digest]


async def _published(election: UUID) -> tuple[Bundle, Tally]:
    """Read and count what never changes any more, and is long to read, once."""
    if election not in _KEPT:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)))
        bundle = read_bundle((await bundle_text(election)).encode())
        _KEPT[election] = bundle, tally_of(bundle)
    return _KEPT[election]
