"""Which engine the tables use."""

import os

from piccolo.table import TABLE_REGISTRY

from lip.database.urls import StoreEngine, engine_from_url
from lip.settings import read_settings

os.environ.setdefault("PICCOLO_CONF", "lip.piccolo_conf")  # Piccolo asks there

_bound: list[StoreEngine] = []


def current_engine() -> StoreEngine:
    """Return the engine that all tables use; the settings name the first one."""
    if not _bound:
        settings = read_settings()
        use_engine(engine_from_url(settings.database_url, durable=settings.durable))
    return _bound[0]


def use_engine(engine: StoreEngine | None) -> None:
    """Let all tables use this engine from now on; None: ask the settings again."""
    _bound[:] = [] if engine is None else [engine]
    for table in TABLE_REGISTRY:
        table._meta._db = None  # noqa: SLF001  # Piccolo looks it up anew
