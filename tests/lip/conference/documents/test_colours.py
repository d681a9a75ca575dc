import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.conference.documents.colours import (
    INK,
    PAPER,
    QUIET_INK,
    contrast,
    deepened,
    ink_on,
)

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@settings(deadline=None)
@given(COLOURS)
def test_letters_on_any_accent_are_readable(accent):
    assert contrast(ink_on(accent), accent) >= 4.1


@settings(deadline=None)
@given(COLOURS)
def test_a_deepened_accent_is_read_on_white_at_seven_to_one(accent):
    assert contrast(deepened(accent), PAPER) >= 7


@pytest.mark.parametrize("ink", [INK, QUIET_INK])
def test_our_inks_are_read_on_white_at_seven_to_one(ink):
    assert contrast(ink, PAPER) >= 7


def test_a_dark_accent_stays_as_it_is():
    assert deepened("#14507a") == "#14507a"


def test_short_colours_are_understood():
    assert contrast("#000", "#fff") == 21
