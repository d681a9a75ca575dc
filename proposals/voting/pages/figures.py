"""What voting adds to the moderators' figures."""

from collections.abc import Sequence
from uuid import UUID

from lip.words import N_
from proposals.pages.figures import Figure
from proposals.voting.queries.rounds import counts_by_stage
from proposals.voting.rules.rounds import Stage


async def voting_figures(conference: UUID) -> Sequence[Figure]:
    """Count rounds, and those at which people vote now."""
    counts = await counts_by_stage(conference)
    return (
        Figure(
            label=N_("Abstimmungen laufen"),
            many=counts.get(Stage.OPEN, 0),
            of=sum(counts.values()),
            route="rounds.list",
        ),
    )
