import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.conference.documents.fonts import (
    FAMILIES,
    characters,
    direction,
    family_of,
    font_file,
    runs,
    settable,
    width,
)


@pytest.mark.parametrize(
    "script",
    [
        "German",
        "Turkish",
        "Arabic",
        "Persian",
        "Ukrainian",
        "Vietnamese",
        "Tigrinya",
    ],
)
def test_names_of_the_seven_languages_are_set_as_they_are_written(names, script):
    assert settable(names[script]) == names[script]


@pytest.mark.parametrize(
    "name",
    [
        "Şilan Xanî-Êzdîn",  # Kurmancî
        "ڕێبین گۆران",  # Sorani
        "ګل پښتون ځلاند",  # Pashto
        "Łukasz Żółć",
        "Gjergj Çela",
        "Ștefan Țurcanu",
        "Əli Həsənov",
        "Нәзира Қызы Ғани",
        "Ѓорѓи Ќосев",
        "Ђорђе Љиљанић",
        "Ọlúwáṣẹ́gun Adébáyọ̀",
        "Ŋaŋa Ɛnyonam Ɔfori",
        "Γιάννης Ἀθήναιος",
        "მარიამ",
        "Արամ",
        "אברהם",
        "O'Connor d’Été",
    ],
)
def test_names_of_many_more_languages_are_set_as_they_are_written(name):
    assert all(settable(letter) for letter in name if letter.isalpha())
    assert all(run.text for run in runs(settable(name)))


@pytest.mark.parametrize("family", FAMILIES)
def test_both_weights_have_the_same_letters(family):
    with TTFont(font_file(family, bold=True)) as bold:
        assert frozenset(bold.getBestCmap()) == characters(family)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_font_says_that_it_is_free(family):
    with TTFont(font_file(family)) as font:
        assert "SIL Open Font License" in font["name"].getDebugName(13)


@pytest.mark.parametrize(
    "written,set_as",
    [
        ("Zoë 🎉", "Zoë"),
        ("\u202eevil", "evil"),
        ("a\u200bb", "ab"),
        ("two\nlines\tand tabs", "two lines and tabs"),
        ("  spaces  everywhere ", "spaces everywhere"),
        ("Ａｎｎａ", "Anna"),
        ("e\u0301", "é"),
        ("\u0301a", "a"),
        ("a\u064b", "a"),
        ("\ud800x\x00", "x"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("a\u200cb", "ab"),
        ("王 Wang", "Wang"),
        ("👩‍👩‍👧", ""),
    ],
)
def test_what_cannot_be_set_is_replaced_or_dropped(written, set_as):
    assert settable(written) == set_as


@settings(deadline=None)
@given(st.text())
def test_every_letter_that_is_kept_has_a_font(text):
    clean = settable(text)

    assert settable(clean) == clean
    assert all(letter == " " or family_of(letter) for letter in clean)
    assert "".join(run.text for run in runs(clean)) == clean
    for run in runs(clean):
        assert {ord(letter) for letter in run.text} <= characters(run.family)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_width_is_never_negative(text):
    assert width(settable(text)) >= 0


def test_a_name_in_two_scripts_is_cut_where_the_direction_turns():
    pieces = [(run.text, run.direction) for run in runs("أحمد (Ahmad) الخطيب")]

    assert [turned for _text, turned in pieces if turned == "ltr"] == ["ltr"]
    assert ("Ahmad", "ltr") in pieces


@pytest.mark.parametrize(
    "text,expected",
    [("Anna", "ltr"), ("أحمد Anna", "rtl"), ("12 אב", "rtl"), ("12", "ltr")],
)
def test_the_first_letter_decides_the_direction(text, expected):
    assert direction(text) == expected
