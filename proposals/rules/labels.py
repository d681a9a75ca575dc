"""
Words that say what a cluster is about.

A word is weighed by the share of proposals of the cluster that hold it times the
logarithm of how much rarer it is elsewhere, and by how much nearer it lies to the
centre of its cluster than to any other. Words are chosen in turns, each so that all
words of a cluster together point to it; that leaves words of grammar out in languages
nobody made a list for. A word is shown in its commonest form, for one cluster only,
and not beside one that begins as it does.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from proposals.rules.kmeans import Floats, Labels, unit
from proposals.rules.languages import SHORT_WORDS
from proposals.rules.wording import commonest, stem, words

WORDS_PER_LABEL = 8
WORDS_PER_FURTHER_LANGUAGE = 4
_WORTH_WORDS = 0.08  # share of the proposals from which a language has words
CANDIDATES = 40
_SHORTEST = 4
_CLEARLY_NEARER = 0.05  # than to any other cluster; words of grammar are near to all
_TOGETHER = 2.0  # what the words of a cluster say together counts twice
_SAME_BEGINNING = 6  # letters; "energy-saving" says little more than "energy" has said
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
    barred: Collection[str] = (),
) -> dict[int, tuple[str, ...]]:
    """
    Choose the words of each cluster, given a vector per candidate and per centre.

    Clusters choose in turns, the largest first, so no two share a word. `barred` are
    words that name a cluster already.
    """
    if not candidates:
        return dict.fromkeys(centres, ())
    known = sorted(centres)
    middles = np.stack([centres[each] for each in known])
    near = unit(vectors - vectors.mean(axis=0))
    fit = near @ middles.T
    choosing = [
        _Choosing.of(candidates, near, fit, own=place, cluster=each, count=count)
        for place, each in enumerate(known)
    ]
    taken = {one for word in barred for one in (word.casefold(), stem(word))}
    for _turn in range(count):
        for each in choosing:
            each.choose(middles, taken)
    return {each.cluster: tuple(each.forms) for each in choosing}


@dataclass(slots=True, kw_only=True)
class _Choosing:
    """A cluster that chooses its words: what it may take, and what it has."""

    cluster: int
    own: int
    names: list[tuple[str, str, str]]
    worth: Floats
    near: Floats
    together: Floats
    forms: list[str]

    @classmethod
    def of(
        cls,
        candidates: Sequence[Candidate],
        near: Floats,
        fit: Floats,
        *,
        own: int,
        cluster: int,
        count: int,
    ) -> "_Choosing":
        """Keep the words that clearly lean to a cluster, or all if there are few."""
        mine = np.array([c.cluster == cluster for c in candidates], dtype=bool)
        ahead = _ahead(fit, own)
        leaning = np.flatnonzero(mine & (ahead >= _CLEARLY_NEARER))
        rows = leaning if len(leaning) >= count else np.flatnonzero(mine)
        weights = np.array([candidates[row].weight for row in rows.tolist()])
        chosen = [candidates[row] for row in rows.tolist()]
        return cls(
            cluster=cluster,
            own=own,
            names=[(c.form, c.form.casefold(), c.stem) for c in chosen],
            worth=weights + fit[rows, own] + ahead[rows],
            near=near[rows],
            together=np.zeros(near.shape[1], dtype=near.dtype),
            forms=[],
        )

    def choose(self, middles: Floats, taken: set[str]) -> None:
        """Take the word that says most with those before it, unless none is free."""
        free = [
            at
            for at, (_form, folded, stemmed) in enumerate(self.names)
            if folded not in taken
            and stemmed not in taken
            and not any(_says_again(folded, form) for form in self.forms)
        ]
        if not free:
            return
        fit = unit(self.near[free] + self.together) @ middles.T
        said = self.worth[free] + _TOGETHER * (fit[:, self.own] + _ahead(fit, self.own))
        best = free[int(said.argmax())]
        form, folded, stemmed = self.names[best]
        self.forms.append(form)
        self.together = self.together + self.near[best]
        taken |= {folded, stemmed}


def _says_again(word: str, chosen: str) -> bool:
    """Say whether a word begins as another one, as compounds and forms of it do."""
    return word[:_SAME_BEGINNING] == chosen.casefold()[:_SAME_BEGINNING]


def _ahead(fit: Floats, own: int) -> Floats:
    """Say how much nearer words are to their own centre than to the next best one."""
    if fit.shape[1] == 1:
        return np.asarray(fit[:, 0])
    return np.asarray(fit[:, own] - np.delete(fit, own, axis=1).max(axis=1))


def languages_with_words(
    languages: Sequence[str], labels: Labels
) -> dict[str, frozenset[int]]:
    """Say which languages have words, the commonest first, and in which clusters."""
    all_of, sizes = Counter(languages), Counter(labels.tolist())
    within = Counter(zip(labels.tolist(), languages, strict=True))
    least = _WORTH_WORDS * len(languages)
    order = sorted(all_of, key=lambda tag: (-all_of[tag], tag))
    return {
        tag: frozenset(
            each
            for each, size in sizes.items()
            if within[each, tag] >= _WORTH_WORDS * size
        )
        for tag in order
        if all_of[tag] >= least
    }


def cluster_centres(vectors: Floats, labels: Labels) -> dict[int, Floats]:
    """Give the mean direction of each cluster among vectors of the words' kind."""
    moved = unit(vectors - vectors.mean(axis=0))
    return {
        int(each): unit(moved[labels == each].mean(axis=0, keepdims=True))[0]
        for each in np.unique(labels)
    }
