"""How many comments somebody may write in a while."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposals.rules.commenting import (
    LONGEST_COMMENT,
    MOST_AT_ONCE,
    WHILE,
    fault_of,
    minutes_to_wait,
)
from proposals.rules.handing_in import Fault

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
times = st.lists(st.integers(0, 1_800).map(lambda s: NOW - timedelta(seconds=s)))


@pytest.mark.parametrize(
    "text,fault",
    [
        ("", Fault.NOTHING_TO_READ),
        (" \n!?", Fault.NOTHING_TO_READ),
        ("a" * LONGEST_COMMENT, None),
        ("a" * 20_000, Fault.TOO_LONG),
        ("مرحبا Welt", None),
    ],
)
def test_a_comment_has_something_to_read_and_an_end(text, fault):
    assert fault_of(text) == fault


@given(times)
def test_after_the_pause_one_more_may_be_written_and_not_before(written):
    minutes = minutes_to_wait(written, now=NOW)
    recent = [at for at in written if at > NOW - WHILE]

    assert (minutes == 0) is (len(recent) < MOST_AT_ONCE)
    assert minutes_to_wait(written, now=NOW + timedelta(minutes=minutes)) == 0


@given(times)
def test_the_order_in_which_times_are_told_does_not_matter(written):
    assert minutes_to_wait(written, now=NOW) == minutes_to_wait(
        sorted(written), now=NOW
    )
