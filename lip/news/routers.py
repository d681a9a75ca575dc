"""The pages of projects and news."""

from lip.news.pages import (
    editing,
    managing,
    reading,
)

ROUTERS = (
    managing.router,
    editing.router,
    reading.router,
)
