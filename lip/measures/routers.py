"""The pages of measures."""

from lip.measures.pages import (
    agreements,
    contact_points,
    editing,
    following_up,
    managing,
    monitoring,
    reading,
    values,
)

ROUTERS = (
    managing.router,
    editing.router,
    following_up.router,
    values.router,
    agreements.router,
    reading.router,
    contact_points.router,
    monitoring.router,
)
