"""Texts to topics with the model, on own and on real lists."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from proposals import embedding, embedding_many
from proposals.embedding import embed
from proposals.embedding_many import embed_many
from proposals.rules.grams import gram_vectors
from proposals.rules.kmeans import unit
from proposals.rules.similarity import most_similar
from proposals.rules.wording import clean, stem, words
from proposals.topics import cluster_texts, find_similar, find_topics, name_topics
from tests.proposals.agreement import adjusted_rand, v_measure

pytestmark = pytest.mark.slow

SHARED = Path(__file__).parents[3] / "shared" / "data" / "topics"
OWN = [
    "Mehr Deutschkurse am Abend",
    "Sprachkurs mit Kinderbetreuung",
    "Almanca kursu akşam da olsun",
    "Wohnungen für Familien",
    "Günstige Mieten in der Stadt",
    "Affordable flats for families",
]


def rows(name: str):
    file = SHARED / name
    if not file.exists():
        pytest.skip("../shared/data/topics is not here")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_topics_reach_across_languages():
    labels = cluster_texts(OWN, 2)

    assert labels in ([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])


def test_topics_are_named_and_show_a_typical_proposal():
    vectors = embed(OWN)
    found = find_topics(OWN, vectors=vectors, count=2)

    named = name_topics(OWN, vectors, found)

    assert sum(topic.size for topic in named) == len(OWN)
    assert all(topic.label(OWN) for topic in named)
    assert [int(found.labels[topic.medoid]) for topic in named] == [0, 1]


def test_each_language_of_a_mixed_list_has_words_and_a_typical_proposal():
    texts = [f"{text} {end}" for text in OWN for end in ("heute", "morgen", "!")]
    tags = ["de" if at % 9 < 6 else "other" for at in range(len(texts))]
    vectors = embed(texts)
    found = find_topics(texts, languages=tags, vectors=vectors, count=2)

    named = name_topics(texts, vectors, found, languages=tags)

    assert all(set(topic.languages) == {"de", "other"} for topic in named)
    every = [word.casefold() for topic in named for word in topic.words]
    assert len(every) == len(set(every))
    for topic in named:
        assert {tags[at] for at in topic.typical[:2]} == {"de", "other"}
        assert topic.medoid == topic.typical[0]


@pytest.mark.parametrize(
    "file,least", [("klimarat_dev400.csv", 0.25), ("sib200_mix8.csv", 0.25)]
)
def test_texts_held_back_are_nearest_to_the_name_of_their_own_cluster(file, least):
    texts = [row["text"] for row in rows(file)]
    vectors = embed(texts)
    found = find_topics(texts, vectors=vectors)

    told = [_told(texts, vectors, found, draw=draw) for draw in (2, 3)]

    nearest, holds = np.mean(told, axis=0)
    assert nearest >= 0.75
    assert holds >= least


def _told(texts, vectors, found, *, draw):
    """Name 70 % of each cluster; say what the others make of these names."""
    chance, seen = np.random.default_rng(draw), np.zeros(len(texts), dtype=bool)
    for each in range(found.count):
        own = chance.permutation(np.flatnonzero(found.labels == each))
        seen[own[: round(0.7 * len(own))]] = True
    read = [texts[at] for at in np.flatnonzero(seen)]
    named = name_topics(read, vectors[seen], replace(found, labels=found.labels[seen]))
    joined = embed([", ".join(topic.words) for topic in named])
    typical = [vectors[seen][list(topic.typical)] for topic in named]
    both = zip(joined, typical, strict=True)
    names = unit(np.stack([np.vstack(each).mean(axis=0) for each in both]))
    own = found.labels[~seen]
    stems = [{stem(word) for word in topic.words} for topic in named]
    holds = [
        any(stem(word) in stems[found.labels[at]] for word in words(clean(texts[at])))
        for at in np.flatnonzero(~seen)
    ]
    return np.mean((vectors[~seen] @ names.T).argmax(axis=1) == own), np.mean(holds)


def test_a_translation_is_similar():
    found = find_similar("evening German courses", OWN, count=2)

    assert {each.place for each in found} & {0, 2}


def test_without_the_model_letters_stand_in(monkeypatch):
    monkeypatch.setattr(embedding, "has_model", lambda: False)

    vectors = embed(["Deutschkurse", "Deutschkurs", "Miete"])

    assert vectors.shape == (3, 512)
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]


def test_progress_is_told():
    heard: list[int] = []

    embed(["Bus"] * 250, done=heard.append)

    assert heard == [200, 50]


@pytest.mark.parametrize(
    "name,least_v,least_ari",
    [
        ("klimarat_dev400.csv", 0.30, 0.32),
        ("sib200_de.csv", 0.44, 0.37),
        ("sib200_mix8.csv", 0.40, 0.34),
    ],
)
def test_real_topics_are_found_as_people_coded_them(name, least_v, least_ari):
    gold = rows(name)
    texts, labels = [r["text"] for r in gold], [r["label"] for r in gold]
    vectors, known = embed(texts), len({*labels})

    found = [find_topics(texts, vectors=vectors, count=known, seed=s) for s in (0, 1)]
    free = find_topics(texts, vectors=vectors)

    rands = [adjusted_rand(labels, each.labels) for each in found]
    assert sum(v_measure(labels, each.labels) for each in found) / 2 >= least_v
    assert sum(rands) / 2 >= least_ari
    assert 4 <= free.count <= 10
    assert adjusted_rand(labels, free.labels) >= 0.8 * sum(rands) / 2


def test_real_paraphrases_and_typing_errors_are_found_within_five():
    cases = rows("neardup_dev.csv")
    pool = sorted(
        {r["source_text"] for r in cases}
        | {r["text"] for r in rows("klimarat_dev400.csv")}
    )
    meanings, letters = embed(pool), gram_vectors(pool)
    hits: dict[str, list[bool]] = {}

    for case in cases:
        asked = embed([case["query"]])[0], gram_vectors([case["query"]])[0]
        found = {pool[each.place] for each in most_similar(asked, meanings, letters)}
        hits.setdefault(case["kind"], []).append(case["source_text"] in found)

    assert sum(hits["paraphrase"]) / len(hits["paraphrase"]) >= 0.88
    assert all(hits["typos"])


def test_two_processes_and_any_order_give_the_same_vectors(monkeypatch):
    monkeypatch.setattr(embedding_many, "WORTH_A_PROCESS", 8)
    monkeypatch.setattr(embedding_many, "AT_ONCE", 3)
    texts = [f"{text} {at}" for at in range(2) for text in OWN] + [OWN[0]] * 3
    heard: list[int] = []

    made = embed_many(texts, done=heard.append)

    alone = embed_many(texts[::-1], processes=1)[::-1]
    assert np.array_equal(made, alone)
    assert np.allclose(made, embed(texts), atol=1e-3)
    assert sum(heard) == len(texts)
