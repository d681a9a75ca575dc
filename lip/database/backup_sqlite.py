"""Rows of a whole SQLite database, out and in."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from lip.database.backup_file import BATCH, Part
from lip.database.sqlite_connection import open_connection, rows_of
from lip.database.sqlite_engine import SQLiteStoreEngine
from lip.database.worker import Worker

_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table'"
    " AND name NOT LIKE 'sqlite^_%' ESCAPE '^' AND name <> 'migration'"
    " AND name NOT LIKE 'search^_%' ESCAPE '^' ORDER BY name"
)
"""All but what is made of other rows: the search is filled again by itself."""
_DERIVED = ("search_words", "search_document", "search_state")


@asynccontextmanager
async def snapshot(
    engine: SQLiteStoreEngine,
) -> AsyncIterator[tuple[list[tuple[str, str]], AsyncIterator[Part]]]:
    """
    Read everything as it is at one moment, while others go on writing.

    First the migrations that have run, then the rows.
    """
    worker = Worker("sqlite-backup")
    raw = await worker.run(open_connection, str(engine.path), ("query_only=ON",))
    try:
        await worker.run(raw.execute, "BEGIN")
        ran = await worker.run(rows_of, raw, "SELECT app_name, name FROM migration")
        names = await worker.run(rows_of, raw, _TABLES)
        tables = [row["name"] for row in names]
        yield [(r["app_name"], r["name"]) for r in ran], _rows(raw, tables, worker)
    finally:
        await worker.run(raw.close)
        worker.stop()


async def _rows(raw: Any, tables: Sequence[str], worker: Worker) -> AsyncIterator[Part]:
    for table in tables:
        sql = f'SELECT * FROM "{table}"'  # noqa: S608  # its name
        cursor = await worker.run(raw.execute, sql)
        columns = [column[0] for column in cursor.description]
        yield table, columns, []
        while rows := await worker.run(cursor.fetchmany, BATCH):
            yield table, columns, rows


async def has_rows(engine: SQLiteStoreEngine) -> bool:
    """Say whether any table holds anything."""
    for row in await engine.run(_TABLES):
        sql = f'SELECT 1 FROM "{row["name"]}" LIMIT 1'  # noqa: S608  # its name
        if await engine.run(sql):
            return True
    return False


async def drop_all(engine: SQLiteStoreEngine) -> None:
    """Drop every table; inside a transaction that rebuilds."""
    for row in await engine.run(_TABLES):
        await engine.run_ddl(f'DROP TABLE "{row["name"]}"')
    for name in (*_DERIVED, "migration"):
        await engine.run_ddl(f"DROP TABLE IF EXISTS {name}")


@asynccontextmanager
async def loading(engine: SQLiteStoreEngine) -> AsyncIterator[None]:  # noqa: ARG001
    """Accept rows in any order, as rebuilding does anyway."""
    yield


async def load(engine: SQLiteStoreEngine, part: Part) -> None:
    """Insert rows."""
    table, columns, rows = part
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    await engine.run_many(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608  # its names
        rows,
    )
