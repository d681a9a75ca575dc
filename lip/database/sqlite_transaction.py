"""Write transactions on the one writer of a SQLite file."""

import asyncio
import sqlite3
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from piccolo.engine.exceptions import TransactionError
from piccolo.engine.sqlite import SQLiteTransaction

from lip.database.sqlite_connection import BUSY_SECONDS, Connection, rows_of

if TYPE_CHECKING:
    from lip.database.sqlite_engine import SQLiteStoreEngine

_LONGEST_PAUSE = 0.05


class WriteTransaction(SQLiteTransaction):
    """
    BEGIN IMMEDIATE on the writer, one at a time, in order of arrival.

    Only COMMIT always goes to the thread, since it waits for the disk.
    """

    engine: "SQLiteStoreEngine"
    connection: Connection
    _parent: "WriteTransaction | None"

    def __init__(
        self,
        engine: "SQLiteStoreEngine",
        *,
        allow_nested: bool = True,
    ) -> None:
        self.engine = engine
        self.is_open = False
        self._savepoint_id = 0
        self._committed = False
        self._rolled_back = False
        self._parent = engine.open_transaction()
        if self._parent is not None and not allow_nested:
            raise TransactionError("A transaction is already active.")

    async def __aenter__(self) -> "WriteTransaction":  # noqa: PYI034  # or the outer
        """Wait for the turn to write, unless this task already has it."""
        if self._parent is not None:
            return self._parent
        self.connection = self.engine.writer
        await self.connection.turn_to_write.acquire()
        try:
            await self.begin()
        except BaseException:
            self._end()
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
            if error is None and not (self._committed or self._rolled_back):
                await self.commit()
        finally:
            self._end()
        return False

    async def begin(self) -> None:
        """Take the write lock of the file; another process may have it."""
        deadline, pause = perf_counter() + BUSY_SECONDS, 0.001
        while not self._try_to_begin():
            if perf_counter() > deadline:
                raise sqlite3.OperationalError("database is locked")
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _try_to_begin(self) -> bool:
        """Begin without waiting, since others wait for this thread."""
        raw = self.connection.raw
        raw.execute("PRAGMA busy_timeout=0")
        try:
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        finally:
            raw.execute(f"PRAGMA busy_timeout={1000 * BUSY_SECONDS}")
        return True

    async def commit(self) -> None:
        """Write to the disk."""
        await self.connection.execute("COMMIT")
        self._committed = True

    async def rollback(self) -> None:
        """Undo everything since the beginning."""
        rows_of(self.connection.raw, "ROLLBACK")
        self._rolled_back = True

    def _end(self) -> None:
        try:
            self._clean()
        finally:
            self.connection.turn_to_write.release()

    def _clean(self) -> None:
        """Leave the writer as the next transaction expects it."""
        if self.connection.raw.in_transaction:
            self.connection.raw.execute("ROLLBACK")


class RebuildTransaction(WriteTransaction):
    """
    A transaction that may build tables anew: foreign keys are checked at its end.

    Never nested, since SQLite changes this only outside of a transaction.
    """

    def __init__(self, engine: "SQLiteStoreEngine") -> None:
        super().__init__(engine, allow_nested=False)

    async def begin(self) -> None:
        """Stop checking foreign keys, then begin."""
        self.connection.raw.execute("PRAGMA foreign_keys=OFF")
        await super().begin()

    async def commit(self) -> None:
        """Commit unless a row refers to one that is not there."""
        if await self.connection.execute("PRAGMA foreign_key_check"):
            raise ValueError("A row refers to one that is not there.")
        await super().commit()

    def _clean(self) -> None:
        super()._clean()
        self.connection.raw.execute("PRAGMA foreign_keys=ON")
