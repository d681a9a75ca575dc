"""Transactions on PostgreSQL."""

import asyncio
from typing import TYPE_CHECKING, Any

import asyncpg
from piccolo.engine.exceptions import TransactionError
from piccolo.engine.postgres import PostgresTransaction

from lip.database.fair_lock import FairLock
from lip.database.own_transaction import OwnTransaction

if TYPE_CHECKING:
    from lip.database.postgres_engine import PostgresStoreEngine


class PooledTransaction(OwnTransaction, PostgresTransaction):
    """BEGIN and COMMIT on a connection that is this transaction's alone."""

    engine: "PostgresStoreEngine"
    connection: asyncpg.Connection

    def __init__(
        self, engine: "PostgresStoreEngine", *, allow_nested: bool = True
    ) -> None:
        super().__init__(engine, allow_nested=allow_nested)
        self.turn = FairLock()  # tasks started inside may ask at the same time

    async def _take(self) -> None:
        self._pool = self.engine.pool_here()
        self.connection = await self._pool.take()

    async def _finish(self, error: BaseException | None) -> None:
        await (self.commit() if error is None else self.rollback())

    async def begin(self) -> None:
        """Start."""
        await self._say("BEGIN")

    async def commit(self) -> None:
        """Make it last."""
        if await self._say("COMMIT") == "ROLLBACK":
            raise TransactionError("A statement had failed: nothing was written.")
        self._committed = True

    async def rollback(self) -> None:
        """Undo everything since the beginning."""
        if not self.connection.is_closed():
            await self._say("ROLLBACK")
        self._rolled_back = True

    async def _say(self, sql: str) -> Any:
        """Cancelled midway, nobody knows what the server did: hang up."""
        try:
            return await self.connection.execute(sql)
        except asyncio.CancelledError:
            self.connection.terminate()
            raise

    def _give_back(self) -> None:
        """Return the connection, but never with a transaction still open."""
        if not self.connection.is_closed() and self.connection.is_in_transaction():
            self.connection.terminate()
        self._pool.give_back(self.connection)
