"""One open SQLite connection, and how its statements are run."""

import sqlite3
from collections.abc import Iterable, Sequence
from time import perf_counter, sleep
from typing import Any

from lip.database.fair_lock import FairLock
from lip.database.worker import Worker

Row = dict[str, Any]

_DECLARED_TYPES = sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES
_STATEMENTS_KEPT = 512
BUSY_SECONDS = 10
_PAUSE = 0.005  # seconds


def open_connection(path: str, pragmas: Iterable[str]) -> sqlite3.Connection:
    """Open a file in autocommit mode, usable from any thread."""
    raw = sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        detect_types=_DECLARED_TYPES,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS_KEPT,
    )
    for pragma in pragmas:
        when_free(raw, f"PRAGMA {pragma}")
    return raw


def when_free(raw: sqlite3.Connection, sql: str) -> None:
    """
    Run a statement on a file that other processes open and close at this moment.

    SQLite refuses some at once then, without waiting as long as it was told to.
    """
    deadline = perf_counter() + BUSY_SECONDS
    while True:
        try:
            raw.execute(sql).fetchall()
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or perf_counter() > deadline:
                raise
            sleep(_PAUSE)
        else:
            return


def rows_of(raw: sqlite3.Connection, sql: str, args: Sequence[Any] = ()) -> list[Row]:
    """Run one statement and return what it yields as dictionaries."""
    cursor = raw.execute(sql, args)
    if cursor.description is None:
        return []
    rows = cursor.fetchall()
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _write_all(
    raw: sqlite3.Connection, sql: str, rows: Sequence[Sequence[Any]]
) -> None:
    # left open, it would reset the same statement later, in the midst of the next use
    raw.executemany(sql, rows).close()


class Connection:
    """A connection that one task at a time uses, with a thread for slow work."""

    def __init__(self, raw: sqlite3.Connection, worker: Worker) -> None:
        self.raw = raw
        self.worker = worker
        self.turn = FairLock()
        self.turn_to_write = FairLock()

    async def execute(self, sql: str, args: Sequence[Any] = ()) -> list[Row]:
        """Run one statement in the thread."""
        async with self.turn:
            return await self.worker.run(rows_of, self.raw, sql, args)

    async def execute_here(self, sql: str, args: Sequence[Any] = ()) -> list[Row]:
        """Run one small statement without leaving the event loop's thread."""
        async with self.turn:
            return rows_of(self.raw, sql, args)

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each row of arguments, in the thread."""
        async with self.turn:
            await self.worker.run(_write_all, self.raw, sql, rows)

    def close(self) -> None:
        """Close the file and end the thread."""
        self.worker.stop()
        self.raw.close()
