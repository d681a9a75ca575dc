"""
What is happening now, sent to every open page that watches a topic.

A change is only announced; the watching page's process reads the rows itself, at
most a few times a second however many changes there are. With several workers the
announcements travel through the database, otherwise through memory.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from litestar.channels import ChannelsPlugin

END: Final = object()

PAUSE = 0.25
"""Seconds in which changes are gathered into one announcement."""


async def at_least_every(
    seconds: float, changes: AsyncIterator[None]
) -> AsyncIterator[bool]:
    """Give True for each change, and False whenever none came for so many seconds."""
    waiting = asyncio.ensure_future(anext(changes, END))
    try:
        while True:
            done, _ = await asyncio.wait({waiting}, timeout=seconds)
            if not done:
                yield False
            elif waiting.result() is END:
                return
            else:
                waiting = asyncio.ensure_future(anext(changes, END))
                yield True
    finally:
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


class Live:
    """Announces changes by topic and lets pages wait for them."""

    def __init__(self, channels: ChannelsPlugin) -> None:
        self._channels = channels
        self._changed: set[str] = set()
        self._announcing: asyncio.Task[None] | None = None

    def changed(self, topic: str) -> None:
        """Announce, soon, that something about a topic has changed."""
        self._changed.add(topic)
        if self._announcing is None or self._announcing.done():
            self._announcing = asyncio.create_task(self._announce())

    async def _announce(self) -> None:
        while self._changed:
            await asyncio.sleep(PAUSE)
            topics, self._changed = self._changed, set()
            for topic in topics:
                await self._channels.wait_published({"topic": topic}, topic)

    @asynccontextmanager
    async def watching(self, topic: str) -> AsyncIterator[AsyncIterator[None]]:
        """Wait for changes of a topic, one after another."""
        async with self._channels.start_subscription([topic]) as subscriber:

            async def changes() -> AsyncIterator[None]:
                async for _ in subscriber.iter_events():
                    yield

            yield changes()

    async def stop(self) -> None:
        """Stop announcing; what was changed last may go unannounced."""
        announcing, self._announcing = self._announcing, None
        self._changed.clear()
        if announcing is not None:
            announcing.cancel()
            await asyncio.gather(announcing, return_exceptions=True)
