from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.mail.rules.letters import Fate, Trouble
from lip.mail.rules.retries import (
    AFTER_TEXT,
    BEFORE_TEXT,
    SET_UP_WAIT,
    UNTRIED_WAIT,
    WAITS,
    after_try,
    by_code,
    pause,
)

NOW = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the clocks go back in half an hour


@pytest.mark.parametrize(
    "trouble, fate",
    [
        (Trouble.NONE, Fate.SENT),
        (Trouble.REFUSED, Fate.FAILED),
        (Trouble.ADDRESS_UNUSABLE, Fate.FAILED),
        (Trouble.ADDRESS_BEYOND_ASCII, Fate.FAILED),
        (Trouble.NO_RECEIPT, Fate.UNCERTAIN),
        (Trouble.STOPPED_MIDWAY, Fate.UNCERTAIN),
        (Trouble.TOLD_TO_WAIT, Fate.WAITING),
        (Trouble.UNREACHABLE, Fate.WAITING),
    ],
)
def test_what_becomes_of_a_letter(trouble: Trouble, fate: Fate):
    verdict = after_try(trouble, tries=1, now=NOW)

    assert verdict.fate is fate
    assert (verdict.next_try_at is not None) == (fate is Fate.WAITING)


def test_pauses_grow_up_to_a_day_and_end_after_three():
    pauses = []
    for tries in range(1, len(WAITS) + 1):
        verdict = after_try(Trouble.TOLD_TO_WAIT, tries=tries, now=NOW)
        assert verdict.next_try_at is not None
        pauses.append(verdict.next_try_at - NOW)

    last = after_try(Trouble.TOLD_TO_WAIT, tries=len(WAITS) + 1, now=NOW)

    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(minutes=1)
    assert max(pauses) == timedelta(days=1)
    assert sum(pauses, timedelta()) > timedelta(days=3)
    assert (last.fate, last.trouble) == (Fate.FAILED, Trouble.GAVE_UP)


def test_a_letter_is_not_tried_after_the_moment_it_is_good_for():
    until = NOW + timedelta(minutes=10)

    soon = after_try(Trouble.TOLD_TO_WAIT, tries=1, now=NOW, send_until=until)
    late = after_try(Trouble.TOLD_TO_WAIT, tries=3, now=NOW, send_until=until)

    assert soon.fate is Fate.WAITING
    assert (late.fate, late.trouble) == (Fate.FAILED, Trouble.TOO_LATE)


@given(
    st.sampled_from(Trouble),
    st.integers(min_value=0, max_value=50),
    st.none() | st.timedeltas(timedelta(days=-9), timedelta(days=9)),
)
def test_a_waiting_letter_always_has_a_next_try_in_time(
    trouble: Trouble, tries: int, left: timedelta | None
):
    until = None if left is None else NOW + left

    verdict = after_try(trouble, tries=tries, now=NOW, send_until=until)

    if verdict.fate is Fate.WAITING:
        assert verdict.next_try_at is not None
        assert NOW < verdict.next_try_at <= (until or verdict.next_try_at)
    else:
        assert verdict.next_try_at is None
    assert verdict.fate not in {Fate.SENDING, Fate.CALLED_OFF}
    if trouble in {Trouble.NO_RECEIPT, Trouble.STOPPED_MIDWAY}:
        assert verdict.fate is Fate.UNCERTAIN  # never again by itself


@pytest.mark.parametrize(
    "code, trouble",
    [
        (250, Trouble.NONE),
        (421, Trouble.TOLD_TO_WAIT),
        (451, Trouble.TOLD_TO_WAIT),
        (550, Trouble.REFUSED),
        (354, Trouble.NO_RECEIPT),
        (-1, Trouble.NO_RECEIPT),
    ],
)
def test_codes_of_servers(code: int, trouble: Trouble):
    assert by_code(code) is trouble


def test_servers_that_do_not_let_us_in_are_not_hammered():
    assert pause(Trouble.UNREACHABLE) == UNTRIED_WAIT
    assert pause(Trouble.LOGIN_REFUSED) == pause(Trouble.NOT_ENCRYPTED) == SET_UP_WAIT


def test_a_receipt_is_awaited_longer_than_servers_may_take():
    assert BEFORE_TEXT < timedelta(minutes=10) < AFTER_TEXT  # RFC 5321, 4.5.3.2.6
