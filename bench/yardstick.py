"""
Compare our own rules with scikit-learn's: `python -m bench.yardstick FILE.csv …`.

Prints CPU seconds of importing, of TF-IDF of letters, of the main axes, of k-means with
30 starts, and of choosing the number of topics; then how well both divide alike.
"""

import csv
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from proposals.rules.grams import weighted_gram_vectors
from proposals.rules.kmeans import kmeans, silhouette_by_cosine, unit
from proposals.rules.similarity import main_axes

T = TypeVar("T")
TOPICS = 7


def timed(name: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    result = work()
    print(f"{name:34} {time.process_time() - start:7.2f} s of CPU", flush=True)
    return result


def ours(texts: list[str]) -> Any:
    letters = timed("our grams", lambda: weighted_gram_vectors(texts))
    places = timed("our axes", lambda: unit(letters @ main_axes(letters, 64)))
    timed(
        "our 4 to 10, 5 starts, silhouette",
        lambda: [
            silhouette_by_cosine(
                places, kmeans(places, k, seed=0, starts=5, spherical=True).labels
            )
            for k in range(4, 11)
        ],
    )
    divide = lambda: kmeans(places, TOPICS, seed=0, starts=30, spherical=True)  # noqa: E731
    return places, timed("our k-means", divide).labels


def theirs(texts: list[str], places: Any) -> Any:
    from sklearn.cluster import KMeans  # noqa: PLC0415 - its import is measured
    from sklearn.decomposition import TruncatedSVD  # noqa: PLC0415
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.metrics import silhouette_score  # noqa: PLC0415

    grams = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True
    )
    counted = timed("their TfidfVectorizer", lambda: grams.fit_transform(texts))
    axes = TruncatedSVD(64, random_state=0)
    timed("their TruncatedSVD", lambda: axes.fit_transform(counted))
    timed(
        "their 4 to 10, 5 starts, silhouette",
        lambda: [
            silhouette_score(
                places,
                KMeans(k, n_init=5, random_state=0).fit_predict(places),
                metric="cosine",
            )
            for k in range(4, 11)
        ],
    )
    return timed(
        "their KMeans",
        lambda: KMeans(TOPICS, n_init=30, random_state=0).fit_predict(places),
    )


def main() -> None:
    texts: list[str] = []
    for file in sys.argv[1:]:
        with Path(file).open(encoding="utf-8-sig", newline="") as lines:
            texts += [row["text"] for row in csv.DictReader(lines)]
    timed("import scikit-learn", lambda: __import__("sklearn.cluster"))
    for part in (texts[:200], texts):
        print(f"{len(part)} texts")
        places, own = ours(part)
        other = theirs(part, places)
        from sklearn.metrics import adjusted_rand_score  # noqa: PLC0415

        print(f"both divide alike: {adjusted_rand_score(own, other):.2f}")


if __name__ == "__main__":
    main()
