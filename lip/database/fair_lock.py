"""A lock that serves in order of arrival, whatever event loop each caller runs in."""

import asyncio
import threading
from collections import deque
from types import TracebackType


class FairLock:
    """
    Who came first is served first.

    `asyncio.Lock` belongs to one event loop; the process may have several, one
    after another (commands, tests) or side by side (threads).
    """

    __slots__ = ("_guard", "_held", "_holder", "_waiting")

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._held = False
        self._holder: asyncio.Future[None] | None = None

    async def acquire(self) -> None:
        """Wait for the turn; cancelled, it leaves the queue as if never come."""
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            self._give_up(turn)
            raise

    def release(self) -> None:
        """Hand the lock to whoever waits longest."""
        with self._guard:
            while self._waiting:
                turn = self._waiting.popleft()
                if not turn.cancelled() and _wake(turn):
                    self._holder = turn
                    return
            self._held = False
            self._holder = None

    def _give_up(self, turn: "asyncio.Future[None]") -> None:
        with self._guard:
            was_handed_over = self._holder is turn
            if turn in self._waiting:
                self._waiting.remove(turn)
        if was_handed_over:
            self.release()

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _wake(turn: "asyncio.Future[None]") -> bool:
    """Say whether the owner of this turn can still be told."""
    try:
        turn.get_loop().call_soon_threadsafe(_settle, turn)
    except RuntimeError:  # its loop has closed
        return False
    return True


def _settle(turn: "asyncio.Future[None]") -> None:
    if not turn.done():
        turn.set_result(None)
