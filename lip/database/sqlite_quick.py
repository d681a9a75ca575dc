"""Reading without a second thread, as long as it is quick."""

import sqlite3
import threading
from collections.abc import Sequence
from time import perf_counter
from typing import Any

from lip.database.sqlite_connection import Row, rows_of, when_free

SECONDS = 0.001
_STEPS = 2_000  # of SQLite's virtual machine between two looks at the clock


class QuickReader:
    """A read-only connection whose statements give up when they take too long."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._turn = threading.Lock()
        self._deadline = 0.0
        self._learn_tables()

    def read(self, sql: str, args: Sequence[Any]) -> list[Row] | None:
        """Return the rows; None where a thread had better read them."""
        if not self._turn.acquire(blocking=False):
            return None  # another event loop reads
        try:
            self._deadline = perf_counter() + SECONDS
            return rows_of(self._raw, sql, args)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return None
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                self._learn_tables()
                return None
            raise
        finally:
            self._turn.release()

    def close(self) -> None:
        """Close the file."""
        self._raw.close()

    def _learn_tables(self) -> None:
        """
        Read the schema, with all the time that takes.

        Each connection does so with its first statement, and anew after a change of
        tables; interrupted at it, it would begin again with every statement.
        """
        self._raw.set_progress_handler(None, 0)
        when_free(self._raw, "SELECT 1 FROM sqlite_schema LIMIT 1")
        self._raw.set_progress_handler(self._is_late, _STEPS)

    def _is_late(self) -> bool:
        return perf_counter() > self._deadline
