"""Clustering holds its promises on made-up vectors and on odd texts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposals.rules.clustering import cluster
from proposals.rules.grams import gram_vectors, weighted_gram_vectors
from proposals.rules.kmeans import kmeans, silhouette, silhouette_by_cosine, unit
from proposals.rules.labels import choose_labels, cluster_centres, label_candidates
from proposals.rules.languages import guess_language, guess_languages
from proposals.rules.similarity import most_similar
from proposals.rules.wording import clean, stem, words

TOPICS = {
    "Bus": ["Mehr Busse am Abend", "Der Bus fährt zu selten", "Busse auch sonntags"],
    "Schule": ["Mehr Lehrkräfte an Schulen", "Schule ohne Angst", "Schulen sanieren"],
    "Wohnen": ["Wohnungen für Familien", "Bezahlbare Wohnung", "Wohnungen bauen"],
    "Sport": ["Sportplatz für alle", "Mehr Sport im Verein", "Sporthalle öffnen"],
}
TEXTS = [f"{text} {n}" for texts in TOPICS.values() for text in texts for n in "abc"]


def clustered(texts, **choices):
    cleaned = [clean(text) for text in texts]
    return cluster(cleaned, gram_vectors(cleaned), guess_languages(cleaned), **choices)


def together(labels) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == each).tolist()) for each in set(labels)}


def test_plain_topics_are_found():
    found = clustered(TEXTS, count=4)

    assert together(found.labels) == {
        frozenset(range(start, start + 9)) for start in range(0, 36, 9)
    }


def test_the_medoid_lies_in_its_cluster_and_distances_are_told():
    found = clustered(TEXTS, count=4)

    assert [found.labels[found.medoid(each)] for each in range(4)] == [0, 1, 2, 3]
    assert (found.nearness >= found.next_nearness).all()
    assert (found.next_labels != found.labels).all()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.text(max_size=40) | st.sampled_from(TEXTS), max_size=40),
    st.one_of(st.none(), st.integers(1, 6)),
    st.randoms(use_true_random=False),
)
def test_a_clustering_is_a_partition_and_knows_no_order(texts, count, shuffler):
    order = list(range(len(texts)))
    shuffler.shuffle(order)

    found = clustered(texts, count=count, seed=1)
    shuffled = clustered([texts[each] for each in order], count=count, seed=1)

    assert len(found.labels) == len(texts)
    assert set(found.labels.tolist()) == set(range(found.count))
    assert found.labels[order].tolist() == shuffled.labels.tolist()
    if count:
        assert found.count <= count


def test_a_list_longer_than_the_sample_knows_no_order_either(monkeypatch):
    monkeypatch.setattr("proposals.rules.clustering.SAMPLE", 20)
    order = np.random.default_rng(5).permutation(len(TEXTS))

    found = clustered(TEXTS, count=3)
    shuffled = clustered([TEXTS[each] for each in order], count=3)

    assert found.labels[order].tolist() == shuffled.labels.tolist()


@pytest.mark.parametrize(
    "texts",
    [
        ["Bus"],
        ["Bus", "Schule", "Sport"],
        ["Mehr Busse"] * 500,
        ["", " ", "\u200b", "\x00"],
        ["😀", "🎉🎉", "👩‍👩‍👧", "❤️", "😀😀"],
        ["x" * 20_000, "Bus", "Schule " * 4000, "Sport", "Wohnen"],
        ["مرحبا Busse \u202eabc", "שלום", "Schule", "Sport", "Wohnen"],
        ["<b>Bus</b>", "**Bus**", "<script>x</script>", "[Bus](http://x)"],
        ["a", "b", "c", "d", "e"],
    ],
)
def test_odd_texts_are_clustered_all_the_same(texts):
    found = clustered(texts)

    assert len(found.labels) == len(texts)
    assert np.isfinite(found.nearness).all()
    assert len({found.labels[at] for at, t in enumerate(texts) if t == texts[0]}) == 1


def test_fewer_than_four_proposals_stay_together():
    assert clustered(["Bus", "Schule", "Sport"]).count == 1


def test_no_proposals_give_no_clusters():
    assert clustered([]).count == 0


def test_label_words_are_unique_and_come_from_their_cluster():
    found = clustered(TEXTS, count=4)
    candidates = label_candidates(TEXTS, found.labels)
    vectors = gram_vectors([each.form for each in candidates])

    chosen = choose_labels(
        candidates, vectors, cluster_centres(gram_vectors(TEXTS), found.labels)
    )

    all_words = [word for named in chosen.values() for word in named]
    assert len(all_words) == len({word.casefold() for word in all_words})
    for label, named in chosen.items():
        texts = [
            t for t, each in zip(TEXTS, found.labels, strict=True) if each == label
        ]
        assert named
        assert all(any(word in text for text in texts) for word in named)
        assert len({word.casefold()[:6] for word in named}) == len(named)


@pytest.mark.parametrize(
    "query,expected",
    [
        ("Mehr Buse am Abent", 0),
        ("Lehrkräfte an Schule", 9),
        ("bezahlbare Whonung", 21),
    ],
)
def test_typing_errors_still_find_their_proposal(query, expected):
    letters = gram_vectors(TEXTS)
    asked = gram_vectors([query])[0]

    found = most_similar((asked, asked), letters, letters, count=3)

    assert expected in {each.place for each in found}
    assert found == sorted(found, key=lambda each: (-each.nearness, each.place))


def test_nothing_is_similar_in_an_empty_list():
    asked = gram_vectors(["Bus"])[0]

    assert most_similar((asked, asked), np.zeros((0, 512)), np.zeros((0, 512))) == []


@pytest.mark.parametrize(
    "text,language",
    [
        ("Mehr Busse für die Kinder und nicht nur am Abend", "de"),
        ("More buses for the children in the evening", "en"),
        ("Akşamları ve hafta sonları daha fazla kurs olsun", "tr"),
        ("Plus de bus le soir pour les enfants", "fr"),
        ("Більше автобусів для дітей", "uk"),
        ("Больше автобусов вечером, чтобы дети могли ездить", "ru"),
        ("المزيد من الحافلات في المساء", "ar"),
        ("اتوبوس بیشتر برای کودکان", "fa"),
        ("ናይ ምሸት ኣውቶቡስ", "ti"),
        ("😀 123", ""),
    ],
)
def test_languages_are_guessed(text, language):
    assert guess_language(text) == language


def test_without_a_hint_a_text_has_the_language_of_most():
    assert guess_languages(["Der Bus ist zu spät", "Tram"]) == ["de", "de"]


@pytest.mark.parametrize(
    "text,plain",
    [
        ("<b>Mehr</b>  Busse\n\x00!", "Mehr Busse !"),
        ("Bus\u200b\u202eabc", "Busabc"),
        ("siehe https://example.org/x dort", "siehe dort"),
        ("1 < 2 und 3 > 2", "1 < 2 und 3 > 2"),
    ],
)
def test_texts_are_cleaned(text, plain):
    assert clean(text) == plain


def test_forms_of_a_word_share_a_stem():
    assert len({stem(each) for each in ("Schule", "Schulen")}) == 1
    assert len({stem(each) for each in ("выборы", "выборов", "выборах")}) == 1
    assert len({stem(each) for each in ("сонце", "сонця", "сонцем")}) == 1
    assert len({stem(each) for each in ("حكومة", "الحكومة", "والحكومة")}) == 1
    assert len({stem(each) for each in ("kurslar", "kursların", "kurs")}) == 1
    assert words("E-Autos, 3 Räder!") == ["E-Autos", "Räder"]


def test_a_vector_of_letters_depends_on_its_text_alone():
    alone, beside = gram_vectors(["Bus"]), gram_vectors(["Bus", "Schule"])

    assert alone[0].tolist() == beside[0].tolist()
    assert weighted_gram_vectors(["", ""]).sum() == 0


def test_the_two_silhouettes_agree_where_distances_do():
    points = unit(np.repeat(np.eye(2), 5, axis=0))
    labels = np.repeat([0, 1], 5)

    assert silhouette(points, labels) == pytest.approx(1, abs=1e-6)
    assert silhouette_by_cosine(points, labels) == pytest.approx(1)
    assert silhouette(points, np.zeros(10, dtype=int)) == -1


def test_kmeans_finds_no_more_centres_than_there_are_places():
    division = kmeans(np.ones((6, 2)), 4, seed=0)

    assert set(division.labels.tolist()) == {0}
    assert division.spread == pytest.approx(0)
