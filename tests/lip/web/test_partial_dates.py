"""Dates that say no more than is known: in words, and as people type them."""

import pytest

from lip.partial_dates import PartialDate
from lip.web.forms import Form
from lip.web.partial_dates import read, said, typed
from lip.words import LANGUAGES, speaking

CODES = ["2022", "2019-40", "2019-41", "2019-33", "2019-36", "2018-01", "2017-12-31"]


@pytest.mark.parametrize(
    "text, code",
    [
        ("2022", "2022"),
        ("1. Halbjahr 2019", "2019-40"),
        ("erstes Halbjahr 2019", "2019-40"),
        ("im ersten Halbjahr 2019", "2019-40"),
        ("2. Hj. 2019", "2019-41"),
        ("H2/2020", "2020-41"),
        ("I. Quartal 2019", "2019-33"),
        ("IV. Quartal 2019", "2019-36"),
        ("Q3 2020", "2020-35"),
        ("dritten Quartal 2018", "2018-35"),
        ("01/2018", "2018-01"),
        ("1/2018", "2018-01"),
        ("12.2017", "2017-12"),
        ("Januar 2018", "2018-01"),
        ("ab Januar 2018", "2018-01"),
        ("Dez. 2017", "2017-12"),
        ("JANUAR  2018", "2018-01"),
        ("31.12.2017", "2017-12-31"),
        ("bis 31.12.2017;", "2017-12-31"),
        ("spätestens bis zum 1. März 2020", "2020-03-01"),
        ("bis Ende 2017", "2017"),
        ("Mitte 2018", "2018"),
        ("2019-40", "2019-40"),
        ("2017-12-31", "2017-12-31"),
    ],
)
def test_what_people_type_is_read(text: str, code: str) -> None:
    assert read(text) == PartialDate.load(code)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "erfolgt laufend",
        "2016 bis 2019",
        "vor 2018",
        "Sommer 2019",
        "ca. 2018",
        "31.12.17",
        "31.02.2017",
        "30. Februar 2017",
        "29.02.2019",
        "13/2018",
        "00/2018",
        "2018-13",
        "2019-44",
        "5. Quartal 2020",
        "3. Halbjahr 2020",
        "0000",
        "9999",
        "1. Januar",
        "noch in diesem Jahr",
        "2019" * 5000,
    ],
)
def test_what_is_no_date_is_never_guessed(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "code, words",
    [
        ("2022", "2022"),
        ("2019-40", "erstes Halbjahr 2019"),
        ("2019-41", "zweites Halbjahr 2019"),
        ("2019-34", "zweites Quartal 2019"),
        ("2018-01", "Januar 2018"),
        ("2017-12-31", "31. Dezember 2017"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(code: str, words: str) -> None:
    assert said(PartialDate.load(code)) == words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_date_in_a_field_is_read_back_in_each_language(
    code: str, language: str
) -> None:
    value = PartialDate.load(code)

    with speaking(language):
        assert read(typed(value)) == value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["2022", "2018-01", "2017-12-31"])
def test_what_a_page_says_can_be_typed(code: str, language: str) -> None:
    value = PartialDate.load(code)

    with speaking(language):
        assert read(said(value)) == value


def test_a_form_says_what_a_date_looks_like() -> None:
    form = Form({"at": ["bald"], "then": ["1. Halbjahr 2019"], "never": [""]})

    assert form.partial_date("at") is None
    assert form.partial_date("then") == PartialDate.load("2019-40")
    assert form.partial_date("never") is None
    assert list(form.errors) == ["at"]
