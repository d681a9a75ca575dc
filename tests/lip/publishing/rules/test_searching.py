"""Words in their other forms and spellings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.publishing.rules.searching import excerpt, stem_of, stems, wanted


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(
            "Migrant*innen Migrant:innen Migrant_innen Migrant/innen Migrant/-innen "
            "MigrantInnen Migrantinnen Migranten Migrantin Migrant",
            id="every way to name all genders",
        ),
        pytest.param("Lotsen Lots*innen LotsInnen Lotsinnen", id="short stem"),
        pytest.param("Lehrer Lehrerin LehrerInnen Lehrer*innen", id="ends in er"),
        pytest.param("Sprachkurs Sprachkurse Sprachkursen", id="plural"),
        pytest.param("Straße STRASSE Straßen", id="sharp s"),
        pytest.param("Verein Vereine Vereinen", id="ends in ein, and is no woman"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str):
    found = set(stems(forms, "de"))

    assert len(found) == 1


@pytest.mark.parametrize(
    "one,other,language",
    [
        ("Verein", "vereinbaren", "de"),
        ("Kita", "Kittel", "de"),
        ("Termin", "Term", "de"),
    ],
)
def test_other_words_have_other_stems(one: str, other: str, language: str):
    assert stem_of(one, language) != stem_of(other, language)


@pytest.mark.parametrize(
    "typed,written,language",
    [
        ("cinar", "Çınar", "tr"),
        ("المدرسة", "مدرسة", "ar"),
        ("مدرسة", "مَدْرَسَة", "ar"),
        ("учителя", "учитель", "ru"),
        ("schools", "School", "en"),
        ("Gärten", "Garten", "de-simple"),
        ("slova", "slova", "sk"),
    ],
)
def test_what_is_typed_is_what_is_written(typed: str, written: str, language: str):
    assert stem_of(typed, language) == stem_of(written, language)


def test_a_query_takes_each_word_in_every_language_of_the_reader():
    assert wanted("Schulen, schools!", ["en", "de"]) == (
        ("schulen", "schul"),
        ("school",),
    )


def test_nothing_typed_looks_for_nothing():
    assert wanted(' "*" OR -- ;', ["de"]) == (("or",),)
    assert wanted(' "*" -- ;', ["de"]) == ()


def test_an_excerpt_marks_the_words_in_every_form():
    text = "Vorn steht viel. " * 30 + "Dann fordern Migrant*innen mehr Sprachkurse."

    pieces = excerpt(text, "de", wanted("Migranten Sprachkurs", ["de"]))

    assert [piece.text for piece in pieces if piece.marked] == [
        "Migrant*innen",
        "Sprachkurse",
    ]
    assert pieces[0].text == "… "


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60))
def test_an_excerpt_is_part_of_the_text_and_stems_are_plain(text: str, query: str):
    pieces = excerpt(text, "de", wanted(query, ["de", "ar"]), length=80)
    whole = "".join(piece.text for piece in pieces)

    assert whole.removeprefix("… ").removesuffix(" …") in text or not whole.strip(" …")
    assert all(stem.isalnum() for stem in stems(text, "de"))
