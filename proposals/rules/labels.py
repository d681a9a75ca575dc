"""
Words that say what a cluster is about.

Words are chosen in turns, each so that as many proposals of the cluster as possible
hold one of them, that it is clearly likelier here than elsewhere, and that all words
of a cluster together point to its centre. How many hold a word is reckoned with what
its meaning lets expect, since a few proposals say little. A word is shown in its
commonest form, for one cluster only, and not beside one that begins as it does.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from proposals.rules.grammar_words import GRAMMAR
from proposals.rules.kmeans import Floats, Labels, unit
from proposals.rules.wording import commonest, stem, words

WORDS_PER_LABEL = 8
"""In each language; with more a reader loses the thread."""

_WORTH_WORDS = 0.03  # share of the proposals from which a language has words
CANDIDATES = 80
_SHORTEST = 4
_ONCE_IS_ENOUGH = 16  # below so many proposals a word need not come twice
_EXPECTED = 5.0  # what is expected of a word counts as much as so many proposals
_BY_MEANING = 4.0  # how much more is expected of a word that lies nearer
_CLEARLY_NEARER = 0.05  # than to any other cluster; words of grammar are near to all
_CLEARLY_LIKELIER = 1.5  # than in all other clusters
_MUCH_LIKELIER = 2.0  # beyond this it is better to be common than to be rare elsewhere
_HELD_ALREADY = 0.5  # what a proposal counts that holds another word of the name
_MEANING, _TOGETHER = 0.5, 1.0  # of the word alone, and with those before it
_SAME_BEGINNING = 6  # letters; "energy-saving" says little more than "energy" has said


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """
    A word that may name a cluster, in its commonest form.

    `held` are the proposals of the cluster that hold it, of `size` in all; `overall`
    and `elsewhere` are shares of all proposals and of those in other clusters.
    """

    cluster: int
    stem: str
    form: str
    held: tuple[int, ...]
    size: int
    overall: float
    elsewhere: float

    def share(self, ahead: float) -> float:
        """Say what share of the cluster is likely to hold it, by count and meaning."""
        expected = self.overall * np.exp(_BY_MEANING * ahead)
        return float((len(self.held) + _EXPECTED * expected) / (self.size + _EXPECTED))


def label_candidates(texts: Sequence[str], labels: Labels) -> list[Candidate]:
    """Propose words for every cluster, from clean texts; their vectors come next."""
    found = [_forms(text) for text in texts]
    overall = Counter(each for forms in found for each in forms)
    sizes = Counter(labels.tolist())
    inside: dict[int, Counter[str]] = {each: Counter() for each in sizes}
    for label, held in zip(labels.tolist(), found, strict=True):
        inside[label].update(held.keys())
    heaviest = {
        label: _heaviest(counts, overall, sizes[label], len(texts))
        for label, counts in inside.items()
    }
    holding, forms = _holding(found, labels, heaviest)
    return [
        Candidate(
            cluster=label,
            stem=each,
            form=commonest(forms[each]),
            held=tuple(holding[label, each]),
            size=sizes[label],
            overall=overall[each] / len(texts),
            elsewhere=_elsewhere(
                inside[label][each], overall[each], sizes[label], len(texts)
            ),
        )
        for label in sorted(sizes)
        for each in heaviest[label]
    ]


def _forms(text: str) -> dict[str, str]:
    """Give each stem of a text in the form it has there."""
    forms: dict[str, str] = {}
    for word in words(text):
        if len(word) >= _shortest(word) and word.casefold() not in GRAMMAR:
            forms.setdefault(stem(word), word)
    return forms


def _shortest(word: str) -> int:
    """Allow shorter words in scripts that put more into a letter."""
    return _SHORTEST if word[0] < "\u0530" else 2


def _heaviest(
    inside: Counter[str], overall: Counter[str], size: int, total: int
) -> list[str]:
    """List the words that are common here and likelier than elsewhere."""
    weights = {
        each: _weight(count, overall[each], size, total)
        for each, count in inside.items()
        if count > 1 or size < _ONCE_IS_ENOUGH
    }
    ranked = sorted(weights, key=lambda each: (-weights[each], each))
    return ranked[:CANDIDATES]


def _weight(count: int, overall: int, size: int, total: int) -> float:
    usual = _EXPECTED * overall / total
    here = (count + usual) / (size + _EXPECTED)
    elsewhere = (overall - count + 0.5 + usual) / (total - size + 1 + _EXPECTED)
    return float(here * np.log(min(max(here / elsewhere, 1.0), _MUCH_LIKELIER)))


def _elsewhere(count: int, overall: int, size: int, total: int) -> float:
    return (overall - count + 0.5) / (total - size + 1)


def _holding(
    found: Sequence[Mapping[str, str]],
    labels: Labels,
    chosen: Mapping[int, Sequence[str]],
) -> tuple[dict[tuple[int, str], list[int]], dict[str, list[str]]]:
    """List which proposals of its cluster hold a word, and the forms it has in all."""
    wanted = {label: frozenset(stems) for label, stems in chosen.items()}
    every: frozenset[str] = frozenset().union(*wanted.values())
    holding: dict[tuple[int, str], list[int]] = {}
    forms: dict[str, list[str]] = {}
    for at, (label, held) in enumerate(zip(labels.tolist(), found, strict=True)):
        for each in held.keys() & every:
            forms.setdefault(each, []).append(held[each])
            if each in wanted[label]:
                holding.setdefault((label, each), []).append(at)
    return holding, forms


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
    words: list[Candidate]
    worth: Floats
    gain: Floats
    near: Floats
    fresh: Floats
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
        mine = [at for at, c in enumerate(candidates) if c.cluster == cluster]
        found = [candidates[at] for at in mine]
        ahead = _ahead(fit[mine], own)
        shares = np.array([c.share(a) for c, a in zip(found, ahead, strict=True)])
        lifts = shares / np.array([c.elsewhere for c in found])
        gains = shares * np.log(np.clip(lifts, 1.01, _MUCH_LIKELIER))
        leaning = ahead >= _CLEARLY_NEARER
        sieves = (leaning & (lifts >= _CLEARLY_LIKELIER), leaning)
        kept = next((s for s in sieves if s.sum() >= count), np.ones(len(mine), bool))
        rows = np.flatnonzero(kept)
        return cls(
            cluster=cluster,
            own=own,
            words=[found[row] for row in rows.tolist()],
            worth=_MEANING * (fit[mine, own] + ahead)[rows],
            gain=gains[rows] / gains.max(initial=1e-9),
            near=near[mine][rows],
            fresh=np.ones(1 + max((max(c.held) for c in found), default=0)),
            together=np.zeros(near.shape[1], dtype=near.dtype),
            forms=[],
        )

    def choose(self, middles: Floats, taken: set[str]) -> None:
        """Take the word that says most with those before it, unless none is free."""
        free = [
            at
            for at, word in enumerate(self.words)
            if taken.isdisjoint((word.stem, word.form.casefold()))
            and not any(_says_again(word.form, form) for form in self.forms)
        ]
        if not free:
            return
        fit = unit(self.near[free] + self.together) @ middles.T
        fresh = [self.fresh[list(self.words[at].held)].mean() for at in free]
        said = self.worth[free] + self.gain[free] * np.array(fresh)
        said = said + _TOGETHER * (fit[:, self.own] + _ahead(fit, self.own))
        best = free[int(said.argmax())]
        word = self.words[best]
        self.forms.append(word.form)
        self.together = self.together + self.near[best]
        self.fresh[list(word.held)] = _HELD_ALREADY
        taken |= {word.stem, word.form.casefold()}


def _says_again(word: str, chosen: str) -> bool:
    """Say whether a word begins as another one, as compounds and forms of it do."""
    return word.casefold()[:_SAME_BEGINNING] == chosen.casefold()[:_SAME_BEGINNING]


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
