"""One process at a time: turns that several workers would otherwise take at once."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from lip.database.binding import current_engine
from lip.database.postgres_engine import PostgresStoreEngine

_OURS = 0x4C49_5002  # a number of our own among PostgreSQL's advisory locks


@asynccontextmanager
async def alone(name: str) -> AsyncIterator[bool]:
    """
    Take a turn by name; it is False where another process is at it.

    The turn hangs on a connection of its own: it ends with the block, or with the
    process. SQLite has one process, and CockroachDB no such locks: what is done in a
    turn stays right when it is done twice.
    """
    engine = current_engine()
    if not isinstance(engine, PostgresStoreEngine) or engine.engine_type != "postgres":
        yield True
        return
    pool = engine.pool_here()
    async with pool.turns:
        connection = await pool.take()
        try:
            async with _turn(connection, name) as taken:
                yield taken
        finally:
            pool.give_back(connection)


@asynccontextmanager
async def _turn(connection: asyncpg.Connection, name: str) -> AsyncIterator[bool]:
    taken = await connection.fetchval(
        "SELECT pg_try_advisory_lock($1, $2)", _OURS, _number(name)
    )
    try:
        yield bool(taken)
    finally:
        if taken and not connection.is_closed():
            await connection.fetchval(
                "SELECT pg_advisory_unlock($1, $2)", _OURS, _number(name)
            )


def _number(name: str) -> int:
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:4], "big", signed=True)
