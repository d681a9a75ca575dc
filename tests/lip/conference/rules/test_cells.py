"""Cells are tidied, and what was done is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.cells import clean
from lip.conference.rules.column import Column
from lip.conference.rules.findings import Code
from lip.conference.rules.guest import LIMITS


def cleaned(text, column=Column.ORGANISATION):
    tidy, findings = clean(text, column)
    return tidy, [finding.code for finding in findings]


@pytest.mark.parametrize(
    "text, tidy, codes",
    [
        ("Verein", "Verein", []),
        ("", "", []),
        ("  Дубина ", "Дубина", [Code.TRIMMED]),
        ("a\u00a0 b", "a b", [Code.TRIMMED]),
        ("a\tb", "a b", [Code.TRIMMED]),
        ("Zeile mit\nUmbruch", "Zeile mit Umbruch", [Code.LINE_BREAK]),
        ("a\r\nb", "a b", [Code.LINE_BREAK]),
        ("a\u2028b", "a b", [Code.LINE_BREAK]),
        ("Ende\n", "Ende", [Code.TRIMMED]),
        ("a\u200bb\u00adc\x07d", "abcd", [Code.INVISIBLE_REMOVED]),
        ("a\x9fb", "ab", [Code.INVISIBLE_REMOVED]),
        ("Ada\u202egpj.exe", "Adagpj.exe", [Code.DIRECTION_REMOVED]),
        ("\u2066x\u2069", "x", [Code.DIRECTION_REMOVED]),
        ("K\ud800ln", "K\ufffdln", [Code.UNREADABLE_CHARACTER]),
        ("M\ufffdller", "M\ufffdller", [Code.UNREADABLE_CHARACTER]),
        ("=1+1", "=1+1", [Code.FORMULA]),
        ("@SUM(A1)", "@SUM(A1)", [Code.FORMULA]),
        ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", [Code.FORMULA]),
        ("-2+3+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", [Code.FORMULA]),
        ("+1 Begleitung", "+1 Begleitung", []),
        ("'=1+1", "=1+1", [Code.FORMULA]),
        ("'+49 511 1", "+49 511 1", []),
        ("''=1", "'=1", []),
        ("'s Gravenhage", "'s Gravenhage", []),
        ("<b>x</b>", "<b>x</b>", []),
        ("-", "", [Code.READ_AS_NONE]),
        ("n/a", "", [Code.READ_AS_NONE]),
        ("keine", "", [Code.READ_AS_NONE]),
        ("MÃ¼ller", "MÃ¼ller", [Code.GARBLED]),
        ("Müller", "Müller", []),
        ("Mu\u0308ller", "Müller", []),
    ],
)
def test_a_cell_is_tidied(text, tidy, codes):
    assert cleaned(text) == (tidy, codes)


def test_garbled_text_says_what_was_meant():
    _, (finding,) = clean("MÃ¼ller", Column.FAMILY_NAME)

    assert finding.value == "Müller"


def test_joiners_inside_a_persian_name_stay():
    assert cleaned("علی\u200cرضا", Column.GIVEN_NAME) == ("علی\u200cرضا", [])


def test_a_person_may_be_called_keine():
    assert cleaned("Keine", Column.FAMILY_NAME) == ("Keine", [])


def test_no_in_a_column_of_answers_is_no_placeholder():
    assert cleaned("nein", Column.MAY_VOTE) == ("nein", [])
    assert cleaned("no", Column.LANGUAGE) == ("no", [])


def test_too_long_is_said_and_nothing_is_cut():
    long = "x" * (LIMITS[Column.GIVEN_NAME] + 1)

    tidy, (finding,) = clean(long, Column.GIVEN_NAME)

    assert tidy == long
    assert finding.code is Code.TOO_LONG
    assert finding.value == "201"


@given(st.text(max_size=60), st.sampled_from(Column))
def test_a_tidied_cell_can_be_stored_and_shown(text, column):
    tidy, _ = clean(text, column)

    tidy.encode()
    assert not any(letter < " " or letter == "\x7f" for letter in tidy)
    assert tidy == tidy.strip()
    assert not set(tidy) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(max_size=60).filter(lambda text: not text.lstrip().startswith("'")))
def test_tidying_twice_changes_nothing(text):
    once, _ = clean(text, Column.NOTE)

    if not once.startswith("'"):
        assert clean(once, Column.NOTE)[0] == once
