"""
Vectors of a whole list, in several processes at once where it is long.

Texts are taken in the order of the alphabet, equal ones once, so that the order of the
list changes no digit. They go out and vectors come back in small parts, so that what
is on its way takes little memory.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context

import numpy as np

from proposals.embedding import AT_ONCE, NUMBERS, embed
from proposals.rules.kmeans import Floats

WORTH_A_PROCESS = 4000
"""From so many on two processes are sooner ready: each loads the model anew."""

PROCESSES = 2
_AHEAD = 4
"""So many parts wait for each process, so that none is ever idle."""


def embed_many(
    texts: Sequence[str],
    *,
    processes: int = PROCESSES,
    done: Callable[[int], None] | None = None,
) -> Floats:
    """Give a unit vector per text, as `embed` does; `done` hears how many are ready."""
    order = sorted(range(len(texts)), key=lambda at: texts[at])
    repeats = [
        (at, before) for before, at in pairwise(order) if texts[before] == texts[at]
    ]
    again = {at for at, _before in repeats}
    firsts = [at for at in order if at not in again]
    vectors = np.zeros((len(texts), NUMBERS), dtype=np.float32)
    ready = 0
    for made in _made([texts[at] for at in firsts], processes):
        vectors[firsts[ready : ready + len(made)]] = made
        ready += len(made)
        if done is not None:
            done(len(made))
    for at, before in repeats:
        vectors[at] = vectors[before]
    if done is not None and repeats:
        done(len(repeats))
    return vectors


def _made(texts: Sequence[str], processes: int) -> Iterator[Floats]:
    """Give the vectors of one part after the other."""
    parts = (texts[at : at + AT_ONCE] for at in range(0, len(texts), AT_ONCE))
    if len(texts) < WORTH_A_PROCESS or processes < 2:
        yield from map(embed, parts)
        return
    waiting: deque[Future[Floats]] = deque()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as workers:
        for part in parts:
            waiting.append(workers.submit(embed, part))
            if len(waiting) > _AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
