"""
Connections to PostgreSQL, kept open for one event loop.

asyncpg's own pool asks the server to reset each connection on its return, which
costs more than most of our statements; ours leaves nothing behind to reset.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

import asyncpg

SIZE = 10
_STATEMENTS_KEPT = 512


class Pool:
    """
    At most `SIZE` connections; who waits longest gets the next.

    `turns` lets half of them be held by who then needs another one for the work.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = {"statement_cache_size": _STATEMENTS_KEPT} | config
        self._idle: list[asyncpg.Connection] = []
        self._waiting: deque[asyncio.Future[asyncpg.Connection | None]] = deque()
        self._opened = 0
        self.turns = asyncio.Semaphore(SIZE // 2)
        self._until_the_loop_ends = self._closing()
        with suppress(StopIteration):  # runs to its yield, and so enters the loop
            self._until_the_loop_ends.__anext__().send(None)

    async def take(self) -> asyncpg.Connection:
        """Return a connection that nobody else uses until it is given back."""
        while self._idle:
            connection = self._idle.pop()
            if not connection.is_closed():
                return connection
            self._opened -= 1
        if self._opened < SIZE:
            return await self._open()
        return await self._wait()

    def give_back(self, connection: asyncpg.Connection) -> None:
        """Let the next one have it; a broken connection is forgotten."""
        if connection.is_closed():
            self._opened -= 1
            self._hand_on(None)
        elif not self._hand_on(connection):
            self._idle.append(connection)

    async def close(self) -> None:
        """Close what is open and idle."""
        await self._until_the_loop_ends.aclose()

    async def _closing(self) -> AsyncGenerator[None, None]:
        """Close in time: ending, an event loop ends the generators begun in it."""
        try:
            yield
        finally:
            while self._idle:
                self._opened -= 1
                await self._idle.pop().close()

    async def _open(self) -> asyncpg.Connection:
        self._opened += 1
        try:
            return await asyncpg.connect(**self._config)
        except BaseException:
            self._opened -= 1
            self._hand_on(None)
            raise

    async def _wait(self) -> asyncpg.Connection:
        turn: asyncio.Future[asyncpg.Connection | None]
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            connection = await turn
        except asyncio.CancelledError:
            self._decline(turn)
            raise
        return await self.take() if connection is None else connection

    def _decline(self, turn: "asyncio.Future[asyncpg.Connection | None]") -> None:
        if turn in self._waiting:
            self._waiting.remove(turn)
        elif not turn.cancelled():
            connection = turn.result()
            if connection is None:
                self._hand_on(None)
            else:
                self.give_back(connection)

    def _hand_on(self, connection: asyncpg.Connection | None) -> bool:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(connection)
                return True
        return False
