"""How many attempts are too many."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.errors import TooMany
from lip.web.attempts import Allowance, Attempts, one_less, one_more, wait_after
from lip.web.limits import (
    SIGN_IN_PER_ACCOUNT,
    SIGN_IN_PER_ADDRESS,
    WRONG_CODES_PER_ADDRESS,
    Limits,
)

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
THREE = Allowance(attempts=3, within=timedelta(minutes=10))


@given(st.lists(st.integers(min_value=0, max_value=1200), max_size=40))
def test_never_more_than_allowed_get_through_in_one_window(seconds: list[int]):
    attempts: Attempts | None = None
    through: list[datetime] = []

    for moment in sorted(NOW + timedelta(seconds=one) for one in seconds):
        if wait_after(attempts, THREE, now=moment) is None:
            attempts = one_more(attempts, THREE, now=moment)
            through.append(moment)

    for first in through:
        window = [one for one in through if first <= one < first + THREE.within]
        assert len(window) <= 2 * THREE.attempts  # windows may touch
    assert len([one for one in through if one < NOW + THREE.within]) <= 6


def test_after_the_window_one_may_try_again():
    attempts = Attempts(since=NOW, made=3)

    assert wait_after(attempts, THREE, now=NOW) == timedelta(minutes=10)
    assert wait_after(attempts, THREE, now=NOW + timedelta(minutes=9)) == timedelta(
        minutes=1
    )
    assert wait_after(attempts, THREE, now=NOW + timedelta(minutes=10)) is None


def test_attempts_never_fall_below_none():
    assert one_less(Attempts(since=NOW, made=0)).made == 0


def test_the_refusal_says_how_long_to_wait():
    limits = Limits()
    for _ in range(3):
        limits.spend("ada", THREE, now=NOW)

    with pytest.raises(TooMany) as refused:
        limits.spend("ada", THREE, now=NOW + timedelta(minutes=9))

    assert refused.value.facts == {"seconds": 61}


def test_keys_do_not_disturb_each_other():
    limits = Limits()
    for _ in range(3):
        limits.spend("ada", THREE, now=NOW)

    limits.spend("bea", THREE, now=NOW)
    limits.spend("ada", SIGN_IN_PER_ACCOUNT, now=NOW)


def test_what_turned_out_well_is_given_back():
    limits = Limits()

    for _ in range(100):
        limits.spend("hall", THREE, now=NOW)
        limits.give_back("hall", THREE)


def test_a_flood_of_keys_takes_no_more_memory():
    limits = Limits(most_keys=10)

    for number in range(1000):
        limits.count(str(number), THREE, now=NOW)

    assert len(limits._made) == 10


def test_a_hall_behind_one_address_has_room():
    assert SIGN_IN_PER_ADDRESS.attempts >= 30 * 5
    assert WRONG_CODES_PER_ADDRESS.attempts >= 30 * 10
