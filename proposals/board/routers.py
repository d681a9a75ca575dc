"""The pages of the board of clusters."""

from proposals.board.pages import (
    arranging,
    board,
    card,
    cluster,
    clusters,
    steps,
    wall,
)

ROUTERS = (
    board.router,
    arranging.router,
    card.router,
    cluster.router,
    steps.router,
    wall.router,
    clusters.router,
    clusters.moderators_router,
)
