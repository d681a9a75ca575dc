"""
Measure what clustering costs: `python bench/clustering.py [COUNT]` (default 200).

Texts are made up from a few dozen words in four topics, all different.
Prints CPU seconds of each step and the peak of memory. Set OMP_NUM_THREADS=1.
"""

import resource
import sys
import time

import numpy as np

from proposals.embedding import embed
from proposals.rules.grams import gram_vectors
from proposals.rules.similarity import most_similar
from proposals.topics import find_topics, name_topics

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


def timed(name: str, work):
    start = time.process_time()
    result = work()
    print(f"{name:12} {time.process_time() - start:8.3f} s of CPU")
    return result


def main() -> None:
    texts = made_up(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    timed("load model", lambda: embed(["Bus"]))
    vectors = timed("vectors", lambda: embed(texts))
    found = timed("clusters", lambda: find_topics(texts, vectors=vectors))
    timed("names", lambda: name_topics(texts, vectors, found))
    letters = timed("letters", lambda: gram_vectors(texts))
    for _ in range(5):
        timed(
            "similar",
            lambda: most_similar(
                (embed(["Mehr Busse"])[0], gram_vectors(["Mehr Busse"])[0]),
                vectors,
                letters,
            ),
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} proposals, {found.count} clusters, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
