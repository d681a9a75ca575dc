"""Whose badges are printed, and in which order."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.desks import desk_labels
from lip.conference.rules.keys import KEY_FORM, proposed_key
from lip.conference.rules.printing import (
    Printee,
    PrintOrder,
    Selection,
    Whose,
    chosen,
    number_ranges,
    sheets_needed,
)

NOON = datetime(2026, 11, 14, 12, tzinfo=UTC)


def a_person(number: int, **changes) -> Printee:
    facts = {
        "id": uuid4(),
        "issue": 1,
        "number": number,
        "name": f"Person {number}",
        "badge_name": "",
        "organisation": "",
        "role": "",
        "spoken_languages": (),
        "language": "",
        "only_on": None,
        "walk_in": False,
        "cancelled": False,
        "printed_at": None,
        "looked_for": "",
        "sorted_as": "",
    }
    return Printee(**(facts | changes))


def numbers(people, wish: Selection) -> list[int]:
    return [one.number for one in chosen(people, wish)]


@pytest.mark.parametrize(
    "wish, expected",
    [
        pytest.param(Selection(), [1, 2, 3, 4], id="all"),
        pytest.param(Selection(whose=Whose.UNPRINTED), [1, 3, 4], id="unprinted"),
        pytest.param(Selection(whose=Whose.WALK_INS), [3], id="walk-ins"),
        pytest.param(Selection(whose=Whose.ROLE, role="Presse"), [4], id="role"),
        pytest.param(
            Selection(whose=Whose.NUMBERS, numbers=(range(2, 4),)), [2, 3], id="numbers"
        ),
    ],
)
def test_only_the_wanted_people_get_badges(wish, expected):
    people = [
        a_person(1),
        a_person(2, printed_at=NOON),
        a_person(3, walk_in=True),
        a_person(4, role="Presse"),
        a_person(5, cancelled=True),
    ]

    assert numbers(people, wish) == expected


def test_the_same_wish_gives_the_same_sheets_after_printing():
    made_at = NOON
    before = a_person(1, printed_at=made_at - timedelta(hours=1))
    just_printed = a_person(2, printed_at=made_at + timedelta(seconds=5))
    wish = Selection(whose=Whose.UNPRINTED, since=made_at)

    assert numbers([before, just_printed], wish) == [2]


@pytest.mark.parametrize(
    "order, expected",
    [
        (PrintOrder.NAME, [3, 2, 1]),
        (PrintOrder.NUMBER, [1, 2, 3]),
        (PrintOrder.ORGANISATION, [2, 1, 3]),
    ],
)
def test_badges_lie_in_the_wished_order(order, expected):
    people = [
        a_person(1, sorted_as="c", organisation="Ökohaus"),
        a_person(2, sorted_as="b", organisation="amt"),
        a_person(3, sorted_as="a", organisation="Zentrum"),
    ]

    assert numbers(people, Selection(order=order)) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("7", (range(7, 8),)),
        ("1-20, 33", (range(1, 21), range(33, 34))),
        ("1 – 3; 5", (range(1, 4), range(5, 6))),
        ("4 5 6", (range(4, 5), range(5, 6), range(6, 7))),
        ("", None),
        ("one", None),
        ("9-1", None),
        ("1,,2", None),
        ("-5", None),
        ("٣", (range(3, 4),)),
    ],
)
def test_reads_numbers_as_people_write_them(text, expected):
    assert number_ranges(text) == expected


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_numbers(text):
    ranges = number_ranges(text)

    assert ranges is None or all(len(numbers) > 0 for numbers in ranges)


@given(st.integers(0, 5000), st.integers(1, 20))
def test_all_badges_fit_on_the_sheets_and_no_sheet_is_empty(badges, per_sheet):
    sheets = sheets_needed(badges, per_sheet=per_sheet)

    assert sheets * per_sheet >= badges
    assert (sheets - 1) * per_sheet < badges


@pytest.mark.parametrize(
    "first, count, expected",
    [
        ("Tisch 1", 3, ("Tisch 1", "Tisch 2", "Tisch 3")),
        ("Eingang", 2, ("Eingang 1", "Eingang 2")),
        ("Eingang", 1, ("Eingang",)),
        ("12", 2, ("12", "13")),
        ("", 3, ("",)),
    ],
)
def test_desks_are_counted_on(first, count, expected):
    assert desk_labels(first, count) == expected


@pytest.mark.parametrize(
    "title, expected",
    [
        ("Konferenz für alle 2026", "konferenz-fur-alle-2026"),
        ("  Straße & Platz ", "strasse-platz"),
        ("مؤتمر", ""),
    ],
)
def test_a_key_is_made_from_the_title(title, expected):
    assert proposed_key(title) == expected


@given(st.text(max_size=100))
def test_a_proposed_key_can_be_used(title):
    key = proposed_key(title)

    assert not key or KEY_FORM.fullmatch(key)
