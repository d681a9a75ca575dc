"""Those who arrive together are written together, and fail alone."""

import asyncio
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lip.database import GroupCommit, fetch, transaction


class Ledger:
    """Writes numbers in groups; odd ones cannot be written, nor anything with them."""

    def __init__(self, *, most=64):
        self.groups = []
        self.written = []
        self.commit = GroupCommit(self._write, most=most)

    async def _write(self, numbers):
        self.groups.append(list(numbers))
        await asyncio.sleep(0.001)
        if any(number % 2 for number in numbers):
            raise ValueError(numbers)
        self.written += numbers
        return [number * 10 for number in numbers]


async def answers_to(ledger, numbers):
    calls = (ledger.commit(number) for number in numbers)
    return await asyncio.gather(*calls, return_exceptions=True)


@pytest.fixture
async def ledger(blank_db, engine_name):
    return Ledger()


async def test_latecomers_are_written_in_one_group(ledger):
    answers = await answers_to(ledger, [0, 2, 4, 6])

    assert answers == [0, 20, 40, 60]
    assert ledger.groups == [[0], [2, 4, 6]]


async def test_bad_item_fails_for_its_own_caller_only(ledger):
    answers = await answers_to(ledger, [0, 2, 3, 4])

    assert answers[:2] == [0, 20]
    assert isinstance(answers[2], ValueError)
    assert answers[3] == 40
    assert ledger.written == [0, 2, 4]


async def test_group_is_never_larger_than_allowed(blank_db):
    ledger = Ledger(most=3)

    await answers_to(ledger, range(0, 20, 2))

    assert max(map(len, ledger.groups)) == 3
    assert ledger.written == list(range(0, 20, 2))


async def test_cancelled_first_caller_leaves_the_others_served(ledger):
    calls = [asyncio.create_task(ledger.commit(number)) for number in (0, 2, 4)]
    await asyncio.sleep(0)

    calls[0].cancel()
    answers = await asyncio.gather(*calls, return_exceptions=True)

    assert isinstance(answers[0], asyncio.CancelledError)
    assert answers[1:] == [20, 40]


async def test_caller_who_leaves_before_the_turn_is_not_written(ledger):
    calls = [asyncio.create_task(ledger.commit(number)) for number in (0, 2, 4)]
    await asyncio.sleep(0)

    calls[1].cancel()
    await asyncio.gather(*calls, return_exceptions=True)

    assert ledger.written == [0, 4]


async def test_inside_a_transaction_an_item_is_written_alone_and_there(blank_db):
    await blank_db.run_ddl("CREATE TABLE test_seen (number integer)")

    async def write(numbers):
        for number in numbers:
            await fetch("INSERT INTO test_seen VALUES (?)", number)
        return numbers

    commit = GroupCommit(write)
    with suppress(KeyError):
        async with transaction():
            await commit(1)
            raise KeyError

    assert await fetch("SELECT * FROM test_seen") == []


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # only an engine
)
@given(
    numbers=st.lists(st.integers(0, 50), max_size=30),
    pauses=st.lists(st.sampled_from([0, 0, 0.0005, 0.002]), min_size=30, max_size=30),
    leaving=st.sets(st.integers(0, 29)),
    most=st.integers(1, 8),
)
def test_everyone_who_stays_gets_the_own_answer_in_any_loop(
    blank_url_bound, numbers, pauses, leaving, most
):
    ledger = Ledger(most=most)

    async def call(place, number):
        await asyncio.sleep(pauses[place])
        return await ledger.commit(number)

    async def day():
        calls = [asyncio.create_task(call(*pair)) for pair in enumerate(numbers)]
        await asyncio.sleep(0.001)
        for place in leaving & set(range(len(calls))):
            calls[place].cancel()
        return await asyncio.gather(*calls, return_exceptions=True)

    answers = asyncio.run(day())

    for place, (number, answer) in enumerate(zip(numbers, answers, strict=True)):
        if isinstance(answer, asyncio.CancelledError):
            assert place in leaving
        elif number % 2:
            assert isinstance(answer, ValueError)
        else:
            assert answer == number * 10
    assert all(len(group) <= most for group in ledger.groups)
