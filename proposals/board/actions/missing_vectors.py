"""Make the vectors that proposals lack, many at a time."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Final
from uuid import UUID

import numpy as np

from lip.database import execute_many, transaction
from proposals.actions.vectors import model_name
from proposals.embedding import embed
from proposals.queries.revisions import next_revision
from proposals.queries.vectors import packed, texts_without_vector
from proposals.rules.kmeans import Floats

AT_ONCE: Final = 1000
WORTH_A_PROCESS: Final = 4000
"""From so many on a second process saves more than it costs."""

_STORE = """
    INSERT INTO proposal_vector (proposal, model, meaning) VALUES (?, ?, ?)
    ON CONFLICT (proposal) DO UPDATE
    SET model = excluded.model, meaning = excluded.meaning
"""


async def make_missing_vectors(conference: UUID, *, missing: int) -> AsyncIterator[int]:
    """Make and store all vectors that are missing; tell how many again and again."""
    if not missing:
        return
    with _workers(missing) as (workers, many):
        while found := await texts_without_vector(
            conference, model=model_name(), most=AT_ONCE * many
        ):
            made = await _embedded(list(found.values()), workers, many)
            await _store(conference, found, made)
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


async def _store(conference: UUID, found: Mapping[UUID, str], made: Floats) -> None:
    name = model_name()
    async with transaction():
        revision = await next_revision(conference)
        await execute_many(
            _STORE,
            [(one, name, packed(v)) for one, v in zip(found, made, strict=True)],
        )
        await execute_many(
            "UPDATE proposal SET revision = ? WHERE id = ?",
            [(revision, one) for one in found],
        )


@contextmanager
def _workers(missing: int) -> Iterator[tuple[Executor | None, int]]:
    """Give two processes for many texts, for few a thread of this one."""
    if missing < WORTH_A_PROCESS:
        yield None, 1
        return
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        yield workers, 2
