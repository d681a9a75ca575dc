"""Numbers of council papers, found in texts as they really are."""

from pathlib import Path

import pytest

from lip.bodies.rules.references import key_of, normal, references_in

REAL = Path(__file__).parents[5] / "shared" / "data" / "karlsruhe"
SAMPLE = Path(__file__).parents[4] / "lip" / "sample" / "papers" / "2088-2016.md"


@pytest.mark.parametrize(
    "text,found",
    [
        ("Mit der Drucksache 1003/2016 wurde", ["1003/2016"]),
        ("Drucks. Nr. 1003/2016", ["1003/2016"]),
        ("(DS 0286/2017), fortgeführt mit DS 0792/2019;", ["0286/2017", "0792/2019"]),
        ("e-government DS/2472-2019", ["2472/2019"]),
        ("Vorlage Nr.: 2024/0027", ["2024/0027"]),
        ("Informationsdrucksache\nNr. 2088/2016", ["2088/2016"]),
        ("Drucksachen 0094/2008, 0597/2008 und 15-2109/2016 E1",
         ["0094/2008", "0597/2008", "15-2109/2016 E1"]),
        ("Beschlussdrucksache Nr. 2472/2019.", ["2472/2019"]),
        ("im Schuljahr 2013/2014 und 2014/15", []),
        ("Bundestagsdrucksache 19/1234", []),
        ("am 26.09.2016 in 1003/2016 Fällen", []),
        ("Drucksache Nr. 12345678/2016", []),
    ],
)  # fmt: skip
def test_numbers_are_found_by_the_word_before_them(text: str, found: list[str]):
    hits = list(references_in(text))

    assert [one.reference for one in hits] == found
    assert [normal(text[one.start : one.end]) for one in hits] == found


def test_the_real_paper_names_one_other():
    text = SAMPLE.read_text(encoding="utf-8")

    assert [one.reference for one in references_in(text)] == ["1003/2016"]


@pytest.mark.skipif(not REAL.is_dir(), reason="the real texts are not on this machine")
@pytest.mark.parametrize(
    "name,found",
    [
        ("beschlussvorlage_2024_0027.txt", ["2024/0027"]),
        ("kapitel_3_sprache_und_bildung.md", ["2018/0535"]),
    ],
)
def test_school_years_in_real_texts_are_no_papers(name: str, found: list[str]):
    text = (REAL / name).read_text(encoding="utf-8")

    assert [one.reference for one in references_in(text)] == found


def test_a_long_text_of_numbers_is_read_in_one_pass():
    text = "Drucksache 1/2016, " * 20_000

    assert len(list(references_in(text))) == 20_000


@pytest.mark.parametrize(
    "reference,key",
    [
        ("2088/2016", "2088-2016"),
        (" 2088-2016  e1", "2088-2016-e1"),
        ("15-2109/2016", "15-2109-2016"),
        ("Antrag Nr. 7 „Räume“", "antrag-nr-7-r-ume"),
    ],
)
def test_a_number_has_one_place_in_addresses(reference: str, key: str):
    assert key_of(reference) == key
