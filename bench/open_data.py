"""
What open data costs its readers: `uv run python -m bench.open_data`.

A plan of 280 pages and 500 subjects (chapters, measures, papers): CPU of one answer
within the process and its queries, on SQLite, first and when it is asked again with its
tag. At most 50 ms, but for whole files (`/data/…`), which hold everything.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import httpx

from bench.oparl import paper
from bench.plan import text
from lip.bodies.actions.change_bodies import add_body
from lip.bodies.rules.bodies import BodyWish
from lip.database import engine_from_url, transaction, use_engine
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.opendata.actions.catch_up import catch_up
from lip.opendata.pages.answers import site_of
from lip.opendata.rules.datasets import SHAPES, Dataset
from lip.papers.actions.take_in import take_in_papers
from lip.said import Said
from lip.sample.project_texts import GUIDES
from tests.client import client_of, settings_for
from tests.factories import clock
from tests.lip.measures.made import make_measure
from tests.lip.plan.chapters import make_chapter, make_plan
from tests.queries import counted_queries

CHAPTERS, MEASURES, SUBJECTS = 19, 240, 500
"""A chapter of 40,000 characters is printed on fifteen pages."""
READS, MOST = 5, 50.0
PATHS = (
    *("/rest", "/rest/lip", "/rest/lip/motion/1-sprache"),
    *("/catalog.ttl", "/catalog.jsonld", "/sitemap.xml", "/feed.atom"),
    *("/de/data", "/de/data/interface", "/de/data/api"),
)
FILES = tuple(f"/data/{one}.{form}" for one in Dataset for form in SHAPES[one].forms)


async def fill() -> None:
    """Write a long plan, measures, and papers of another city."""
    words, plan = text(), await make_plan("lip")
    for place in range(1, CHAPTERS + 1):
        await make_chapter(plan, words, title="Sprache", number=f"{place}.")
    await add_body(BodyWish(name=Said.of(de="Rat")), by=COMMAND, now=clock())
    for place in range(MEASURES):
        title = Said.of(de=f"Lotsen im Stadtteil {place}")
        await make_measure(replace(GUIDES, title=title), public=True)
    papers = [paper(place) for place in range(SUBJECTS - CHAPTERS - MEASURES)]
    await take_in_papers(papers, by=COMMAND, now=clock())


async def read(client: httpx.AsyncClient, path: str) -> tuple[float, float, int, int]:
    """Give ms of CPU, the same with a tag, queries, and kilobytes."""
    with counted_queries() as queries:
        first = await client.get(path)
    assert first.status_code == 200, (path, first.text)
    again = {"if-none-match": first.headers.get("etag", "")}
    size = len(first.content) // 1000
    return (
        await _timed(client, path),
        await _timed(client, path, again),
        len(queries),
        size,
    )


async def _timed(
    client: httpx.AsyncClient, path: str, headers: Mapping[str, str] | None = None
) -> float:
    begun = time.process_time()
    for _ in range(READS):
        await client.get(path, headers=headers)
    return (time.process_time() - begun) * 1000 / READS


async def main() -> int:
    """Measure, print, and tell whether it holds."""
    slow = []
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite'}"
        engine = engine_from_url(url, durable=False)
        use_engine(engine)
        await migrate()
        async with transaction():
            await fill()
        begun = time.process_time()
        told = await catch_up(site_of(settings_for(url)), now=clock())
        print(f"telling {told} objects: {time.process_time() - begun:.1f} s of CPU")
        async with client_of(settings_for(url)) as client:
            await client.get("/robots.txt")  # what a server does once, at its start
            for path in (*PATHS, *FILES):
                each, same, queries, size = await read(client, path)
                print(
                    f"{path:32} {each:7.1f} ms, unchanged {same:6.1f} ms, "
                    f"{queries:3} queries, {size:6} kB"
                )
                slow += [path] if path in PATHS and each > MOST else []
        await engine.close_connection_pool()
    print(f"above {MOST:.0f} ms: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
