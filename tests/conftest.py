"""What every test may ask for: a database on each engine."""

import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from hypothesis import HealthCheck, settings

from lip.accounts import passwords
from lip.database import StoreEngine, engine_from_url, use_engine
from tests.client import client_of, settings_for
from tests.databases import ENGINES, Databases, emptied

RARELY = re.compile(
    r"test_crashing_post\.py::test_(?!two_workers).*\[postgres\]"
    r"|test_voting_crash\.py::.*\[postgres\]"
    r"|test_page_is_for_everybody\[(?:empty|no) "
)
"""What is tried before a release only: the same on the other engine, empty pages."""
EVERY_LOOK = "LIP_TEST_EVERY_LOOK" in os.environ

# no test fails by chance or by a slow machine: new examples come before a release
settings.register_profile(
    "steady",
    database=None,
    deadline=None,
    derandomize=not EVERY_LOOK,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Begin with files that take long: the run must not end waiting for one."""
    if not EVERY_LOOK:
        rare = [item for item in items if RARELY.search(item.nodeid)]
        items[:] = [item for item in items if item not in rare]
        config.hook.pytest_deselected(items=rare)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Hash as in production, only with less effort: tests sign in hundreds of times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", PasswordHasher.from_parameters(CHEAPEST))
        yield


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Short path: the socket of PostgreSQL lies in it."""
    folder = Path(tempfile.mkdtemp(prefix="lip-"))
    folder.chmod(0o755)  # as root, the server runs as somebody else
    made = Databases(folder)
    yield made
    made.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session", params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Runs the tests that ask for it once per engine."""
    return str(request.param)


@pytest.fixture(scope="session")
def engine_url(databases: Databases, engine_name: str) -> str:
    """A migrated database that stays empty."""
    return databases.migrated(engine_name, "rolled_back")


@pytest.fixture(scope="session")
def committed_url(databases: Databases, engine_name: str) -> str:
    """A migrated database that tests write to for real."""
    return databases.migrated(engine_name, "committed")


@asynccontextmanager
async def _bound(url: str) -> AsyncIterator[StoreEngine]:
    engine = engine_from_url(url, durable=False)
    use_engine(engine)
    try:
        yield engine
    finally:
        await engine.close_connection_pool()
        use_engine(None)


@pytest.fixture
async def db(anyio_backend: str, engine_url: str) -> AsyncIterator[StoreEngine]:
    """A transaction around the test, rolled back at its end."""
    async with _bound(engine_url) as engine, engine.transaction() as around:
        yield engine
        await around.rollback()


@pytest.fixture
async def committed_db(
    anyio_backend: str, databases: Databases, engine_name: str, committed_url: str
) -> AsyncIterator[StoreEngine]:
    """A database that really commits; afterwards its tables are empty again."""
    async with _bound(committed_url) as engine:
        yield engine
    if engine_name == "sqlite":
        databases.migrated(engine_name, "committed")
    else:
        await emptied(committed_url)


@pytest.fixture
def blank_url(databases: Databases, engine_name: str) -> Iterator[str]:
    """A database without any table."""
    url = databases.blank(engine_name, "blank")
    yield url
    databases.remove(url)


@pytest.fixture
async def blank_db(anyio_backend: str, blank_url: str) -> AsyncIterator[StoreEngine]:
    """A database without any table, bound."""
    async with _bound(blank_url) as engine:
        yield engine


@pytest.fixture
async def client(db: StoreEngine, engine_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at an application whose changes are rolled back."""
    async with client_of(settings_for(engine_url)) as browser:
        yield browser


@pytest.fixture
async def secure_client(
    db: StoreEngine, engine_url: str
) -> AsyncIterator[httpx.AsyncClient]:
    """The same by HTTPS."""
    settings = settings_for(engine_url, base_url="https://lip.example.org")
    async with client_of(settings) as browser:
        yield browser


@pytest.fixture
async def committed_client(
    committed_db: StoreEngine, committed_url: str
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at an application that really commits."""
    async with client_of(settings_for(committed_url)) as browser:
        yield browser
