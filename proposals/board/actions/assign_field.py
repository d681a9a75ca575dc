"""Assign clusters and proposals to a field of action."""

from collections.abc import Sequence
from uuid import UUID

from proposals.board.actions.deed import Deed
from proposals.board.rules.outcomes import Outcome


async def assign_field(
    field: UUID | None,
    *,
    clusters: Sequence[int] = (),
    proposals: Sequence[int] = (),
    deed: Deed,
) -> Outcome:
    """Assign clusters and proposals to a field of action; None takes it away."""
    raise NotImplementedError(field, clusters, proposals, deed)
