"""The SQLite engine: one writer, quick reads, nothing left behind."""

import asyncio
import sqlite3
import subprocess
import sys
import threading

import pytest
from piccolo.columns import UUID, Integer
from piccolo.table import Table

from lip.database import current_engine, engine_from_url, fetch, transaction, use_engine
from lip.database.sqlite_connection import Connection
from lip.database.worker import Worker


class Item(Table, tablename="test_item"):
    id = UUID(primary_key=True)
    number = Integer()


OPEN_TOGETHER = """
import sys
from multiprocessing import get_context
from lip.database import engine_from_url

def open_all(folder, meet, many):
    for number in range(many):
        meet.wait()
        engine = engine_from_url(f"sqlite:///{folder}/{number}.sqlite")
        engine.writer
        engine.close()

fork = get_context("fork")
meet = fork.Barrier(3)
said = (sys.argv[1], meet, 300)
processes = [fork.Process(target=open_all, args=said) for _ in range(3)]
for one in processes:
    one.start()
while any(one.is_alive() for one in processes):
    for one in processes:
        one.join(0.05)
        if one.exitcode:
            meet.abort()
sys.exit(sum(one.exitcode != 0 for one in processes))
"""


@pytest.fixture
def engine(tmp_path):
    engine = engine_from_url(f"sqlite:///{tmp_path}/x.sqlite")
    use_engine(engine)
    yield engine
    engine.close()
    use_engine(None)


