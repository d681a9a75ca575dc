"""Which proposals were put to which vote."""

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from lip.database import fetch, fetch_in

_PUT: Final = "FROM put_to_vote x JOIN round_option o ON o.id = x.option WHERE"


async def rounds_with(proposals: Collection[UUID]) -> Sequence[UUID]:
    """List the voting rounds in which proposals stood."""
    rows = await fetch_in(f"SELECT DISTINCT o.in_round {_PUT} x.proposal IN", proposals)
    return [row["in_round"] for row in rows]


async def proposals_in_round(one: UUID) -> Sequence[UUID]:
    """List the proposals that stood in a voting round."""
    rows = await fetch(f"SELECT DISTINCT x.proposal {_PUT} o.in_round = ?", one)
    return [row["proposal"] for row in rows]
