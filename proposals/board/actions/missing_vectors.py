"""Make the vectors that proposals lack, many at a time."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Final
from uuid import UUID

import numpy as np

from proposals.actions.vectors import model_name, store_made
from proposals.embedding import embed
from proposals.queries.vectors import texts_without_vector
from proposals.rules.kmeans import Floats

AT_ONCE: Final = 1000
WORTH_A_PROCESS: Final = 4000
"""From so many on a second process saves more than it costs."""


async def make_missing_vectors(conference: UUID, *, missing: int) -> AsyncIterator[int]:
    """Make and store all vectors that are missing; tell how many again and again."""
    if not missing:
        return
    with _workers(missing) as (workers, many):
        most = AT_ONCE * many
        while found := await texts_without_vector(
            conference, model=model_name(), most=most
        ):
            made = await _embedded(list(found.values()), workers, many)
            await store_made(conference, found, made, most=most)
            yield len(found)


async def _embedded(
    texts: Sequence[str], workers: Executor | None, many: int
) -> Floats:
    loop = asyncio.get_running_loop()
    parts = [texts[at::many] for at in range(many)]
    made = await asyncio.gather(
        *(loop.run_in_executor(workers, embed, part) for part in parts)
    )
    vectors = np.zeros((len(texts), made[0].shape[1]), dtype=np.float32)
    for at, part in enumerate(made):
        vectors[at::many] = part
    return vectors


@contextmanager
def _workers(missing: int) -> Iterator[tuple[Executor | None, int]]:
    """Give two processes for many texts, for few a thread of this one."""
    if missing < WORTH_A_PROCESS:
        yield None, 1
        return
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        yield workers, 2
