"""Assign clusters and proposals to a field of action."""

from collections.abc import Sequence
from uuid import UUID

from lip.errors import NotFound
from proposals.board.actions.deed import Deed
from proposals.board.actions.stepping import Aim, take_step
from proposals.board.queries.rows import there
from proposals.board.rules.cards import assigned
from proposals.board.rules.desk import Desk
from proposals.board.rules.outcomes import Outcome
from proposals.board.rules.steps import Step


async def assign_field(
    field: UUID | None,
    *,
    clusters: Sequence[int] = (),
    proposals: Sequence[int] = (),
    deed: Deed,
) -> Outcome:
    """Assign clusters and proposals to a field of action; None takes it away."""
    if field is not None and field not in await there("field_of_action", [field]):
        raise NotFound("no_such_field")

    def change(desk: Desk, _number: int) -> Desk:
        return assigned(
            desk,
            field,
            clusters=[desk.cluster(each).id for each in clusters],
            proposals=desk.ids(proposals),
            now=deed.now,
        )

    aim = Aim(clusters=clusters, merged=proposals)
    return await take_step(Step.ASSIGNED, aim, change, deed=deed)
