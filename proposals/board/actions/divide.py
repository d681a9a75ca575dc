"""Let the machine divide proposals: clusters with words, distances and a map."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from lip.said import Spoken
from proposals.board.queries.to_cluster import ToCluster
from proposals.board.rules.machine_name import MachineName
from proposals.board.rules.nearest_cluster import thousandths
from proposals.board.rules.partition import Suggested
from proposals.board.rules.projection import flat
from proposals.rules.clustering import Clusters
from proposals.topics import Topic, find_topics, name_topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """Suggested clusters in order, and where each proposal lies on a map."""

    clusters: tuple[Suggested, ...]
    points: NDArray[np.int64]


def divide(found: ToCluster, *, topics: int | None, seed: int) -> Divided:
    """Divide proposals; takes a while, so call it away from the event loop."""
    if not found.ids:
        return Divided(clusters=(), points=np.zeros((0, 2), dtype=np.int64))
    clusters = find_topics(
        found.texts,
        languages=found.languages,
        vectors=found.vectors,
        count=topics,
        seed=seed,
    )
    named = name_topics(found.texts, found.vectors, clusters, languages=found.languages)
    return Divided(
        clusters=tuple(
            _suggested(found.ids, clusters, each, named[each])
            for each in _side_by_side(clusters)
        ),
        points=flat(clusters.places, clusters.labels),
    )


def _side_by_side(clusters: Clusters) -> list[int]:
    """List clusters, the largest first, parts of one topic next to each other."""
    first: dict[int, int] = {}
    for each, group in enumerate(clusters.groups):
        first.setdefault(group, each)
    return sorted(range(clusters.count), key=lambda c: (first[clusters.groups[c]], c))


def _suggested(
    ids: Sequence[UUID], clusters: Clusters, number: int, topic: Topic
) -> Suggested:
    own = np.flatnonzero(clusters.labels == number)
    ordered = own[np.argsort(-clusters.nearness[own], kind="stable")]
    return Suggested(
        name=MachineName(
            words=tuple(
                Spoken(text=word, lang=tag)
                for word, tag in zip(topic.words, topic.languages, strict=True)
            ),
            typical=tuple(ids[each] for each in topic.typical),
        ),
        medoid=ids[topic.medoid],
        distances={
            ids[at]: thousandths(float(clusters.nearness[at]))
            for at in ordered.tolist()
        },
    )
