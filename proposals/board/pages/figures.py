"""What the board adds to the moderators' figures."""

from collections.abc import Sequence
from uuid import UUID

from lip.words import N_
from proposals.board.queries.board_shown import number_of_clusters
from proposals.pages.figures import Figure


async def board_figures(conference: UUID) -> Sequence[Figure]:
    """Count clusters."""
    many = await number_of_clusters(conference)
    return (
        Figure(label=N_("Bündel auf der Pinnwand"), many=many, route="pinboard.show"),
    )
