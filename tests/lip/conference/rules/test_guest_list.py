"""A list is judged against itself and against those already registered."""

import dataclasses
import json
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.column import Column
from lip.conference.rules.findings import Code, Finding
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_list import (
    Choice,
    Existing,
    Likeness,
    RowStatus,
    Twin,
    chosen,
    judge,
    source_key,
)
from lip.conference.rules.guest_report import as_plain
from lip.conference.rules.guest_rows import GuestRow

HERE = UUID(int=1)
ADA = Guest(given_name="Ada", family_name="Lovelace", email="ada@example.org")
BEN = Guest(given_name="Ben", family_name="Öztürk", organisation="Verein")
CARLA = Guest(given_name="Carla", family_name="Öztürk", email="family@example.org")
DENIZ = Guest(given_name="Deniz", family_name="Öztürk", email="Family@example.org")


def rows(*guests):
    return [GuestRow(line=line, guest=guest) for line, guest in enumerate(guests, 2)]


def registered(report):
    return [
        Existing(id=UUID(int=row.line), guest=row.guest, source_key=row.source_key)
        for row in report.rows
        if row.status is not RowStatus.FAULTY
    ]


def statuses(report):
    return [row.status for row in report.rows]


def codes(row):
    return [finding.code for finding in row.findings]


def test_a_first_import_is_new():
    report = judge(rows(ADA, BEN), conference=HERE)

    assert statuses(report) == [RowStatus.NEW, RowStatus.NEW]


def test_a_second_import_changes_nothing():
    first = judge(rows(ADA, BEN, ADA, DENIZ), conference=HERE)

    second = judge(
        rows(ADA, BEN, ADA, DENIZ), conference=HERE, existing=registered(first)
    )

    assert statuses(second) == [RowStatus.ALREADY_THERE] * 4
    assert [row.participant for row in second.rows] == [
        UUID(int=line) for line in (2, 3, 4, 5)
    ]
    assert chosen(second, Choice.ALL) == ()


guests = st.builds(
    Guest,
    given_name=st.sampled_from(["Ada", "Ben", ""]),
    family_name=st.sampled_from(["Öztürk", "Demir"]),
    email=st.sampled_from(["", "a@example.org"]),
    diet=st.sampled_from(["", "vegan"]),
    external_id=st.sampled_from(["", "7"]),
)


@given(st.lists(guests, max_size=8), st.randoms())
def test_the_order_of_rows_never_matters_for_what_is_already_there(people, chance):
    first = judge(rows(*people), conference=HERE)
    shuffled = chance.sample(people, len(people))

    second = judge(rows(*shuffled), conference=HERE, existing=registered(first))

    assert statuses(second) == [RowStatus.ALREADY_THERE] * len(people)


@given(st.lists(guests, max_size=8))
def test_no_two_rows_have_the_same_key(people):
    report = judge(rows(*people), conference=HERE)

    assert len({row.source_key for row in report.rows}) == len(people)


def test_the_first_of_equal_entries_is_new_and_the_second_is_in_doubt():
    report = judge(rows(ADA, BEN, ADA), conference=HERE)

    first, _, second = report.rows
    assert first.status is RowStatus.NEW
    assert first.twins == (
        Twin(likeness=Likeness.SAME_ENTRY, name="Ada Lovelace", line=4),
    )
    assert second.status is RowStatus.POSSIBLE_DUPLICATE
    assert second.twins == (
        Twin(likeness=Likeness.SAME_ENTRY, name="Ada Lovelace", line=2),
    )


@pytest.mark.parametrize(
    "other, likeness",
    [
        (Guest(full_name="lovelace ADA"), Likeness.SAME_NAME),
        (Guest(full_name="Ada  Lovelace", email="x@example.org"), Likeness.SAME_NAME),
        (
            Guest(full_name="Ada M. Lovelace", email="ADA@example.org"),
            Likeness.SAME_EMAIL,
        ),
        (Guest(full_name="Ada Lovelac", email="ada@example.org"), Likeness.SAME_EMAIL),
        (Guest(given_name="Ada", email="ada@example.org"), Likeness.SAME_EMAIL),
    ],
)
def test_who_may_be_the_same_person_is_shown(other, likeness):
    report = judge(rows(ADA, other), conference=HERE)

    second = report.rows[1]
    assert second.status is RowStatus.POSSIBLE_DUPLICATE
    assert second.twins == (Twin(likeness=likeness, name="Ada Lovelace", line=2),)


def test_a_walk_in_with_the_same_name_is_shown():
    walk_in = Existing(id=UUID(int=9), guest=Guest(full_name="Ada Lovelace"))

    report = judge(rows(ADA), conference=HERE, existing=[walk_in])

    (row,) = report.rows
    assert row.status is RowStatus.POSSIBLE_DUPLICATE
    assert row.twins == (
        Twin(likeness=Likeness.SAME_NAME, name="Ada Lovelace", participant=UUID(int=9)),
    )


def test_a_family_with_one_address_is_no_duplicate():
    report = judge(rows(CARLA, DENIZ), conference=HERE)

    assert statuses(report) == [RowStatus.NEW, RowStatus.NEW]
    assert report.rows[0].findings == (
        Finding(code=Code.EMAIL_SHARED, column=Column.EMAIL, value="Deniz Öztürk"),
    )


def test_people_without_a_name_are_no_duplicates_of_each_other():
    nobody = Guest(organisation="Presse")

    report = judge(rows(nobody, nobody), conference=HERE)

    assert statuses(report) == [RowStatus.NEW, RowStatus.NEW]


