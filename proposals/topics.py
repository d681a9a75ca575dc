"""
From texts alone to topics, names and similar ones: cleaning, vectors and rules at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from proposals.embedding import embed
from proposals.embedding_many import embed_many
from proposals.rules.clustering import Clusters, cluster
from proposals.rules.grams import gram_vectors
from proposals.rules.kmeans import Floats
from proposals.rules.labels import choose_labels, cluster_centres, label_candidates
from proposals.rules.languages import guess_languages
from proposals.rules.similarity import Near, most_similar
from proposals.rules.wording import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What is said of a cluster: its words, its most typical proposal, its size."""

    words: tuple[str, ...]
    medoid: int
    size: int

    def label(self, texts: Sequence[str]) -> str:
        """Give its words, or the start of its most typical proposal."""
        return ", ".join(self.words) or clean(texts[self.medoid])[:60]


def cluster_texts(
    texts: Sequence[str], count: int | None = None, seed: int = 0
) -> list[int]:
    """Give the number of a topic for each text; the largest topic is 0."""
    return [int(label) for label in find_topics(texts, count=count, seed=seed).labels]


def find_topics(
    texts: Sequence[str],
    *,
    languages: Sequence[str] | None = None,
    vectors: Floats | None = None,
    count: int | None = None,
    seed: int = 0,
    done: Callable[[int], None] | None = None,
) -> Clusters:
    """Cluster texts; stored vectors and known languages are used where given."""
    cleaned = [clean(text) for text in texts]
    guessed = guess_languages(cleaned)
    known = languages or [""] * len(texts)
    tags = [tag or guess for tag, guess in zip(known, guessed, strict=True)]
    ready = embed_many(cleaned, done=done) if vectors is None else vectors
    return cluster(cleaned, ready, tags, count=count, seed=seed)


def name_topics(
    texts: Sequence[str], vectors: Floats, clusters: Clusters
) -> list[Topic]:
    """Find the words and the most typical proposal of each cluster, in their order."""
    candidates = label_candidates([clean(text) for text in texts], clusters.labels)
    chosen = choose_labels(
        candidates,
        embed([each.form for each in candidates]),
        cluster_centres(vectors, clusters.labels),
    )
    sizes = clusters.labels.tolist()
    return [
        Topic(words=chosen[each], medoid=clusters.medoid(each), size=sizes.count(each))
        for each in range(clusters.count)
    ]


def find_similar(
    query: str,
    texts: Sequence[str],
    *,
    count: int = 5,
    done: Callable[[int], None] | None = None,
) -> list[Near]:
    """Find the texts nearest to a query, across languages and typing errors."""
    meanings = embed_many([query, *texts], done=done)
    letters = gram_vectors([clean(text) for text in (query, *texts)])
    return most_similar(
        (meanings[0], letters[0]), meanings[1:], letters[1:], count=count
    )
