"""
The SQLite engine: one writer, a few readers, all kept open.

Small statements run where they are asked for, without a second thread: a change
of threads costs more than they do. What may take long goes to a thread: waiting
for another process, COMMIT (it waits for the disk), statements known to be slow.
"""

import asyncio
import sqlite3
import threading
import weakref
from collections.abc import Sequence
from time import perf_counter
from typing import Any

from piccolo.engine.sqlite import SQLiteEngine, TransactionType
from piccolo.query.base import Query
from piccolo.querystring import QueryString

from lip.database.slow_statements import SlowStatements
from lip.database.sqlite_batch import RowBatch
from lip.database.sqlite_connection import Connection, Row, open_connection
from lip.database.sqlite_ddl import translated
from lip.database.sqlite_quick import QuickReader
from lip.database.sqlite_transaction import RebuildTransaction, WriteTransaction
from lip.database.sqlite_types import register_types
from lip.database.worker import Worker

READERS = 3
SLOW_SECONDS = 0.002
LARGE = 256  # arguments of one statement
STREAK = 16  # small statements in a row before other tasks get their turn
_ALONE = {"PRAGMA", "VACUUM"}  # they do not stand in a transaction


class SQLiteStoreEngine(SQLiteEngine):
    """Piccolo's SQLite engine with connections that stay open."""

    def __init__(self, path: str, *, durable: bool = True) -> None:
        register_types()
        super().__init__(path=path)
        self.durable = durable
        self._opening = threading.Lock()
        self._slow = SlowStatements()
        self._streak = 0
        self._forget()

    def _forget(self) -> None:
        self._writer: Connection | None = None
        self._quick: QuickReader | None = None
        self._readers: list[Connection] = []
        self._next_reader = 0
        self._finalizer: weakref.finalize[Any, Any] | None = None

    async def check_version(self) -> None:
        """Leave it to the wheel: every supported Python brings a new SQLite."""

    # Connections

    @property
    def writer(self) -> Connection:
        """The one connection that writes; it opens the file on first use."""
        return self._writer or self._open()

    def _open(self) -> Connection:
        with self._opening:
            if self._writer is None:
                writer = Connection(self._connect("writer"), Worker("sqlite-writer"))
                self._quick = QuickReader(self._connect("quick"))
                self._readers = []
                self._finalizer = weakref.finalize(
                    self, _close, writer, self._quick, self._readers
                )
                self._writer = writer
            return self._writer

    def _connect(self, role: str) -> sqlite3.Connection:
        sync = "FULL" if self.durable else "NORMAL"
        pragmas = {
            "writer": (
                "journal_mode=WAL",
                f"synchronous={sync}",
                "foreign_keys=ON",
                "secure_delete=ON",  # what is deleted is overwritten
            ),
            "quick": ("query_only=ON", "busy_timeout=0"),
            "reader": ("query_only=ON",),
        }
        return open_connection(str(self.path), pragmas[role])

    def _reader(self) -> Connection:
        """The connection for the next slow read, in turns."""
        with self._opening:
            if len(self._readers) < READERS:
                worker = Worker("sqlite-reader")
                self._readers.append(Connection(self._connect("reader"), worker))
            self._next_reader = (self._next_reader + 1) % len(self._readers)
            return self._readers[self._next_reader]

    async def start_connection_pool(self, **_: Any) -> None:
        """Open the file now rather than with the first statement."""
        self._open()

    async def close_connection_pool(self) -> None:
        """Close every connection; the next statement opens them again."""
        self.close()

    def close(self) -> None:
        """Close every connection and end every thread."""
        with self._opening:
            finalizer = self._finalizer
            self._forget()
        if finalizer is not None:
            finalizer()

    # Transactions

    def open_transaction(self) -> WriteTransaction | None:
        """The transaction of this task, unless it has already ended."""
        transaction = self.current_transaction.get()
        if isinstance(transaction, WriteTransaction) and transaction.is_open:
            return transaction
        return None

    def transaction_exists(self) -> bool:
        """Say whether this task is inside a transaction."""
        return self.open_transaction() is not None

    def transaction(
        self,
        transaction_type: TransactionType = TransactionType.immediate,  # noqa: ARG002  # Piccolo's signature
        allow_nested: bool = True,
    ) -> WriteTransaction:
        """Begin to write at once: a promotion from reading would fail."""
        return WriteTransaction(self, allow_nested=allow_nested)

    def rebuilding(self) -> RebuildTransaction:
        """Begin a transaction in which tables may be built anew."""
        return RebuildTransaction(self)

    # Statements

    async def run_querystring(
        self,
        querystring: QueryString,
        in_pool: bool = False,  # noqa: ARG002  # Piccolo's signature
    ) -> list[Row]:
        """Run what Piccolo has built."""
        sql, args = querystring.compile_string(engine_type="sqlite")
        return await self.run(sql, args)

    async def run(self, sql: str, args: Sequence[Any] = ()) -> list[Row]:
        """Run one statement where it belongs."""
        self._log(sql)
        transaction = self.open_transaction()
        if transaction is not None:
            return await self.run_in(transaction.connection, sql, args)
        kind = sql.lstrip()[:6].upper()
        if kind == "SELECT":
            return await self._read(sql, args)
        if kind in _ALONE:
            async with self.writer.turn_to_write:
                return await self.writer.execute(sql, args)
        async with self.transaction() as transaction:
            return await self.run_in(transaction.connection, sql, args)

    async def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one writing statement for each row of arguments, all or none."""
        self._log(sql)
        async with self.transaction() as transaction:
            await transaction.connection.execute_many(sql, rows)

    async def run_in(
        self, connection: Connection, sql: str, args: Sequence[Any]
    ) -> list[Row]:
        """Run a statement of a transaction, here or in the writer's thread."""
        if len(args) > LARGE or sql in self._slow:
            return await connection.execute(sql, args)
        await self._let_others()
        started = perf_counter()
        rows = await connection.execute_here(sql, args)
        if perf_counter() - started > SLOW_SECONDS:
            self._slow.note(sql)
        return rows

    async def _read(self, sql: str, args: Sequence[Any]) -> list[Row]:
        self._open()
        if self._quick is not None and sql not in self._slow:
            await self._let_others()
            rows = self._quick.read(sql, args)
            if rows is not None:
                return rows
            self._slow.note(sql)
        return await self._reader().execute(sql, args)

    async def _let_others(self) -> None:
        self._streak += 1
        if self._streak >= STREAK:
            self._streak = 0
            await asyncio.sleep(0)

    async def run_ddl(
        self,
        ddl: str,
        in_pool: bool = False,  # noqa: ARG002  # Piccolo's signature
    ) -> list[Row]:
        """Change the schema, in the words that SQLite understands."""
        self._log(ddl)
        async with self.transaction() as transaction:
            connection = transaction.connection
            for statement in await translated(ddl, connection):
                await connection.execute(statement)
        return []

    async def batch(  # type: ignore[override]  # another class, same use
        self,
        query: Query[Any, Any],
        batch_size: int = 100,
        node: str | None = None,  # noqa: ARG002  # Piccolo's signature
    ) -> RowBatch:
        """Read once and hand out in parts."""
        return RowBatch(query, batch_size)

    def _log(self, sql: str) -> None:
        if self.log_queries:
            self.print_query(query_id=self.get_query_id(), query=sql)


def _close(writer: Connection, quick: QuickReader, readers: list[Connection]) -> None:
    quick.close()
    for reader in readers:
        reader.close()
    writer.close()
