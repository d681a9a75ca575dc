"""
Measure what clustering costs: `python bench/clustering.py [COUNT] [FILE.csv …]`.

Texts are made up from a few dozen words in four topics, all different; where lists
with a column `text` are given, theirs are taken again and again with small changes.
Prints seconds and CPU seconds of each step, and the peak of memory over all processes.
From some thousands on two processes make the vectors. Set OMP_NUM_THREADS=1.
"""

import csv
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from proposals.embedding import embed
from proposals.embedding_many import embed_many
from proposals.rules.grams import gram_vectors
from proposals.rules.similarity import most_similar
from proposals.topics import find_topics, name_topics

T = TypeVar("T")

WORDS = (
    ["Bus", "Bahn", "Radweg", "Ampel", "Takt", "Fahrplan", "Haltestelle"],
    ["Schule", "Kita", "Lehrkraft", "Ganztag", "Sprachkurs", "Deutschkurs", "Prüfung"],
    ["Wohnung", "Miete", "Familie", "Neubau", "Nachbarschaft", "Quartier", "Heizung"],
    ["Verein", "Sport", "Musik", "Theater", "Bibliothek", "Fest", "Jugendhaus"],
)
FRAMES = (
    "Mehr {} und {} für {} im Stadtteil {}",
    "Wir brauchen {} statt {}, auch {} am Abend in Bezirk {}",
    "{} soll mit {} und {} besser verbunden werden, zuerst in {}",
)


def made_up(count: int) -> list[str]:
    draws = np.random.default_rng(1)
    return [
        FRAMES[at % len(FRAMES)].format(*draws.choice(WORDS[at % 4], 3), at)
        for at in range(count)
    ]


def varied(count: int, files: list[str]) -> list[str]:
    """Take texts again and again, each time with a word left out and another added."""
    texts = []
    for file in files:
        with Path(file).open(encoding="utf-8-sig", newline="") as lines:
            texts += [row["text"] for row in csv.DictReader(lines)]
    draws = np.random.default_rng(1)
    return [_changed(texts[at % len(texts)], draws, at) for at in range(count)]


def _changed(text: str, draws: np.random.Generator, at: int) -> str:
    words = text.split()
    if len(words) > 3:
        words.pop(int(draws.integers(len(words))))
    words.insert(int(draws.integers(len(words) + 1)), str(draws.choice(WORDS[at % 4])))
    return " ".join(words)


def timed(name: str, work: Callable[[], T]) -> T:
    start, cpu = time.perf_counter(), _cpu()
    result = work()
    print(
        f"{name:12} {time.perf_counter() - start:8.2f} s {_cpu() - cpu:8.2f} s of CPU",
        flush=True,
    )
    return result


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


class Memory:
    """The peak of memory of this process and those it has started."""

    def __init__(self) -> None:
        self.peak = 0
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            self.peak = max(self.peak, sum(map(_resident, _family())))
            time.sleep(0.25)


def _family() -> list[int]:
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children")
    return [own, *map(int, children.read_text().split())]


def _resident(one: int) -> int:
    try:
        status = Path(f"/proc/{one}/status").read_text()
    except OSError:
        return 0
    line = next((row for row in status.splitlines() if row.startswith("VmRSS")), "0 0")
    return int(line.split()[1])


def main() -> None:
    memory = Memory()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    texts = varied(count, sys.argv[2:]) if sys.argv[2:] else made_up(count)
    timed("load model", lambda: embed(["Bus"]))
    vectors = timed("vectors", lambda: embed_many(texts))
    found = timed("clusters", lambda: find_topics(texts, vectors=vectors))
    timed("names", lambda: name_topics(texts, vectors, found))
    letters = timed("letters", lambda: gram_vectors(texts[:10_000]))
    for _ in range(3):
        timed(
            "similar",
            lambda: most_similar(
                (embed(["Mehr Busse"])[0], gram_vectors(["Mehr Busse"])[0]),
                vectors[:10_000],
                letters,
            ),
        )
    peak = memory.peak / 1024
    print(f"{len(texts)} proposals, {found.count} clusters, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
