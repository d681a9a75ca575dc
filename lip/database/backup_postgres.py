"""Rows of a whole PostgreSQL database, out and in."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from lip.database.backup_file import BATCH, Part
from lip.database.postgres_engine import PostgresStoreEngine

_TABLES = (
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    " AND tablename <> 'migration' AND tablename NOT LIKE 'search^_%' ESCAPE '^'"
    " ORDER BY tablename"
)
"""All but what is made of other rows: the search is filled again by itself."""
_DERIVED = ("search_words", "search_document", "search_state")
_TRIGGER_FUNCTIONS = """
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
    AND p.prorettype = 'trigger'::regtype
    AND NOT EXISTS (
        SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'
    )
"""
_FOREIGN_KEYS = """
    SELECT conrelid::regclass::text AS table_name, quote_ident(conname) AS name,
           pg_get_constraintdef(oid) AS definition
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
"""
_COUNTERS = """
    WITH own AS MATERIALIZED (
        SELECT quote_ident(table_name) AS table_name, column_name
        FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name <> 'migration'
    )
    SELECT table_name, column_name, sequence FROM (
        SELECT own.*, pg_get_serial_sequence(table_name, column_name) AS sequence
        FROM own
    ) AS found
    WHERE sequence IS NOT NULL
"""  # materialized: the planner must not ask for the sequences of foreign schemas


@asynccontextmanager
async def snapshot(
    engine: PostgresStoreEngine,
) -> AsyncIterator[tuple[list[tuple[str, str]], AsyncIterator[Part]]]:
    """
    Read everything as it is at one moment, while others go on writing.

    First the migrations that have run, then the rows.
    """
    connection = await engine.get_new_connection()
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            ran = await connection.fetch("SELECT app_name, name FROM migration")
            names = [row["tablename"] for row in await connection.fetch(_TABLES)]
            yield [(r["app_name"], r["name"]) for r in ran], _rows(connection, names)
    finally:
        await connection.close()


async def _rows(
    connection: asyncpg.Connection, tables: Sequence[str]
) -> AsyncIterator[Part]:
    for table in tables:
        sql = f'SELECT * FROM "{table}"'  # noqa: S608  # its name
        statement = await connection.prepare(sql)
        columns = [column.name for column in statement.get_attributes()]
        yield table, columns, []
        cursor = await statement.cursor()
        while rows := await cursor.fetch(BATCH):
            yield table, columns, rows


async def has_rows(engine: PostgresStoreEngine) -> bool:
    """Say whether any table holds anything."""
    for row in await engine.run(_TABLES):
        sql = f'SELECT 1 FROM "{row["tablename"]}" LIMIT 1'  # noqa: S608  # its name
        if await engine.run(sql):
            return True
    return False


async def drop_all(engine: PostgresStoreEngine) -> None:
    """Drop every table and what triggers call."""
    for row in await engine.run(_TABLES):
        await engine.run(f'DROP TABLE "{row["tablename"]}" CASCADE')
    for row in await engine.run(_TRIGGER_FUNCTIONS):
        await engine.run(f"DROP FUNCTION {row['name']}")
    for name in (*_DERIVED, "migration"):
        await engine.run(f"DROP TABLE IF EXISTS {name}")


@asynccontextmanager
async def loading(engine: PostgresStoreEngine) -> AsyncIterator[None]:
    """Accept rows in any order; check at the end what they refer to."""
    keys: Any = await engine.run(_FOREIGN_KEYS)
    for key in keys:
        await engine.run(
            f"ALTER TABLE {key['table_name']} DROP CONSTRAINT {key['name']}"
        )
    yield
    for key in keys:
        await engine.run(
            f"ALTER TABLE {key['table_name']}"
            f" ADD CONSTRAINT {key['name']} {key['definition']}"
        )
    for counter in await engine.run(_COUNTERS):
        table, column = counter["table_name"], counter["column_name"]
        highest = f'(SELECT max("{column}") FROM {table})'  # noqa: S608  # its names
        await engine.run(f"SELECT setval($1, {highest})", [counter["sequence"]])


async def load(engine: PostgresStoreEngine, part: Part) -> None:
    """Insert rows."""
    table, columns, rows = part
    transaction = engine.open_transaction()
    assert transaction is not None
    async with transaction.turn:
        await transaction.connection.copy_records_to_table(
            table, records=rows, columns=columns
        )
