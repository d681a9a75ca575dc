"""
What a chapter costs its readers: `uv run python -m bench.plan`.

A chapter of 40,000 characters at a real server: CPU of the server process for its page,
unchanged and as "not modified"; bytes of a first load; its PDF. Asked are 5 ms.
"""

import asyncio
import signal
import sys
import tempfile
import time
from random import Random

import httpx

from bench.check_in import cpu_seconds, free_port, start
from bench.pages import first_load
from bench.plan_diff import WORDS
from lip.database import engine_from_url, use_engine
from lip.database.migrations import migrate
from lip.plan.rules.lines import lines_of
from tests.lip.plan.chapters import make_chapter, make_plan

SIZE, READS = 40_000, 200
MOST, LARGEST = 5.0, 25_000
PATH = "/de/plan/lip/1-sprache"


def text() -> str:
    """Make up a chapter of ordinary German, with headings, lists and bold words."""
    chance, parts, size = Random(5), [], 0
    while size < SIZE:
        kind = chance.choice(("## ", "- ", "- **", "", "", "", ""))
        count = chance.randrange(3, 8) if kind else chance.randrange(20, 70)
        words = " ".join(chance.choices(WORDS, k=count))
        parts.append(kind + words + ("**" if kind == "- **" else "."))
        size += len(parts[-1]) + 2
    return "\n\n".join(parts)[:SIZE]


async def fill(url: str, words: str) -> None:
    """Write a plan with one long chapter and a short one."""
    use_engine(engine_from_url(url))
    await migrate()
    plan = await make_plan("lip")
    await make_chapter(plan, words, title="Sprache", number="1.")
    await make_chapter(plan, title="Wohnen", number="2.")
    use_engine(None)


def read(
    client: httpx.Client, pid: int, headers: dict[str, str], expected: int
) -> float:
    """Read the page many times; give milliseconds of CPU for each."""
    before = cpu_seconds(pid)
    for _ in range(READS):
        assert client.get(PATH, headers=headers).status_code == expected
    return 1000 * (cpu_seconds(pid) - before) / READS


def main() -> None:
    """Fill, serve, measure, say."""
    words = text()
    url = f"sqlite:///{tempfile.mkdtemp(prefix='lip-plan-')}/a.sqlite"
    asyncio.run(fill(url, words))
    started = time.process_time()
    count = len(lines_of(words))
    numbering = 1000 * (time.process_time() - started)
    print(f"{len(words)} characters, {count} lines: numbered in {numbering:.0f} ms")
    port = free_port()
    process = start(url, port)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            before = cpu_seconds(process.pid)
            first = client.get(PATH)
            drawn = 1000 * (cpu_seconds(process.pid) - before)
            each = read(client, process.pid, {}, 200)
            known = {"If-None-Match": first.headers["ETag"]}
            unchanged = read(client, process.pid, known, 304)
            before = cpu_seconds(process.pid)
            client.get(f"{PATH}/de/pdf").raise_for_status()
            paper = 1000 * (cpu_seconds(process.pid) - before)
        size = first_load(f"http://127.0.0.1:{port}", "/de/plan/lip/2-wohnen", "")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
    print(f"page: first {drawn:.0f} ms, then {each:.1f} ms of CPU (≤ {MOST})")
    print(f"not modified: {unchanged:.1f} ms of CPU (≤ {MOST})")
    print(f"PDF: {paper:.0f} ms of CPU")
    print(f"first load of a short chapter: {size} bytes (≤ {LARGEST})")
    good = each <= MOST and unchanged <= MOST and size <= LARGEST
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
