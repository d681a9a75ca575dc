"""Numbers of council papers, found in texts as they really are."""

import json
from pathlib import Path

import pytest

from lip.bodies.rules.references import key_of, normal, references_in

REAL = Path(__file__).parents[5] / "shared" / "data"
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
        ("DS 15-2024", ["15/2024"]),
        ("Drs. Nr. 0823/2021 N1", ["0823/2021 N1"]),
        ("Informationsdrucksache Nr. 0792/2019 N1 E1.", ["0792/2019 N1 E1"]),
        ("DS-Nr. 0073/2023 und Vorlage-Nr.: 2025/1064", ["0073/2023", "2025/1064"]),
        ("Drucksachennummer 1003/2016; DRUCKSACHE NR. 4/2016", ["1003/2016", "4/2016"]),
        ("Änderungsantrag Nr. 0597/2008 zu Drucks. Nr. 0094/2008",
         ["0597/2008", "0094/2008"]),
        ("Antrag Nr. H-0390/2019, Anfrage Nr. 1/2020", ["H-0390/2019", "1/2020"]),
        ("Drucksache Nr. 2088 / 2016", ["2088/2016"]),
        ("Vorlage 2022/0851/1 und DHH/2023/5045", ["2022/0851/1", "DHH/2023/5045"]),
        ("ein Antrag 3/2016, eine Anfrage 2019/2020", []),
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
        ("karlsruhe/beschlussvorlage_2024_0027.txt", ["2024/0027"]),
        ("karlsruhe/kapitel_3_sprache_und_bildung.md", ["2018/0535"]),
        ("seeds/000_25b2ecd8a04dba25.txt", []),
        ("seeds/001_f04ba1c7d51d30d3.txt", []),
        ("seeds/002_5b5f3c9c4a2e7872.txt", []),
        ("seeds/003_bb35b3cb7fc7d0db.txt", []),
        ("seeds/004_751b97ab792e6fd7.txt", ["1003/2016"]),
    ],
)
def test_real_texts_name_these_and_no_school_years(name: str, found: list[str]):
    text = (REAL / name).read_text(encoding="utf-8")

    assert [one.reference for one in references_in(text)] == found


@pytest.mark.skipif(not REAL.is_dir(), reason="the real papers are not on this machine")
def test_every_numbered_real_paper_is_found_by_its_number():
    listed = REAL / "karlsruhe" / "oparl_papers_integration.json"
    papers = json.loads(listed.read_text(encoding="utf-8"))["data"]
    numbers = [one["reference"] for one in papers if "/" in one["reference"]]
    names = [one["name"] for one in papers]
    names += [file["name"] for one in papers for file in one["auxiliaryFile"]]

    found = [
        [hit.reference for hit in references_in(f"Siehe Vorlage {one}.")]
        for one in numbers
    ]

    assert found == [[one] for one in numbers]
    assert len(numbers) == 97
    assert [hit for name in names for hit in references_in(name)] == []


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
