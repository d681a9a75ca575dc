"""Transactions on PostgreSQL."""

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

import asyncpg
from piccolo.engine.exceptions import TransactionError
from piccolo.engine.postgres import PostgresTransaction

from lip.database.fair_lock import FairLock

if TYPE_CHECKING:
    from lip.database.postgres_engine import PostgresStoreEngine


class PooledTransaction(PostgresTransaction):
    """BEGIN and COMMIT on a connection that is this transaction's alone."""

    engine: "PostgresStoreEngine"
    connection: asyncpg.Connection
    _parent: "PooledTransaction | None"

    def __init__(
        self, engine: "PostgresStoreEngine", *, allow_nested: bool = True
    ) -> None:
        self.engine = engine
        self.is_open = False
        self.turn = FairLock()  # tasks started inside may ask at the same time
        self._savepoint_id = 0
        self._committed = False
        self._rolled_back = False
        self._parent = engine.open_transaction()
        if self._parent is not None and not allow_nested:
            raise TransactionError("A transaction is already active.")

    async def __aenter__(self) -> "PooledTransaction":  # noqa: PYI034  # or the outer
        """Begin, unless this task is already inside one."""
        if self._parent is not None:
            return self._parent
        self._pool = self.engine.pool_here()
        self.connection = await self._pool.take()
        try:
            await self.begin()
        except BaseException:
            self._give_back()
            raise
        self.is_open = True
        self.engine.current_transaction.set(self)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Literal[False]:
        """Commit, or roll back after an error."""
        if self._parent is not None:
            return False
        self.is_open = False
        self.engine.current_transaction.set(None)
        try:
            if not (self._committed or self._rolled_back):
                await (self.commit() if error is None else self.rollback())
        finally:
            self._give_back()
        return False

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
