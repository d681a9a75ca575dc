"""Transactions keep their promises on both engines."""

import asyncio
import contextvars

import pytest
from piccolo.columns import UUID, Integer
from piccolo.table import Table

from lip.database import fetch, lock_rows, savepoint, transaction


class Counter(Table, tablename="test_counter"):
    id = UUID(primary_key=True)
    value = Integer(default=0)


@pytest.fixture
async def counters(blank_db):
    await Counter.create_table()
    counter = Counter()
    await counter.save()
    return counter


async def values():
    return [row["value"] for row in await fetch("SELECT value FROM test_counter")]


async def test_fifty_concurrent_increments_lose_none(counters):
    async def increment():
        async with transaction():
            row = await lock_rows(Counter.objects()).first()
            await asyncio.sleep(0)
            row.value += 1
            await row.save()

    await asyncio.gather(*(increment() for _ in range(50)))

    assert await values() == [50]


async def write_and_fail(value):
    await Counter.update({Counter.value: value}, force=True)
    raise KeyError(value)


async def test_error_undoes_the_whole_transaction(counters):
    async def act():
        async with transaction():
            await write_and_fail(7)

    with pytest.raises(KeyError):
        await act()

    assert await values() == [0]


async def test_nested_transaction_joins_the_outer_one(counters):
    async def act():
        async with transaction():
            async with transaction():
                await Counter.update({Counter.value: 7}, force=True)
            await write_and_fail(8)

    with pytest.raises(KeyError):
        await act()

    assert await values() == [0]


async def test_savepoint_undoes_only_its_part(counters):
    async def act():
        async with savepoint():
            await write_and_fail(2)

    async with transaction():
        await Counter.update({Counter.value: 1}, force=True)
        with pytest.raises(KeyError):
            await act()

    assert await values() == [1]


async def test_transaction_in_a_foreign_one_undoes_only_its_part(counters, blank_db):
    async def act():
        async with transaction():
            await write_and_fail(2)

    async with blank_db.transaction():
        await Counter.update({Counter.value: 1}, force=True)
        with pytest.raises(KeyError):
            await act()

    assert await values() == [1]


async def test_nobody_reads_what_is_not_committed(counters):
    seen = []

    async def write():
        async with transaction():
            await Counter.update({Counter.value: 9}, force=True)
            seen.append(await asyncio.create_task(read(), context=outside))

    async def read():
        return await values()

    outside = contextvars.copy_context()

    await write()

    assert seen == [[0]]
    assert await values() == [9]
