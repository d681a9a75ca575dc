"""The order in which candidates are shown favours nobody."""

from collections import Counter
from datetime import date, timedelta
from itertools import permutations

from elections.rules.fair_order import as_drawn, of_the_day

PEOPLE = ("ada", "bo", "cem", "dilek")
DAY = date(2026, 11, 24)


def test_everybody_sees_the_same_order_on_one_day():
    orders = {
        tuple(of_the_day(people, name=str, day=DAY)) for people in permutations(PEOPLE)
    }

    assert len(orders) == 1


def test_over_the_days_each_stands_first_about_as_often():
    days = [DAY + timedelta(days=n) for n in range(800)]

    first = Counter(of_the_day(PEOPLE, name=str, day=day)[0] for day in days)

    assert all(150 < first[name] < 250 for name in PEOPLE)


def test_after_the_draw_the_lot_decides():
    places = {"ada": 3, "bo": 1, "cem": 4, "dilek": 2}

    drawn = as_drawn(PEOPLE, place=places.__getitem__, name=str)

    assert drawn == ["bo", "dilek", "ada", "cem"]
