"""
What the database layer costs: `uv run python -m bench.engine`.

Each line: operations per second at 1, 8 and 32 tasks at once, and this
process's CPU per operation (PostgreSQL's own work is not in it).
"""

import asyncio
import resource
import sqlite3
import sys
import tempfile
import uuid
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter

import asyncpg
from piccolo.columns import UUID, ForeignKey, Integer, Varchar
from piccolo.columns.base import OnDelete
from piccolo.engine.postgres import PostgresEngine
from piccolo.engine.sqlite import SQLiteEngine
from piccolo.table import Table

from bench.postgres import postgres_url
from lip.database import (
    GroupCommit,
    current_engine,
    engine_from_url,
    execute_many,
    fetch,
    transaction,
    use_engine,
)

try:
    from uvloop import run  # as the server does
except ImportError:
    from asyncio import run

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 1.5
AT_ONCE = (1, 8, 32)


class BenchGuest(Table):
    """A row to read."""

    id = UUID(primary_key=True)
    code = Varchar(length=20, unique=True)
    number = Integer()


class BenchArrival(Table):
    """A row to write."""

    id = UUID(primary_key=True)
    guest = ForeignKey(BenchGuest, null=False, on_delete=OnDelete.cascade)
    desk = Varchar(length=20)


GUESTS = [(str(uuid.UUID(int=n)), f"code-{n}", n) for n in range(1000)]
Act = Callable[[int], Awaitable[object]]


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def measured(act: Act, tasks: int) -> tuple[float, float]:
    done = 0
    start, used, end = perf_counter(), cpu(), perf_counter() + SECONDS

    async def work(number: int) -> None:
        nonlocal done
        while perf_counter() < end:
            await act((number * 31 + done) % 1000)
            done += 1

    await asyncio.gather(*(work(number) for number in range(tasks)))
    return done / (perf_counter() - start), (cpu() - used) / done * 1000


async def report(what: str, act: Act, at_once: tuple[int, ...] = AT_ONCE) -> None:
    await act(0)
    cells = []
    for tasks in at_once:
        rate, cost = await measured(act, tasks)
        cells.append(f"{rate:7,.0f}/s {cost:6.3f} ms")
    print(f"  {what:34}", " | ".join(cells), flush=True)


async def filled() -> None:
    for table in (BenchArrival, BenchGuest):
        await table.alter().drop_table(if_exists=True)
    for table in (BenchGuest, BenchArrival):
        await table.create_table()
    rows = [(uuid.UUID(key), code, number) for key, code, number in GUESTS]
    await execute_many(
        "INSERT INTO bench_guest (id, code, number) VALUES (?, ?, ?)", rows
    )


def guest(number: int) -> uuid.UUID:
    return uuid.UUID(int=number)


async def select(number: int) -> object:
    where = BenchGuest.code == f"code-{number}"
    return await BenchGuest.select().where(where).first()


async def select_fetch(number: int) -> object:
    return await fetch("SELECT * FROM bench_guest WHERE code = ?", f"code-{number}")


async def insert(number: int) -> object:
    return await BenchArrival(guest=guest(number), desk="a").save()


async def insert_fetch(number: int) -> object:
    sql = "INSERT INTO bench_arrival (id, guest, desk) VALUES (?, ?, 'a')"
    return await fetch(sql, uuid.uuid4(), guest(number))


async def two_inserts(number: int) -> None:
    async with transaction():
        await insert(number)
        await insert(number)


async def two_inserts_fetch(number: int) -> None:
    async with transaction():
        await insert_fetch(number)
        await insert_fetch(number)


async def write_group(numbers: list[int]) -> list[int]:
    async with transaction():
        rows = [
            (uuid.uuid4(), guest(number), desk) for number in numbers for desk in "ab"
        ]
        values = ", ".join(["(?, ?, ?)"] * len(rows))
        sql = f"INSERT INTO bench_arrival (id, guest, desk) VALUES {values}"
        await fetch(sql, *(value for row in rows for value in row))
    return numbers


async def stock_two_inserts(number: int) -> None:
    async with BenchArrival._meta.db.transaction():  # noqa: SLF001  # Piccolo's way
        await insert(number)
        await insert(number)


async def ours(url: str, *, durable: bool) -> None:
    use_engine(engine_from_url(url, durable=durable))
    await filled()
    await report("select, Piccolo", select)
    await report("select, fetch()", select_fetch)
    await report("insert, Piccolo", insert)
    await report("insert, fetch()", insert_fetch)
    await report("transaction of 2 inserts, Piccolo", two_inserts)
    await report("transaction of 2 inserts, fetch()", two_inserts_fetch)
    await report("2 inserts, GroupCommit", GroupCommit(write_group))
    await current_engine().close_connection_pool()
    use_engine(None)


async def stock(
    engine: SQLiteEngine | PostgresEngine, at_once: tuple[int, ...]
) -> None:
    for table in (BenchGuest, BenchArrival):
        table._meta.db = engine  # noqa: SLF001  # Piccolo's way
    await report("select", select, at_once)
    await report("insert", insert, at_once)
    await report("transaction of 2 inserts", stock_two_inserts, at_once)


async def raw_sqlite(path: str) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=FULL")
    sql = "INSERT INTO bench_arrival (id, guest, desk) VALUES (?, ?, 'a')"

    async def select_raw(number: int) -> None:
        query = "SELECT * FROM bench_guest WHERE code = ?"
        raw.execute(query, (f"code-{number}",)).fetchall()

    async def insert_raw(number: int) -> None:
        raw.execute(sql, (str(uuid.uuid4()), str(guest(number))))

    async def two_raw(number: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        await insert_raw(number)
        await insert_raw(number)
        raw.execute("COMMIT")

    await report("select", select_raw, (1,))
    await report("insert", insert_raw, (1,))
    await report("transaction of 2 inserts", two_raw, (1,))
    raw.close()


async def raw_postgres(url: str) -> None:
    sql = "INSERT INTO bench_arrival (id, guest, desk) VALUES ($1, $2, 'a')"
    async with AsyncExitStack() as stack:
        pool = asyncpg.create_pool(url, min_size=10, max_size=10)
        pool = await stack.enter_async_context(pool)

        async def select_raw(number: int) -> None:
            query = "SELECT * FROM bench_guest WHERE code = $1"
            await pool.fetch(query, f"code-{number}")

        async def insert_raw(number: int) -> None:
            await pool.execute(sql, uuid.uuid4(), guest(number))

        async def two_raw(number: int) -> None:
            async with pool.acquire() as connection, connection.transaction():
                await connection.execute(sql, uuid.uuid4(), guest(number))
                await connection.execute(sql, uuid.uuid4(), guest(number))

        await report("select", select_raw)
        await report("insert", insert_raw)
        await report("transaction of 2 inserts", two_raw)


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = f"{folder}/bench.sqlite"
        print("SQLite, durable")
        run(ours(f"sqlite:///{path}", durable=True))
        print("SQLite, not durable")
        run(ours(f"sqlite:///{path}", durable=False))
        print("SQLite, bare sqlite3, durable")
        run(raw_sqlite(path))
        print("SQLite, Piccolo as it comes")
        run(stock(SQLiteEngine(path), (1, 8)))
    with postgres_url() as url:
        print("PostgreSQL, durable")
        run(ours(url, durable=True))
        print("PostgreSQL, bare asyncpg")
        run(raw_postgres(url))
        print("PostgreSQL, Piccolo as it comes (without a pool)")
        run(stock(PostgresEngine({"dsn": url}), (1, 8)))


if __name__ == "__main__":
    main()
