"""
Pages that are the same for everybody, kept for a while.

What is closed is kept under its digest and never grows old; what is live is counted
anew when it is older than a few seconds, by one reader for all.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Final, Generic, TypeVar

T = TypeVar("T")
MOST_KEPT: Final = 128


class KeptPages(Generic[T]):
    """Values by key, the least asked for forgotten first."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[float, T]] = OrderedDict()
        self._making: dict[Hashable, asyncio.Lock] = {}

    async def get(
        self,
        key: Hashable,
        make: Callable[[], Awaitable[T]],
        *,
        seconds: float | None = None,
    ) -> T:
        """Give what is kept, or make it; one makes it, the others wait for that."""
        found = self._fresh(key, seconds)
        if found is not None:
            return found[1]
        lock = self._making.setdefault(key, asyncio.Lock())
        async with lock:
            found = self._fresh(key, seconds)
            if found is None:
                found = (time.monotonic(), await make())
                self._keep(key, found)
        self._making.pop(key, None)
        return found[1]

    def _fresh(self, key: Hashable, seconds: float | None) -> tuple[float, T] | None:
        found = self._kept.get(key)
        if found is None:
            return None
        if seconds is not None and time.monotonic() - found[0] > seconds:
            return None
        self._kept.move_to_end(key)
        return found

    def _keep(self, key: Hashable, found: tuple[float, T]) -> None:
        self._kept[key] = found
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
