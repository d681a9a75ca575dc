"""Many turns at once leave connections for the work that is done in them."""

import asyncio

import pytest

from lip.database import fetch
from lip.database.postgres_pool import SIZE
from lip.database.turns import alone

pytestmark = pytest.mark.anyio

PATIENCE = 120  # seconds; without connections left it never ends


async def test_more_turns_than_connections_all_come_to_an_end(committed_db):
    async def turn(number: int) -> object:
        async with alone(f"turn {number}") as mine:
            assert mine
            await asyncio.sleep(0)
            return await fetch("SELECT 1 AS one")

    turns = asyncio.gather(*(turn(number) for number in range(3 * SIZE)))
    found = await asyncio.wait_for(turns, PATIENCE)

    assert len(found) == 3 * SIZE
