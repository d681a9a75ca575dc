"""
Write together what arrives together.

A durable commit waits for the disk. Those who arrive while one is under way are
written in the next one, all in one transaction: the disk is asked once for many.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from lip.database.binding import current_engine

T = TypeVar("T")
R = TypeVar("R")


@dataclass(slots=True)
class _Entry(Generic[T, R]):
    item: T
    done: "asyncio.Future[R]"
    context: Context


@dataclass(slots=True)
class _Queue(Generic[T, R]):
    """Who waits in one event loop, and the write that is under way there."""

    waiting: deque[_Entry[T, R]] = field(default_factory=deque)
    writing: "asyncio.Task[None] | None" = None


class GroupCommit(Generic[T, R]):
    """
    Call it with one item; it answers with the result of that item.

    `write` takes items and answers with as many results in the same order; it
    must write all of them or none. If it fails for a group, each item is tried
    alone, so that one bad item fails for its own caller only. A group runs in
    the context of whoever waited longest. Inside a transaction an item is
    written alone, since waiting for others there would be waiting for oneself.
    """

    def __init__(
        self, write: Callable[[Sequence[T]], Awaitable[Sequence[R]]], *, most: int = 64
    ) -> None:
        self._write = write
        self._most = most
        self._queues: WeakKeyDictionary[asyncio.AbstractEventLoop, _Queue[T, R]]
        self._queues = WeakKeyDictionary()

    async def __call__(self, item: T) -> R:
        """Write the item, together with those of others; return its result."""
        if current_engine().transaction_exists():
            [result] = await self._write([item])
            return result
        loop = asyncio.get_running_loop()
        queue = self._queues.setdefault(loop, _Queue())
        entry = _Entry[T, R](item, loop.create_future(), copy_context())
        queue.waiting.append(entry)
        if queue.writing is None:
            self._begin(queue)
        return await entry.done

    def _begin(self, queue: _Queue[T, R]) -> None:
        """Start to write for those who wait, unless nobody does."""
        group: list[_Entry[T, R]] = []
        while queue.waiting and len(group) < self._most:
            entry = queue.waiting.popleft()
            if not entry.done.done():  # its caller has not gone away
                group.append(entry)
        queue.writing = None
        if group:
            loop = asyncio.get_running_loop()
            writing = self._write_group(queue, group)
            queue.writing = loop.create_task(writing, context=group[0].context)

    async def _write_group(
        self, queue: _Queue[T, R], group: Sequence[_Entry[T, R]]
    ) -> None:
        try:
            await self._answer(group)
        finally:
            for entry in group:
                entry.done.cancel()  # without effect where there is an answer
            self._begin(queue)

    async def _answer(self, group: Sequence[_Entry[T, R]]) -> None:
        try:
            results = await self._write([entry.item for entry in group])
        except Exception as error:  # noqa: BLE001  # it belongs to the callers
            await self._answer_alone(group, error)
            return
        for entry, result in zip(group, results, strict=True):
            if not entry.done.done():
                entry.done.set_result(result)

    async def _answer_alone(
        self, group: Sequence[_Entry[T, R]], error: Exception
    ) -> None:
        left = [entry for entry in group if not entry.done.done()]
        if len(group) == 1:
            for entry in left:
                entry.done.set_exception(error)
            return
        for entry in left:
            await self._answer([entry])
