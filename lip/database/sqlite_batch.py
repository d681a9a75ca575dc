"""Rows in parts, as Piccolo's `batch` promises them."""

from types import TracebackType
from typing import Any, Self

from piccolo.engine.base import BaseBatch
from piccolo.query.base import Query

from lip.database.sqlite_connection import Row


class RowBatch(BaseBatch):
    """
    The rows of one query, handed out in parts.

    They are read at once: an open cursor would hold the file's history back.
    """

    def __init__(self, query: Query[Any, Any], batch_size: int) -> None:
        self._query = query
        self._size = batch_size
        self._rows: list[Row] = []

    async def __aenter__(self) -> Self:
        self._rows = list(await self._query.run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._rows = []

    def __aiter__(self) -> "RowBatch":
        return self

    async def __anext__(self) -> list[Row]:
        """The next part."""
        part, self._rows = self._rows[: self._size], self._rows[self._size :]
        if not part:
            raise StopAsyncIteration
        return part
