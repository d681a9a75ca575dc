"""
Texts as numbers by the letters in them: runs of three to five letters within words.

A run is put by its hash into one of a fixed number of places, with a sign from the
same hash (Weinberger et al. 2009, "Feature hashing for large scale multitask
learning"), so a text needs no list of known runs to be compared with another.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from proposals.rules.kmeans import Floats, unit
from proposals.rules.wording import words

PLACES = 512
_LENGTHS = (3, 4, 5)
_BETWEEN_WORDS = 10  # the line feed
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def gram_vectors(texts: Sequence[str], *, places: int = PLACES) -> Floats:
    """Give a vector of length one per text, the same whatever texts stand beside it."""
    return np.concatenate(
        [
            _sketch(len(part), *_counted(part), places=places)
            for part in _parts(texts, 2000)
        ]
        or [np.zeros((0, places), dtype=np.float32)]
    )


def weighted_gram_vectors(texts: Sequence[str], *, places: int = 2 * PLACES) -> Floats:
    """Give vectors in which runs rare among these texts count more (TF-IDF)."""
    rows, runs, counts = _counted(texts)
    kinds, kind = np.unique(runs, return_inverse=True)
    spread = np.bincount(kind, minlength=len(kinds))
    rarity = np.log((1 + len(texts)) / (1 + spread)) + 1
    weights = counts * np.where(spread > 1, rarity, 0.0)[kind]
    return _sketch(len(texts), rows, runs, weights, places=places)


def _parts(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    return [texts[at : at + size] for at in range(0, len(texts), size)]


def _counted(
    texts: Sequence[str],
) -> tuple[NDArray[np.int64], NDArray[np.uint64], Floats]:
    """List (text, run, damped count), each run of a text once."""
    rows, runs = _runs(texts)
    order = np.lexsort((runs, rows))
    rows, runs = rows[order], runs[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:] != rows[:-1]) | (runs[1:] != runs[:-1])
    starts = np.flatnonzero(first)
    counts = np.diff(np.append(starts, len(rows)))
    return rows[starts], runs[starts], 1 + np.log(counts)


def _runs(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Hash every run of letters within the words of every text."""
    padded = [
        "".join(f" {word} \n" for word in words(text.casefold())) for text in texts
    ]
    owners = np.repeat(np.arange(len(texts)), [len(each) for each in padded])
    letters = np.frombuffer("".join(padded).encode("utf-32-le"), dtype=np.uint32)
    breaks = np.cumsum(np.append(0, letters == _BETWEEN_WORDS))
    found = []
    for length in _LENGTHS:
        starts = np.flatnonzero(breaks[length:] == breaks[: len(breaks) - length])
        hashes = np.full(len(starts), length, dtype=np.uint64)
        for at in range(length):
            hashes = _mixed(hashes + letters[starts + at])
        found.append((owners[starts], hashes))
    return (
        np.concatenate([rows for rows, _ in found]),
        np.concatenate([hashes for _, hashes in found]),
    )


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    hashes = hashes * _FACTOR
    return hashes ^ (hashes >> np.uint64(29))


def _sketch(
    size: int,
    rows: NDArray[np.int64],
    runs: NDArray[np.uint64],
    weights: Floats,
    *,
    places: int,
) -> Floats:
    place = (_mixed(runs) >> np.uint64(33)).astype(np.int64) % places
    signed = np.where(runs >> np.uint64(63), weights, -weights)
    flat = np.bincount(rows * places + place, signed, minlength=size * places)
    return unit(flat.reshape(size, places).astype(np.float32))
