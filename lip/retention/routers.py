"""The pages of personal data."""

from lip.retention.pages import (
    all_data,
    conference_data,
    own_data,
    person,
)

ROUTERS = (
    own_data.router,
    person.router,
    conference_data.router,
    all_data.router,
    all_data.public_router,
)
