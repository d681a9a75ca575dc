"""Write transactions on the one writer of a SQLite file."""

import asyncio
import sqlite3
from time import perf_counter
from typing import TYPE_CHECKING

from piccolo.engine.sqlite import SQLiteTransaction

from lip.database.own_transaction import OwnTransaction
from lip.database.sqlite_connection import BUSY_SECONDS, Connection, rows_of

if TYPE_CHECKING:
    from lip.database.sqlite_engine import SQLiteStoreEngine

_LONGEST_PAUSE = 0.05


class WriteTransaction(OwnTransaction, SQLiteTransaction):
    """
    BEGIN IMMEDIATE on the writer, one at a time, in order of arrival.

    Only COMMIT always goes to the thread, since it waits for the disk.
    """

    engine: "SQLiteStoreEngine"
    connection: Connection

    async def _take(self) -> None:
        self.connection = self.engine.writer
        await self.connection.turn_to_write.acquire()

    async def _finish(self, error: BaseException | None) -> None:
        if error is None:
            await self.commit()

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

    def _give_back(self) -> None:
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