def test_a_number_twice_is_said():
    report = judge(
        rows(
            dataclasses.replace(ADA, external_id="7"),
            dataclasses.replace(BEN, external_id="7"),
        ),
        conference=HERE,
    )

    assert [codes(row) for row in report.rows] == [[Code.NUMBER_TWICE]] * 2
    assert statuses(report) == [RowStatus.NEW, RowStatus.NEW]


def test_a_corrected_name_under_the_same_number_is_a_change():
    there = Existing(
        id=UUID(int=9),
        guest=Guest(external_id="7", given_name="Ada", family_name="Lovelac"),
        source_key=UUID(int=5),
    )
    corrected = Guest(external_id="7", given_name="Ada", family_name="Lovelace")

    (row,) = judge(rows(corrected), conference=HERE, existing=[there]).rows

    assert row.status is RowStatus.CHANGED
    assert row.changed == (Column.FAMILY_NAME,)
    assert row.participant == UUID(int=9)


def test_another_person_with_the_same_number_is_new():
    there = Existing(id=UUID(int=9), guest=Guest(external_id="7", full_name="Xi Li"))
    other = Guest(external_id="7", full_name="Ada Lovelace")

    (row,) = judge(rows(other), conference=HERE, existing=[there]).rows

    assert row.status is RowStatus.NEW
    assert codes(row) == [Code.NUMBER_TAKEN]


def changed(before, after, *, mapped=frozenset(Column), needs_known=True):
    there = Existing(
        id=UUID(int=9),
        guest=before,
        source_key=source_key(HERE, before, 1),
        needs_known=needs_known,
    )
    (row,) = judge(rows(after), conference=HERE, existing=[there], mapped=mapped).rows
    return row.changed


def test_other_needs_of_the_same_person_are_a_change():
    vegan = dataclasses.replace(ADA, diet="vegan")

    assert changed(ADA, vegan) == (Column.DIET,)
    assert changed(ADA, vegan, needs_known=False) == ()
    assert changed(ADA, vegan, mapped=frozenset({Column.EMAIL})) == ()


def test_what_the_list_does_not_say_is_no_change():
    assert changed(dataclasses.replace(ADA, role="Presse"), ADA) == ()


def test_a_right_to_vote_taken_away_is_a_change():
    voter = dataclasses.replace(ADA, may_vote=True)

    assert changed(voter, ADA) == (Column.MAY_VOTE,)


FAULTY = GuestRow(
    line=9, guest=Guest(full_name="Xi"), findings=(Finding(code=Code.NOBODY),)
)


def mixed():
    there = judge(rows(BEN), conference=HERE)
    renamed = dataclasses.replace(BEN, role="Presse")
    return judge(
        [*rows(ADA, ADA, renamed, CARLA), FAULTY],
        conference=HERE,
        existing=registered(there),
    )


def test_each_row_has_one_verdict():
    report = mixed()

    assert statuses(report) == [
        RowStatus.NEW,
        RowStatus.POSSIBLE_DUPLICATE,
        RowStatus.CHANGED,
        RowStatus.NEW,
        RowStatus.FAULTY,
    ]
    assert report.count(RowStatus.NEW) == 2
    assert sum(report.counts.values()) == 5


@pytest.mark.parametrize(
    "choice, ticked, lines",
    [
        (Choice.ALL, [], [2, 3, 5]),
        (Choice.GOOD_ONLY, [], [2, 5]),
        (Choice.GOOD_ONLY, [3, 9], [2, 3, 5]),
        (Choice.TICKED, [], []),
        (Choice.TICKED, [5, 4, 9], [4, 5]),
        (Choice.ALL, [4], [2, 3, 4, 5]),
    ],
)
def test_an_organiser_chooses(choice, ticked, lines):
    picked = chosen(mixed(), choice, frozenset(ticked))

    assert [row.line for row in picked] == lines


def test_a_report_is_plain_json():
    plain = json.loads(json.dumps(as_plain(mixed(), say=lambda finding: finding.code)))

    assert plain["counts"] == {
        "new": 2,
        "already_there": 0,
        "changed": 1,
        "possible_duplicate": 1,
        "faulty": 1,
    }
    assert plain["rows"][1]["twins"] == [
        {
            "likeness": "same_entry",
            "name": "Ada Lovelace",
            "line": 2,
            "participant": None,
        },
    ]
    assert plain["rows"][4]["findings"] == [
        {
            "level": "error",
            "code": "nobody",
            "column": None,
            "value": "",
            "sentence": "nobody",
        },
    ]


def test_keys_depend_on_the_conference():
    assert source_key(HERE, ADA, 1) != source_key(UUID(int=2), ADA, 1)


def test_keys_ignore_case_and_the_writing_of_numbers():
    one = dataclasses.replace(ADA, phone="+49 511 55-5")
    other = dataclasses.replace(ADA, phone="+49(511)555", email="ADA@example.org")

    assert source_key(HERE, one, 1) == source_key(HERE, other, 1)


def test_a_thousand_equal_names_are_judged_at_once():
    report = judge(
        rows(*[dataclasses.replace(ADA, external_id=str(n)) for n in range(3000)]),
        conference=HERE,
    )

    assert all(len(row.twins) <= 5 for row in report.rows)
    assert report.count(RowStatus.POSSIBLE_DUPLICATE) == 2999
