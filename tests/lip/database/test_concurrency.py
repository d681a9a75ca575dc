"""Many tasks at once, cancelled tasks and lost connections, on both engines."""

import asyncio
from contextlib import suppress

import anyio
import asyncpg
import pytest
from piccolo.columns import UUID, Integer
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.database import (
    StoreEngine,
    current_engine,
    engine_from_url,
    fetch,
    is_unique_violation,
    refused_if_taken,
    savepoint,
    transaction,
    use_engine,
)
from lip.errors import Conflict


class Seat(Table, tablename="test_seat"):
    id = UUID(primary_key=True)
    rank = Integer()
    number = Integer()

    one_seat_per_place = Unique([rank, number])


@pytest.fixture
async def seats(blank_db: StoreEngine) -> type[Seat]:
    await Seat.create_table()
    return Seat


async def numbers():
    rows = await fetch("SELECT number FROM test_seat ORDER BY number")
    return [row["number"] for row in rows]


async def test_more_tasks_than_connections_are_all_served(seats):
    async def take(number):
        async with transaction():
            await seats(rank=1, number=number).save()
            await asyncio.sleep(0)

    await asyncio.gather(*(take(number) for number in range(60)))

    assert await numbers() == list(range(60))


@pytest.mark.parametrize("pause", [0, 0.0005, 0.001, 0.002, 0.005, 0.02])
async def test_cancelled_tasks_leave_no_row_and_no_lock(seats, pause):
    async def take(number):
        async with transaction():
            await seats(rank=1, number=number).save()
            await asyncio.sleep(30)

    tasks = [asyncio.create_task(take(number)) for number in range(20)]
    await asyncio.sleep(pause)
    for task in tasks:
        task.cancel()
        await asyncio.sleep(0)
    await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.gather(*(seats(rank=1, number=n).save() for n in range(20)))

    assert await numbers() == list(range(20))


async def test_scope_that_times_out_leaves_no_row_and_no_lock(seats):
    for number in range(15):
        with anyio.move_on_after(0.005):
            async with transaction():
                await seats(rank=1, number=number).save()
                await anyio.sleep(30)
    await seats(rank=1, number=100).save()

    assert await numbers() == [100]


async def test_statements_gathered_in_one_transaction_take_turns(seats):
    async with transaction():
        await asyncio.gather(*(seats(rank=1, number=n).save() for n in range(10)))

    assert await numbers() == list(range(10))


async def test_of_two_who_take_the_same_seat_one_gets_it(seats):
    async def take():
        with refused_if_taken(Conflict("seat_taken"), "rank", "number"):
            await seats(rank=1, number=1).save()
        return "got it"

    answers = await asyncio.gather(*(take() for _ in range(10)), return_exceptions=True)

    assert answers.count("got it") == 1
    assert sum(isinstance(a, Conflict) and a.code == "seat_taken" for a in answers) == 9


async def test_violation_is_told_by_its_columns(seats):
    await seats(rank=1, number=1).save()

    with pytest.raises(Exception) as caught:  # noqa: PT011  # each engine has its own
        await seats(rank=1, number=1).save()

    assert is_unique_violation(caught.value)
    assert is_unique_violation(caught.value, "number", "rank")
    assert not is_unique_violation(caught.value, "id")
    assert not is_unique_violation(ValueError())


async def test_transaction_goes_on_after_a_violation_in_a_savepoint(seats):
    async def take_again():
        async with savepoint():
            await seats(rank=1, number=1).save()

    async with transaction():
        await seats(rank=1, number=1).save()
        with pytest.raises(Exception, match=r"(?i)unique"):
            await take_again()
        await seats(rank=1, number=2).save()

    assert await numbers() == [1, 2]


async def test_savepoint_outside_of_a_transaction_is_a_mistake(seats):
    with pytest.raises(RuntimeError):
        async with savepoint():
            pass


@pytest.mark.parametrize("engine_name", ["postgres"], indirect=True)
async def test_lost_connections_are_replaced(seats):
    await asyncio.gather(*(fetch("SELECT pg_sleep(0.01)") for _ in range(5)))
    lost = [loss_of(one) for one in current_engine().pool_here()._idle]
    connection = await current_engine().get_new_connection()
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await connection.close()
    await asyncio.gather(*lost)

    await asyncio.gather(*(seats(rank=1, number=n).save() for n in range(20)))

    assert len(lost) == 5
    assert await numbers() == list(range(20))


def loss_of(connection: asyncpg.Connection) -> asyncio.Future[None]:
    """Wait for the news that a connection is lost."""
    told = asyncio.get_running_loop().create_future()
    connection.add_termination_listener(lambda _: told.set_result(None))
    return told


@pytest.mark.parametrize("engine_name", ["postgres"], indirect=True)
async def test_committing_after_a_hidden_failure_is_no_success(seats):
    await seats(rank=1, number=1).save()

    async def act():
        async with transaction():
            await seats(rank=1, number=2).save()
            with suppress(Exception):  # the mistake under test
                await seats(rank=1, number=1).save()

    with pytest.raises(Exception, match="nothing was written"):
        await act()

    assert await numbers() == [1]


def test_one_engine_serves_event_loops_one_after_another(databases, engine_name):
    url = databases.blank(engine_name, "loops")
    engine = engine_from_url(url)
    use_engine(engine)

    async def ask():
        async with transaction():
            return await fetch("SELECT 1 AS one")

    answers = [asyncio.run(ask()) for _ in range(3)]
    asyncio.run(engine.close_connection_pool())
    use_engine(None)
    databases.remove(url)

    assert answers == [[{"one": 1}]] * 3
