"""Sets whole plans on paper, one at a time, and keeps the last few."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from anyio import CapacityLimiter
from anyio.to_thread import run_sync

from lip.publishing.documents.book import book_pdf
from lip.publishing.rules.books import Book

MOST_KEPT: Final = 6


@dataclass(slots=True, kw_only=True)
class Job:
    """One plan on its way: so many parts of all are ready; `pdf` when it is set."""

    done: int = 0
    parts: int = 0
    pdf: bytes = b""
    failed: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, done: int, parts: int) -> None:
        """Note how far it is."""
        self.done, self.parts = done, parts


class Press:
    """What is being set, and what was; a frozen version never has to be set twice."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[Hashable, Job] = OrderedDict()
        self._going: set[asyncio.Task[None]] = set()
        self._one = CapacityLimiter(1)

    def job(self, key: Hashable, read: Callable[[], Awaitable[Book]]) -> Job:
        """Give the job of this key; begin it if there is none, or it failed."""
        job = self._jobs.get(key)
        if job is None or job.failed:
            job = self._jobs[key] = Job()
            task = asyncio.create_task(self._set(job, read))
            self._going.add(task)
            task.add_done_callback(self._going.discard)
        self._jobs.move_to_end(key)
        while len(self._jobs) > MOST_KEPT:
            self._jobs.popitem(last=False)
        return job

    async def finished(self, job: Job) -> None:
        """Wait until a job is done, well or badly."""
        await job.over.wait()

    async def stop(self) -> None:
        """End what is going on."""
        for task in self._going:
            task.cancel()
        await asyncio.gather(*self._going, return_exceptions=True)

    async def _set(self, job: Job, read: Callable[[], Awaitable[Book]]) -> None:
        try:
            book = await read()
            job.tell(0, len(book.chapters) + 1)
            set_it = partial(book_pdf, book, progress=job.tell)
            job.pdf = await run_sync(set_it, limiter=self._one)
        finally:
            job.failed = not job.pdf
            job.over.set()
