"""What was acknowledged is there after the writer was killed."""

import asyncio
import os
import signal
import subprocess
import sys
import time

import pytest

from lip.database import current_engine, engine_from_url, fetch, use_engine

WRITER = """if True:
    import asyncio
    from lip.database import GroupCommit, fetch, transaction

    async def write(numbers):
        async with transaction():
            for number in numbers:
                await fetch("INSERT INTO x VALUES (?)", number)
        return numbers

    async def main():
        await fetch("CREATE TABLE x (y INTEGER PRIMARY KEY)")
        commit, next_number = GroupCommit(write), iter(range(10**9))
        async def work():
            for number in next_number:
                print(await commit(number), flush=True)
        await asyncio.gather(*(work() for _ in range(8)))

    asyncio.run(main())
"""


async def rows_of(url):
    use_engine(engine_from_url(url))
    rows = await fetch("SELECT y FROM x")
    await current_engine().close_connection_pool()
    use_engine(None)
    return {row["y"] for row in rows}


@pytest.mark.parametrize("lifetime", [0.1, 0.25, 0.4])
def test_killed_writer_loses_nothing_that_it_acknowledged(blank_url, lifetime):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER],
        env=os.environ | {"DATABASE_URL": blank_url},
        stdout=subprocess.PIPE,
    )
    first = b"".join(writer.stdout.readline() for _ in range(30))
    time.sleep(lifetime)
    writer.send_signal(signal.SIGKILL)
    output = first + writer.communicate()[0]
    acknowledged = {int(line) for line in output[: output.rindex(b"\n")].split()}

    written = asyncio.run(rows_of(blank_url))

    assert len(acknowledged) >= 29
    assert acknowledged <= written
