"""
What Piccolo must know: the areas with tables, lowest first, and the engine.

`DB` is looked up when asked for, so that importing this file opens nothing and
tests may put another engine in its place.
"""

from typing import Any

from piccolo.conf.apps import AppRegistry
from piccolo.engine.base import Engine

from lip.database import current_engine

APP_REGISTRY = AppRegistry(
    apps=[
        "lip.journal.piccolo_app",
        "lip.accounts.piccolo_app",
        "lip.fields.piccolo_app",
        "lip.conference.piccolo_app",
        "lip.mail.piccolo_app",
        "lip.programme.piccolo_app",
        "lip.registration.piccolo_app",
        "lip.attendance.piccolo_app",
        "lip.retention.piccolo_app",
        "proposals.piccolo_app",
        "proposals.board.piccolo_app",
        "proposals.voting.piccolo_app",
        "elections.piccolo_app",
        "lip.bodies.piccolo_app",
        "lip.tracing.piccolo_app",
        "lip.measures.piccolo_app",
        "lip.plan.piccolo_app",
        "lip.papers.piccolo_app",
        "lip.news.piccolo_app",
        "lip.publishing.piccolo_app",
        "lip.opendata.piccolo_app",
    ]
)


def __getattr__(name: str) -> Engine[Any]:
    if name == "DB":
        return current_engine()
    raise AttributeError(name)
