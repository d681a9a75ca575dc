"""The pages of traces."""

from lip.tracing.pages import (
    desk,
    laying,
    own_answers,
    traces,
)

ROUTERS = (
    traces.router,
    desk.router,
    laying.router,
    own_answers.router,
)
