"""Say for many proposals at once how far the board brought them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTrace:
    """
    What the board made of a proposal.

    `merged_into` is the number of the proposal that speaks for it, `cluster` number
    and name of its main cluster (that of the proposal it was merged into, too).
    """

    merged_into: int | None = None
    cluster: int | None = None
    cluster_name: Said = Said()


async def board_traces(proposals: Sequence[UUID]) -> Mapping[UUID, BoardTrace]:
    """Tell what the board made of proposals; those it has not touched are left out."""
    raise NotImplementedError(proposals)
