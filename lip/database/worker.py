"""One thread that does blocking work for any event loop, in order."""

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class _Job(NamedTuple):
    work: Callable[..., Any]
    args: tuple[Any, ...]
    done: "asyncio.Future[Any]"


class Worker:
    """
    A thread that starts with its first job and ends with `stop`.

    It costs a third of what an executor costs per job, and it never keeps the
    process from exiting.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    async def run(self, work: Callable[..., T], *args: Any) -> T:
        """Do `work` in the thread; cancelled, return only once it has ended."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._put(_Job(work, args, done))
        try:
            return await done
        except asyncio.CancelledError:
            await self._settle_down()
            raise

    def stop(self) -> None:
        """End the thread after the jobs that it already has."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._jobs.put(None)
            thread.join()

    def _put(self, job: _Job) -> None:
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._work, name=self._name, daemon=True
            )
            self._thread.start()
        self._jobs.put(job)

    async def _settle_down(self) -> None:
        """Wait, deaf to cancellation, until every job given so far has ended."""
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._put(_Job(_nothing, (), ended))
        while not ended.done():
            try:
                await asyncio.shield(ended)
            except asyncio.CancelledError:
                continue

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                result, error = job.work(*job.args), None
            except BaseException as caught:  # noqa: BLE001  # it belongs to the caller
                result, error = None, caught
            _answer(job.done, result, error)
            del job, result, error  # keep nothing alive while idle


def _answer(
    done: "asyncio.Future[Any]", result: object, error: BaseException | None
) -> None:
    try:
        done.get_loop().call_soon_threadsafe(_settle, done, result, error)
    except RuntimeError:
        return  # the loop that asked has closed


def _settle(
    done: "asyncio.Future[Any]", result: object, error: BaseException | None
) -> None:
    if done.done():
        return
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)


def _nothing() -> None:
    """Mark a place in the queue."""
