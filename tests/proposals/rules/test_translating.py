"""Who may write, check and withdraw translations; when a machine is asked again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.rules.handing_in import Fault, Wording
from proposals.rules.translating import (
    LONGEST_TRANSLATION,
    MOST_TRIES,
    ErrandState,
    Trouble,
    Written,
    after_trouble,
    fault_of,
    mark_of,
    may_check,
    may_withdraw,
    may_write,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MACHINE = Written(by_machine=True, checked=False)
CHECKED_MACHINE = Written(by_machine=True, checked=True)
OWN = Written(by_machine=False, checked=False, own=True)
OWN_CHECKED = Written(by_machine=False, checked=True, own=True)
OTHERS = Written(by_machine=False, checked=False)
EARLIER = Written(by_machine=False, checked=True, earlier_wording=True)


@pytest.mark.parametrize(
    "there,write,check,withdraw",
    [
        (MACHINE, True, True, False),
        (CHECKED_MACHINE, False, False, False),
        (OWN, True, False, True),
        (OWN_CHECKED, True, False, True),
        (OTHERS, False, True, False),
        (EARLIER, True, False, False),
    ],
)
def test_participants_fill_gaps_and_check_what_is_not_theirs(
    there, write, check, withdraw
):
    assert may_write(there, staff=False) is write
    assert may_check(there, staff=False) is check
    assert may_withdraw(there, staff=False) is withdraw


@pytest.mark.parametrize("there", [MACHINE, CHECKED_MACHINE, OTHERS, OWN, EARLIER])
def test_staff_may_write_and_take_away_everything(there):
    assert may_write(there, staff=True)
    assert may_withdraw(there, staff=True)


def test_nobody_checks_what_is_checked_or_of_an_earlier_wording():
    assert not may_check(CHECKED_MACHINE, staff=True)
    assert not may_check(EARLIER, staff=True)
    assert may_check(OTHERS, staff=True)


def test_where_nothing_is_anybody_may_begin():
    assert may_write(None, staff=False)


@given(st.sampled_from(Trouble), st.integers(1, 20))
def test_asking_again_ends_and_its_pauses_are_not_in_the_past(trouble, tries):
    state, due_at = after_trouble(trouble, tries=tries, now=NOW)

    assert state in {ErrandState.WAITING, ErrandState.FAILED}
    assert (due_at > NOW) is (state is ErrandState.WAITING)
    if tries >= MOST_TRIES:
        assert state is ErrandState.FAILED


def test_pauses_grow():
    pauses = [
        after_trouble(Trouble.BUSY, tries=tries, now=NOW)[1]
        for tries in range(1, MOST_TRIES)
    ]

    assert pauses == sorted(set(pauses))


@pytest.mark.parametrize("trouble", [Trouble.LANGUAGE_UNKNOWN, Trouble.REFUSED])
def test_what_would_come_again_is_not_asked_again(trouble):
    assert after_trouble(trouble, tries=1, now=NOW)[0] is ErrandState.FAILED


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
def test_a_mark_names_exactly_these_words(one, other):
    marks = {mark_of(Wording(title=title, text=text)) for title, text in (one, other)}

    assert (len(marks) == 1) is (one == other)


@pytest.mark.parametrize(
    "text,fault",
    [
        ("", Fault.NOTHING_TO_READ),
        ("… 😀", Fault.NOTHING_TO_READ),
        ("a" * LONGEST_TRANSLATION, None),
        ("a" * (LONGEST_TRANSLATION + 1), Fault.TOO_LONG),
        ("<b>kurz</b>", None),
    ],
)
def test_a_translation_has_something_to_read_and_an_end(text, fault):
    assert fault_of(Wording(text=text)) == fault
