"""
Measure what clustering costs: `uv run python -m bench.clustering [COUNT …]`.

For each count `lip cluster` is run on a list from cold, as people start it, and what it
takes with stored vectors is measured in a process of its own. Told are seconds by the
clock, seconds of CPU of all processes together, and the peak of their memory. Lists
are made of words in four topics; `--lists FILE.csv …` takes the texts of these files
(column `text`) instead, the beginning of one with the end of another.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

T = TypeVar("T")

ASKED = {200: (3.0, 0.5, 350), 10_000: (45.0, None, None), 100_000: (300.0, 40.0, 1700)}
"""Seconds from cold, seconds from stored vectors, megabytes from cold."""

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
    """Make up texts in four topics, all different."""
    draws = np.random.default_rng(1)
    return [
        FRAMES[at % len(FRAMES)].format(*draws.choice(WORDS[at % 4], 3), at)
        for at in range(count)
    ]


def joined(count: int, files: list[Path]) -> list[str]:
    """Join the beginning of one text and the end of another of the same file."""
    lists = []
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            lists.append([row["text"].split() for row in csv.DictReader(lines)])
    draws = np.random.default_rng(1)
    texts: dict[str, None] = {}
    while len(texts) < count:
        texts_of = lists[len(texts) % len(lists)]
        one, other = (texts_of[at] for at in draws.integers(len(texts_of), size=2))
        words = one[: len(one) - len(one) // 3] + other[len(other) - len(other) // 3 :]
        texts[" ".join(words)] = None
    return list(texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a process and those it started took: seconds, CPU, megabytes at most."""

    wall: float
    cpu: float
    peak: float
    said: str

    def line(self, name: str, seconds: float | None, memory: int | None = None) -> str:
        """Word it, beside what is asked."""
        asked = "" if seconds is None else f"  asked {seconds:g} s"
        asked += "" if memory is None else f", {memory} MB"
        return (
            f"{name:28} {self.wall:7.1f} s  {self.cpu:7.1f} s CPU"
            f"  {self.peak:6.0f} MB{asked}"
        )


def run(*words: object) -> Cost:
    """Run a command of this Python, and watch its family."""
    start, before = time.perf_counter(), os.times()
    process = subprocess.Popen(
        [sys.executable, *map(str, words)], stdout=subprocess.PIPE, text=True
    )
    peaks = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
    watcher.start()
    said, _nothing = process.communicate()
    wall, after = time.perf_counter() - start, os.times()
    watcher.join()
    assert process.returncode == 0, said
    cpu = after.children_user - before.children_user
    cpu += after.children_system - before.children_system
    return Cost(wall=wall, cpu=cpu, peak=peaks[0] / 1024, said=said)


def _watch(process: subprocess.Popen[str], peaks: list[float]) -> None:
    while process.poll() is None:
        peaks[0] = max(peaks[0], sum(map(_kilobytes, _family(process.pid))))
        time.sleep(0.1)


def _family(one: int) -> list[int]:
    try:
        told = Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii")
    except OSError:
        return [one]
    return [one, *(each for child in told.split() for each in _family(int(child)))]


def _kilobytes(one: int) -> float:
    """Count what it has of its own, and its part of what it shares."""
    try:
        told = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    line = next((row for row in told.splitlines() if row.startswith("Pss:")), "Pss: 0")
    return float(line.split()[1])


def measure(count: int, lists: list[Path]) -> bool:
    """Measure a list of so many texts; tell whether it holds what is asked."""
    texts = joined(count, lists) if lists else made_up(count)
    cold_asked, stored_asked, memory_asked = ASKED.get(count, (None, None, None))
    with tempfile.TemporaryDirectory(prefix="lip-bench-") as name:
        file, into = Path(name) / "list.csv", Path(name) / "out.csv"
        with file.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([["text"], *([text] for text in texts)])
        cold = run("-m", "lip", "cluster", file, "--out", into)
        print(cold.line(f"{count} from cold", cold_asked, memory_asked), flush=True)
        stored = run("-m", "bench.clustering", "--stored", file)
    told = json.loads(stored.said.splitlines()[-1])
    for step, (wall, cpu) in told.items():
        asked = stored_asked if step == "both" else None
        one = Cost(wall=wall, cpu=cpu, peak=stored.peak, said="")
        print(one.line(f"{count} stored, {step}", asked), flush=True)
    return all(
        found <= asked
        for found, asked in (
            (cold.wall, cold_asked),
            (told["both"][0], stored_asked),
            (cold.peak, memory_asked),
        )
        if asked is not None
    )


def stored(file: Path) -> None:
    """Make vectors, and tell what clusters and names take once they are there."""
    from proposals.embedding_many import embed_many  # noqa: PLC0415
    from proposals.topics import find_topics, name_topics  # noqa: PLC0415

    with file.open(encoding="utf-8", newline="") as lines:
        texts = [row["text"] for row in csv.DictReader(lines)]
    vectors = embed_many(texts)
    name_topics(texts[:9], vectors[:9], find_topics(texts[:9], vectors=vectors[:9]))
    found, dividing = timed(lambda: find_topics(texts, vectors=vectors))
    _named, naming = timed(lambda: name_topics(texts, vectors, found))
    both = [one + other for one, other in zip(dividing, naming, strict=True)]
    print(json.dumps({"clusters": dividing, "names": naming, "both": both}))


def timed(work: Callable[[], T]) -> tuple[T, tuple[float, float]]:
    """Do it, and give the seconds by the clock and of CPU."""
    start, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, (time.perf_counter() - start, time.process_time() - cpu)


def main() -> None:
    """Measure, and end with 1 where something is above what is asked."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=[200, 10_000, 100_000])
    parser.add_argument("--lists", type=Path, nargs="+", default=[])
    parser.add_argument("--stored", type=Path)
    options = parser.parse_args()
    if options.stored:
        stored(options.stored)
        return
    held = [measure(count, options.lists) for count in options.counts]
    if not all(held):
        sys.exit("above what is asked")


if __name__ == "__main__":
    main()
