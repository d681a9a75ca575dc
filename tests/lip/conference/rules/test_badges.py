import dataclasses
import itertools

import pytest

from lip.conference.rules.badges import FORMATS, USUAL, Back, grouped


@pytest.mark.parametrize("format_", FORMATS.values(), ids=lambda each: each.name)
def test_every_format_fits_its_page(format_):
    assert format_.fits


@pytest.mark.parametrize("format_", FORMATS.values(), ids=lambda each: each.name)
def test_no_two_badges_overlap(format_):
    width, height = format_.badge

    for (left, top), (other_left, other_top) in itertools.combinations(
        format_.cells(), 2
    ):
        assert (
            abs(left - other_left) >= width - 0.001
            or abs(top - other_top) >= height - 0.001
        )


def test_the_usual_format_has_ten_badges_centred_on_a4():
    lefts = sorted({left for left, _top in USUAL.cells()})
    tops = sorted({top for _left, top in USUAL.cells()})

    assert USUAL.per_sheet == 10
    assert lefts[0] == USUAL.page[0] - lefts[-1] - USUAL.badge[0]
    assert tops[0] == USUAL.page[1] - tops[-1] - USUAL.badge[1]


def test_badges_fill_a_row_then_the_next_then_the_next_page():
    places = [USUAL.front(index) for index in (0, 1, 2, 10)]

    assert [place.page for place in places] == [0, 0, 0, 1]
    assert [place.left for place in places] == [17.5, 112.5, 17.5, 17.5]
    assert [place.top for place in places] == [13.5, 13.5, 68.5, 13.5]


@pytest.mark.parametrize(
    "format_",
    [each for each in FORMATS.values() if each.reverse is Back.PRINTED],
    ids=lambda each: each.name,
)
def test_a_printed_back_is_the_mirror_image_on_the_next_page(format_):
    for index in range(2 * format_.per_sheet):
        front, back = format_.front(index), format_.back(index)

        assert back is not None
        assert back.page == front.page + 1
        assert back.top == front.top
        turned = format_.page[0] - back.left - format_.badge[0]
        assert turned == front.left


def test_a_folded_back_touches_its_front():
    folded = FORMATS["a4-2-a6-fold"]

    front, back = folded.front(1), folded.back(1)

    assert back is not None
    assert (back.page, back.top) == (front.page, front.top)
    assert back.left + folded.badge[0] == front.left


def test_a_plain_badge_has_no_back():
    assert USUAL.back(0) is None


@pytest.mark.parametrize(
    "change",
    [
        {"columns": 3},
        {"rows": 6},
        {"badge": (100.0, 50.0)},
        {"margin": (40.0, 13.5)},
        {"reverse": Back.FOLDED},
        {"rows": 0},
    ],
)
def test_a_format_by_hand_that_leaves_the_page_does_not_fit(change):
    assert not dataclasses.replace(USUAL, **change).fits


@pytest.mark.parametrize("code", ["K7QX9MPTW3HD", "K7QX-9MPT-W3HD"])
def test_a_code_is_printed_in_groups_of_four(code):
    assert grouped(code) == "K7QX-9MPT-W3HD"
