"""
Words that say what a cluster is about.

A word is weighed by the share of proposals of the cluster that hold it times the
logarithm of how much rarer it is elsewhere, and by how near it lies to the centre of
the cluster. It is shown in its commonest form, and stands for one cluster only.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from proposals.rules.kmeans import Floats, Labels, unit
from proposals.rules.languages import SHORT_WORDS
from proposals.rules.wording import commonest, stem, words

WORDS_PER_LABEL = 5
CANDIDATES = 12
_SHORTEST = 4
_NEARNESS = 1.0
_CLEARLY_MORE = 4.0  # beyond this it is better to be common than to be rare elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A word that may name a cluster: its commonest form, and its weight by count."""

    cluster: int
    stem: str
    form: str
    weight: float


def label_candidates(texts: Sequence[str], labels: Labels) -> list[Candidate]:
    """Propose words for every cluster, from clean texts; their vectors come next."""
    found = [_forms(text) for text in texts]
    overall = Counter(each for forms in found for each in forms)
    forms: dict[str, list[str]] = {}
    for held in found:
        for each, form in held.items():
            forms.setdefault(each, []).append(form)
    sizes = Counter(labels.tolist())
    inside: dict[int, Counter[str]] = {each: Counter() for each in sizes}
    for label, held in zip(labels.tolist(), found, strict=True):
        inside[label].update(held.keys())
    return [
        Candidate(cluster=label, stem=each, form=commonest(forms[each]), weight=weight)
        for label in sorted(sizes)
        for each, weight in _heaviest(inside[label], overall, sizes[label], len(texts))
    ]


def _forms(text: str) -> dict[str, str]:
    """Give each stem of a text in the form it has there."""
    forms: dict[str, str] = {}
    for word in words(text):
        if len(word) >= _shortest(word) and word.casefold() not in SHORT_WORDS:
            forms.setdefault(stem(word), word)
    return forms


def _shortest(word: str) -> int:
    """Allow shorter words in scripts that put more into a letter."""
    return _SHORTEST if word[0] < "\u0530" else 2


def _heaviest(
    inside: Counter[str], overall: Counter[str], size: int, total: int
) -> list[tuple[str, float]]:
    weights = {
        each: _weight(count, overall[each], size, total)
        for each, count in inside.items()
        if count > 1 or size < 2 * WORDS_PER_LABEL
    }
    ranked = sorted(weights, key=lambda each: (-weights[each], each))[:CANDIDATES]
    most = max((weights[each] for each in ranked), default=1.0) or 1.0
    return [(each, weights[each] / most) for each in ranked]


def _weight(count: int, overall: int, size: int, total: int) -> float:
    """Weigh by share here times log of share here over share elsewhere."""
    here = count / size
    elsewhere = (overall - count + 0.5) / (total - size + 1)
    lift = min(max(here / elsewhere, 1.0), _CLEARLY_MORE)
    return float(here * np.log(lift))


def choose_labels(
    candidates: Sequence[Candidate],
    vectors: Floats,
    centres: Mapping[int, Floats],
    *,
    count: int = WORDS_PER_LABEL,
) -> dict[int, tuple[str, ...]]:
    """
    Choose the words of each cluster, given a vector per candidate and per centre.

    A word goes to the cluster where it weighs most, so no two clusters share one.
    """
    if not candidates:
        return dict.fromkeys(centres, ())
    near = unit(vectors - vectors.mean(axis=0))
    scores = [
        each.weight + _NEARNESS * float(near[at] @ centres[each.cluster])
        for at, each in enumerate(candidates)
    ]
    chosen: dict[int, list[str]] = {cluster: [] for cluster in centres}
    taken: set[str] = set()
    order = sorted(range(len(candidates)), key=lambda at: (-scores[at], at))
    for at in order:
        each = candidates[at]
        names = {each.stem, each.form.casefold()}
        if len(chosen[each.cluster]) < count and not names & taken:
            chosen[each.cluster].append(each.form)
            taken |= names
    return {cluster: tuple(forms) for cluster, forms in chosen.items()}


def cluster_centres(vectors: Floats, labels: Labels) -> dict[int, Floats]:
    """Give the mean direction of each cluster among vectors of the words' kind."""
    moved = unit(vectors - vectors.mean(axis=0))
    return {
        int(each): unit(moved[labels == each].mean(axis=0, keepdims=True))[0]
        for each in np.unique(labels)
    }
