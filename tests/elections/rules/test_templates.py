"""The rules of real elections as their sources have them."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from elections.actions.from_template import wishes_of
from elections.actions.wish import wish_faults
from elections.rules.eligibility import Condition
from elections.rules.planning import Method
from elections.rules.stages import Entitled, TieRule
from elections.rules.templates import TEMPLATES, TemplateName
from elections.template_words import EXPLAINED, LABELS, SOURCES

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2024, 12, 10)
FIVE = ("Sprache und Bildung", "Gesundheit, Senioren und Sport")

# name, elections, seats, deputies, method, votes, own limit, advance, ties
KNOWN = [
    ("hall", 1, 4, 0, Method.BLOCK, 4, None, 0, TieRule.LOT),
    ("hannover-2019", 1, 2, 0, Method.BLOCK, 2, None, 0, TieRule.LOT),
    ("hannover-2022", 1, 4, 0, Method.LIMITED, 2, None, 8, TieRule.LOT),
    ("hannover-2025", 1, 4, 0, Method.LIMITED, 2, 1, 0, TieRule.LOT),
    ("karlsruhe", 5, 2, 2, Method.BLOCK, 2, None, 0, TieRule.RUNOFF),
]


def of(name):
    return wishes_of(TEMPLATES[TemplateName(name)], polls_on=DAY, zone=BERLIN)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known[0])
def test_a_template_says_what_its_source_says(known):
    name, many, *rest = known

    wishes = of(name)

    assert len(wishes) == many
    for wish in wishes:
        assert [
            wish.seats,
            wish.deputies,
            wish.method,
            wish.votes_each,
            wish.own_limit,
            wish.advance,
            wish.ties,
        ] == rest
        assert not wish_faults(wish, zone=BERLIN)
        assert set(wish.title) >= {"de", "en", "ar"}


def test_who_votes_and_who_stands_is_as_it_was():
    assert of("hall")[0].entitled is Entitled.PRESENT
    assert set(of("hannover-2019")[0].standing_rules) == {
        "association_on_list",
        "one_per_association",
        "not_umbrella",
    }
    assert set(of("karlsruhe")[0].standing_rules) == {
        "adult",
        "resident",
        "not_a_delegate",
    }
    assert TEMPLATES[TemplateName.KARLSRUHE].delegates == 2


def test_karlsruhe_has_ten_seats_and_the_days_of_2024():
    wishes = of("karlsruhe")

    assert sum(wish.seats for wish in wishes) == 10
    assert sum(wish.deputies for wish in wishes) == 10
    assert [wish.called_on for wish in wishes] == [date(2024, 9, 17)] * 5
    until = wishes[0].nominations_until
    assert until is not None
    assert until.strftime("%d.%m.%Y %H:%M") == "12.11.2024 12:00"
    assert wishes[0].objections_until == date(2024, 12, 18)
    assert all(part in str([wish.title["de"] for wish in wishes]) for part in FIVE)


def test_without_a_day_there_is_no_timetable():
    (wish,) = wishes_of(
        TEMPLATES[TemplateName.HANNOVER_2019], polls_on=None, zone=BERLIN
    )

    assert wish.nominations_until is None
    assert wish.called_on is None


def test_every_template_has_words_and_known_conditions():
    for name in TemplateName:
        assert LABELS[name]
        assert EXPLAINED[name]
        assert name in SOURCES
        for code in TEMPLATES[name].standing_rules:
            assert Condition(code)


def test_karlsruhe_lets_each_association_send_two_delegates():
    assert {one.delegates for one in of("karlsruhe")} == {2}
    assert {one.delegates for one in of("hannover-2019")} == {1}
