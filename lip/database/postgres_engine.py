"""The PostgreSQL engine: Piccolo's, with connections that stay open."""

import asyncio
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from piccolo.engine.postgres import PostgresEngine
from piccolo.querystring import QueryString

from lip.database.postgres_pool import Pool
from lip.database.postgres_transaction import PooledTransaction


class PostgresStoreEngine(PostgresEngine):
    """
    Piccolo's PostgreSQL engine with one pool per event loop, opened on demand.

    CockroachDB speaks the same protocol; `cockroach` tells Piccolo to mind the
    differences. That is configured, and untested.
    """

    def __init__(self, config: dict[str, Any], *, cockroach: bool = False) -> None:
        self._pools: WeakKeyDictionary[asyncio.AbstractEventLoop, Pool]
        self._pools = WeakKeyDictionary()
        super().__init__(config=config)
        if cockroach:
            self.engine_type = "cockroach"
            self.min_version_number = 0

    async def check_version(self) -> None:
        """Leave it to the first statement: building an engine opens nothing."""

    # Connections

    def pool_here(self) -> Pool:
        """The pool of the running event loop."""
        loop = asyncio.get_running_loop()
        pool = self._pools.get(loop)
        if pool is None:
            pool = self._pools[loop] = Pool(self.config)
        return pool

    async def start_connection_pool(self, **_: Any) -> None:
        """Open a first connection now rather than with the first statement."""
        pool = self.pool_here()
        pool.give_back(await pool.take())

    async def close_connection_pool(self) -> None:
        """Close the connections of the running event loop."""
        pool = self._pools.pop(asyncio.get_running_loop(), None)
        if pool is not None:
            await pool.close()

    # Transactions

    def open_transaction(self) -> PooledTransaction | None:
        """The transaction of this task, unless it has already ended."""
        transaction = self.current_transaction.get()
        if isinstance(transaction, PooledTransaction) and transaction.is_open:
            return transaction
        return None

    def transaction_exists(self) -> bool:
        """Say whether this task is inside a transaction."""
        return self.open_transaction() is not None

    def transaction(self, allow_nested: bool = True) -> PooledTransaction:
        """Begin a transaction, or join the one of this task."""
        return PooledTransaction(self, allow_nested=allow_nested)

    # Statements

    async def run_querystring(
        self,
        querystring: QueryString,
        in_pool: bool = True,  # noqa: ARG002  # Piccolo's signature
    ) -> Any:
        """Run what Piccolo has built."""
        sql, args = querystring.compile_string(engine_type=self.engine_type)
        return await self.run(sql, args)

    async def run_ddl(
        self,
        ddl: str,
        in_pool: bool = True,  # noqa: ARG002  # Piccolo's signature
    ) -> Any:
        """Change the schema."""
        return await self.run(ddl)

    async def run(self, sql: str, args: Sequence[Any] = ()) -> Any:
        """Run one statement, in the transaction of this task if there is one."""
        if self.log_queries:
            self.print_query(query_id=self.get_query_id(), query=sql)
        transaction = self.open_transaction()
        if transaction is not None:
            async with transaction.turn:
                return await transaction.connection.fetch(sql, *args)
        pool = self.pool_here()
        connection = await pool.take()
        try:
            return await connection.fetch(sql, *args)
        finally:
            pool.give_back(connection)

    async def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one writing statement for each row of arguments, all or none."""
        async with self.transaction() as transaction, transaction.turn:
            await transaction.connection.executemany(sql, rows)
