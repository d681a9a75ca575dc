"""
From texts alone to topics, names and similar ones: cleaning, vectors and rules at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from proposals.embedding import embed
from proposals.embedding_many import embed_many
from proposals.rules.clustering import Clusters, cluster
from proposals.rules.grams import gram_vectors
from proposals.rules.kmeans import Floats, Labels
from proposals.rules.labels import (
    choose_labels,
    cluster_centres,
    label_candidates,
    languages_with_words,
)
from proposals.rules.languages import guess_languages
from proposals.rules.similarity import Near, most_similar
from proposals.rules.typical import typical_proposals
from proposals.rules.wording import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """
    What is said of a cluster: its words, its typical proposals, its size.

    `languages` has one for each word, "" where nobody knows it. `typical` are places
    in the list, the most typical first.
    """

    words: tuple[str, ...]
    languages: tuple[str, ...]
    typical: tuple[int, ...]
    size: int

    @property
    def medoid(self) -> int:
        """Give the most typical proposal."""
        return self.typical[0]

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
    tags = _known(cleaned, languages)
    ready = embed_many(cleaned, done=done) if vectors is None else vectors
    return cluster(cleaned, ready, tags, count=count, seed=seed)


def name_topics(
    texts: Sequence[str],
    vectors: Floats,
    clusters: Clusters,
    *,
    languages: Sequence[str] | None = None,
) -> list[Topic]:
    """Find the words and the typical proposals of each cluster, in their order."""
    cleaned = [clean(text) for text in texts]
    tags = _known(cleaned, languages)
    centres = cluster_centres(vectors, clusters.labels)
    names = _words(cleaned, tags, clusters.labels, centres)
    typical = typical_proposals(vectors, clusters.labels, tags, centres)
    sizes = clusters.labels.tolist()
    return [
        Topic(
            words=tuple(word for _tag, word in names[each]),
            languages=tuple(tag for tag, _word in names[each]),
            typical=typical[each],
            size=sizes.count(each),
        )
        for each in range(clusters.count)
    ]


def _known(cleaned: Sequence[str], languages: Sequence[str] | None) -> list[str]:
    """Give the language of each text: as somebody said, else as it looks."""
    known = languages or [""] * len(cleaned)
    guessed = guess_languages(cleaned)
    return [tag or guess for tag, guess in zip(known, guessed, strict=True)]


def _words(
    texts: Sequence[str],
    tags: Sequence[str],
    labels: Labels,
    centres: Mapping[int, Floats],
) -> dict[int, list[tuple[str, str]]]:
    """Choose words with their languages; in a mixed list for each language alone."""
    several = languages_with_words(tags, labels) or {"": frozenset(centres)}
    names: dict[int, list[tuple[str, str]]] = {each: [] for each in centres}
    for tag, allowed in several.items():
        own = list(range(len(texts)))
        if len(several) > 1:
            own = [at for at, other in enumerate(tags) if other == tag]
        found = label_candidates([texts[at] for at in own], labels[np.array(own)])
        if len(several) > 1:
            found = [each for each in found if each.cluster in allowed]
        chosen = choose_labels(
            found,
            embed([each.form for each in found]),
            centres,
            barred=[word for named in names.values() for _tag, word in named],
        )
        for each, said in chosen.items():
            names[each] += [(tag, word) for word in said]
    return names


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
