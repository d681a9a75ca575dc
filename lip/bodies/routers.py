"""The pages of bodies and their steps."""

from lip.bodies.pages import (
    bodies,
    districts,
    public_bodies,
    steps,
)

ROUTERS = (
    bodies.router,
    districts.router,
    public_bodies.router,
    steps.router,
)