async def test_durable_engine_waits_for_the_disk(engine):
    await Item.create_table()

    async with transaction():
        pragmas = {
            name: (await engine.run(f"PRAGMA {name}"))[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert pragmas == {
        "journal_mode": {"journal_mode": "wal"},
        "synchronous": {"synchronous": 2},
        "foreign_keys": {"foreign_keys": 1},
        "busy_timeout": {"timeout": 10_000},
    }


async def test_readers_cannot_write(engine):
    await Item.create_table()
    await fetch("SELECT 1 AS one")

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        engine._quick.read("DELETE FROM test_item", ())


async def test_quick_reads_stay_quick_however_many_tables_there_are(engine):
    other = sqlite3.connect(engine.path, isolation_level=None)
    columns = ", ".join(f"a_column_with_a_long_name_{at} TEXT" for at in range(60))
    other.execute("BEGIN")
    for at in range(2_000):  # whose schema takes long to read
        other.execute(f"CREATE TABLE many_{at} ({columns})")
    other.execute("COMMIT")
    await fetch("SELECT 1 AS one FROM many_0")

    first = engine._quick.read("SELECT 1 AS one FROM many_7 LIMIT 1", ())
    other.execute("CREATE TABLE one_more (number INTEGER)")
    other.close()
    engine._quick.read("SELECT number FROM one_more", ())  # reads the schema anew
    again = engine._quick.read("SELECT number FROM one_more", ())

    assert (first, again) == ([], [])


async def test_failed_begin_leaves_the_writer_free(engine):
    await Item.create_table()
    other = sqlite3.connect(engine.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(Item(number=1).save(), 0.05)
    other.execute("ROLLBACK")
    other.close()
    await Item(number=2).save()

    assert await fetch("SELECT number FROM test_item") == [{"number": 2}]


async def test_failed_begin_in_a_transaction_leaves_the_writer_free(engine):
    await Item.create_table()
    engine.writer.raw.execute("BEGIN")  # a second BEGIN fails

    with pytest.raises(sqlite3.OperationalError):
        async with transaction():
            pass
    async with transaction():
        await Item(number=2).save()

    assert await Item.count() == 1


async def test_slow_read_does_not_hold_up_the_others(engine):
    slow = (
        "SELECT count(*) AS n FROM ("
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        " WHERE i < 3000000) SELECT i FROM n)"
    )
    reading = asyncio.create_task(fetch(slow))
    turns = 0

    while not reading.done():
        await asyncio.sleep(0)
        turns += 1

    assert await reading == [{"n": 3_000_000}]
    assert turns > 100


async def test_long_run_of_small_statements_lets_others_have_their_turn(engine):
    turns = 0

    async def count_turns():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count_turns())
    for _ in range(200):
        await fetch("SELECT 1 AS one")
    counting.cancel()

    assert turns > 10


async def test_cancelled_writer_gives_its_turn_to_the_next(engine):
    await Item.create_table()

    async def write(number):
        async with transaction():
            await Item(number=number).save()
            await asyncio.sleep(0.01)

    tasks = [asyncio.create_task(write(number)) for number in range(6)]
    await asyncio.sleep(0.001)
    tasks[0].cancel()
    tasks[3].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    rows = await fetch("SELECT number FROM test_item ORDER BY number")
    assert [row["number"] for row in rows] == [1, 2, 4, 5]


async def test_what_wrote_many_rows_lets_go_of_its_statement_in_its_own_thread():
    made: list[sqlite3.Cursor] = []

    class Watched(sqlite3.Connection):
        def executemany(self, *words):
            made.append(super().executemany(*words))
            return made[-1]

    raw = sqlite3.connect(":memory:", factory=Watched, check_same_thread=False)
    raw.execute("CREATE TABLE x (y INTEGER)")
    connection = Connection(raw, Worker("test"))

    await connection.execute_many("INSERT INTO x VALUES (?)", [(1,), (2,)])

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].fetchone()
    assert raw.execute("SELECT y FROM x").fetchall() == [(1,), (2,)]
    connection.close()


async def test_task_that_outlives_the_transaction_is_not_in_it(engine):
    await Item.create_table()
    ended = asyncio.Event()

    async def later():
        await ended.wait()
        await Item(number=2).save()

    async with transaction():
        await Item(number=1).save()
        task = asyncio.create_task(later())
    ended.set()
    await task

    assert await Item.count() == 2
    assert not engine.transaction_exists()


def test_one_engine_serves_several_event_loops(engine):
    async def write():
        async with transaction():
            await Item(number=1).save()

    asyncio.run(create())
    for _ in range(3):
        asyncio.run(write())
    threads = [threading.Thread(target=asyncio.run, args=[write()]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert asyncio.run(counted()) == 11


async def create():
    await Item.create_table()


async def counted():
    return await Item.count()


async def test_closing_ends_every_thread_and_opening_again_works(engine):
    before = set(threading.enumerate())
    await Item.create_table()
    await Item(number=1).save()
    assert set(threading.enumerate()) - before

    await engine.close_connection_pool()

    assert set(threading.enumerate()) <= before
    assert await Item.count() == 1


def run(program, path):
    return subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", program],
        env={"DATABASE_URL": f"sqlite:///{path}"},
        timeout=300,
        capture_output=True,
        text=True,
        check=False,
    )


def test_process_exits_without_closing_anything(tmp_path):
    program = """if True:
        import asyncio
        from lip.database import fetch, transaction
        async def main():
            async with transaction():
                await fetch("CREATE TABLE x (y)")
            await fetch("SELECT x FROM nowhere")
        asyncio.run(main())
    """

    done = run(program, tmp_path / "x.sqlite")

    assert done.returncode == 1
    assert done.stderr.strip().endswith("no such table: nowhere")


async def test_two_processes_write_without_losing_anything(engine):
    await fetch("CREATE TABLE x (y INTEGER)")
    await fetch("INSERT INTO x VALUES (0)")
    program = """if True:
        import asyncio
        from lip.database import fetch, transaction
        async def add():
            async with transaction():
                [row] = await fetch("SELECT y FROM x")
                await asyncio.sleep(0)
                await fetch("UPDATE x SET y = ?", row["y"] + 1)
        async def main():
            asyncio.get_running_loop().slow_callback_duration = 60
            await asyncio.gather(*(add() for _ in range(40)))
        asyncio.run(main())
    """

    outcomes = await asyncio.gather(
        *(asyncio.to_thread(run, program, engine.path) for _ in range(3))
    )

    assert [done.stderr for done in outcomes] == ["", "", ""]
    assert await fetch("SELECT y FROM x") == [{"y": 120}]
    assert current_engine() is engine


def test_processes_open_a_new_file_at_the_same_moment(tmp_path):
    program = [sys.executable, "-c", OPEN_TOGETHER, str(tmp_path)]

    done = subprocess.run(program, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
