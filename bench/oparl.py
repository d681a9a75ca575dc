"""
What a list of OParl costs: `uv run python -m bench.oparl`.

A hundred papers with their consultations, as they are answered to programs: CPU of one
answer within the process, on SQLite. Asked is 10 ms.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

import httpx

from lip.bodies.actions.change_bodies import BodyWish, add_body
from lip.database import engine_from_url, use_engine
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.opendata.actions.catch_up import catch_up
from lip.opendata.pages.answers import site_of
from lip.opendata.rules.site import CITY
from lip.papers.actions.take_in import take_in_papers
from lip.said import Said
from tests.client import client_of, settings_for
from tests.factories import clock

PAPERS, READS = 130, 50
MOST = 10.0
PATH = f"/oparl/v1.1/bodies/{CITY}/papers"


def paper(number: int) -> dict[str, object]:
    """Make a paper as large as real ones are."""
    root = "https://oparl.example.org"
    times = {
        "created": "2020-01-01T12:00:00+01:00",
        "modified": "2020-01-01T12:00:00+01:00",
    }
    return {
        "id": f"{root}/papers/{number}",
        "type": "https://schema.oparl.org/1.1/Paper",
        "name": f"Sprachkurse und Räume für Vereine im Stadtbezirk {number}",
        "reference": f"{number}/2020",
        "paperType": "Beschlussdrucksache",
        "date": "2020-01-01",
        "auxiliaryFile": [
            {
                "id": f"{root}/files/{number}-{place}",
                "type": "https://schema.oparl.org/1.1/File",
                "name": "Anlage",
                "accessUrl": f"{root}/files/{number}-{place}.pdf",
                **times,
            }
            for place in range(3)
        ],
        **times,
    }


async def main() -> int:
    """Measure, print, and tell whether it holds."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite'}"
        engine = engine_from_url(url, durable=False)
        use_engine(engine)
        await migrate()
        await add_body(BodyWish(name=Said.of(de="Rat")), by=COMMAND, now=clock())
        await take_in_papers([paper(n) for n in range(PAPERS)], by=COMMAND, now=clock())
        begun = time.process_time()
        await catch_up(site_of(settings_for(url)), now=clock())
        told = (time.process_time() - begun) * 1000
        async with client_of(settings_for(url)) as client:
            each = await _read(client)
        await engine.close_connection_pool()
    print(f"telling {PAPERS} papers anew: {told:.0f} ms of CPU, in the background")
    print(f"a list of 100 papers: {each:.2f} ms of CPU (at most {MOST:.0f})")
    return 0 if each <= MOST else 1


async def _read(client: httpx.AsyncClient) -> float:
    """Read the list again and again, compressed as programs get it."""
    assert len((await client.get(PATH)).json()["data"]) == 100
    begun = time.process_time()
    for _ in range(READS):
        await client.get(PATH)
    return (time.process_time() - begun) * 1000 / READS


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
