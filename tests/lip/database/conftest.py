"""Databases that stay bound without an event loop."""

from collections.abc import Iterator

import pytest

from lip.database import engine_from_url, use_engine
from tests.databases import Databases


@pytest.fixture
def blank_url_bound(databases: Databases) -> Iterator[str]:
    """An empty SQLite file, bound."""
    url = databases.blank("sqlite", "bound")
    engine = engine_from_url(url)
    use_engine(engine)
    yield url
    engine.close()
    use_engine(None)
    databases.remove(url)
