"""Figures that are published give away no small count, also to those who subtract."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from lip.attendance.rules.figures import (
    Figures,
    Line,
    Table,
    counted,
    for_everybody,
    people_of,
    public_people,
    public_table,
)
from lip.registration.rules.small_counts import LEAST


def shown(came: int, no_shows: int, walk_ins: int):
    people = people_of(came=came, no_shows=no_shows, walk_ins=walk_ins, cancelled=0)
    return public_people(people)


def test_large_counts_are_all_shown():
    people = shown(100, 20, 10)

    assert (people.registered, people.arrived) == (120, 110)
    assert (people.no_shows, people.walk_ins) == (20, 10)


def test_a_small_part_hides_what_would_give_it_away():
    people = shown(100, 3, 20)

    assert (people.registered, people.arrived) == (None, 120)
    assert (people.no_shows, people.walk_ins) == (None, None)


def test_nobody_who_knows_the_rule_can_work_a_hidden_count_out():
    """Try every small conference: each published answer fits several of them."""
    candidates = defaultdict(set)
    for came in range(14):
        for no_shows in range(14):
            for walk_ins in range(14):
                answer = shown(came, no_shows, walk_ins)
                candidates[answer].add((came, no_shows, walk_ins))

    whole = [one for one in candidates if (one.arrived or 0) < 14]
    for answer in (one for one in whole if (one.registered or 0) < 14):
        fitting = candidates[answer]
        for place, number in ((1, answer.no_shows), (2, answer.walk_ins)):
            if number is None and (answer.arrived or 0) >= LEAST:
                assert len({one[place] for one in fitting}) > 1, (answer, fitting)


def test_words_are_counted_the_most_frequent_first():
    table = counted(["ar", "de", "de", "", "uk", "uk"], key="languages")

    assert [(line.word, line.number) for line in table.lines] == [
        ("de", 2),
        ("uk", 2),
        ("", 1),
        ("ar", 1),
    ]


def test_hidden_lines_of_a_whole_become_one():
    table = counted(
        ["de"] * 30 + ["ar"] * 12 + ["uk"] * 3 + ["ti"] * 4, key="languages"
    )

    public = public_table(table, of=49)

    assert [(line.word, line.number) for line in public.lines] == [
        ("de", 30),
        ("ar", 12),
    ]
    assert public.rest == 7


def test_what_stands_alone_is_hidden_when_few_are_in_it_or_few_are_not():
    lines = tuple(
        Line(word=word, number=many) for word, many in (("de", 97), ("ar", 40))
    )
    few = Line(word="ti", number=3)
    table = Table(key="spoken", lines=(*lines, few), parts=False)

    public = public_table(table, of=100)

    assert [line.number for line in public.lines] == [None, 40, None]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_no_published_line_is_small_and_all_lines_add_up(counts):
    lines = tuple(
        Line(word=str(place), number=number) for place, number in enumerate(counts)
    )

    public = public_table(Table(key="groups", lines=lines), of=sum(counts))

    assert all((line.number or 0) >= LEAST for line in public.lines)
    if sum(counts) >= LEAST:
        total = sum(line.number or 0 for line in public.lines) + (public.rest or 0)
        assert total == sum(counts)
        assert public.rest is None or public.rest >= LEAST


def test_hours_of_a_few_people_are_hidden_with_them():
    few = Figures(
        people=people_of(came=2, no_shows=9, walk_ins=0, cancelled=0),
        organisations=1,
        minutes=600,
        tables=(),
    )

    assert for_everybody(few).minutes is None
    assert few.average == 300
