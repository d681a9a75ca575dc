"""
What the site as files costs: `uv run python -m bench.static_copy [PAGES]`.

The sample city with more measures, until the copy has as many pages (500): `lip
publish` as a process of its own, written for the first time and again without any
change; seconds by the clock and of CPU, how much of it a page takes, and whether a
single byte is different. Beside it stands what the disk needs to write as many bytes.
Asked are 20 seconds for 500 pages.
"""

import asyncio
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from lip.database import engine_from_url, use_engine
from lip.database.migrations import migrate
from lip.said import Said
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import fill_in_measures
from lip.sample.news import fill_in_news
from lip.sample.papers import fill_in_papers
from lip.sample.plan import fill_in_plan
from lip.sample.plan_changes import fill_in_plan_changes
from lip.sample.project_texts import GUIDES
from tests.factories import SECRET, clock
from tests.lip.measures.made import make_measure

PAGES, MOST = 500, 20.0
OF_THE_CITY, OF_A_MEASURE = 380, 9
"""So many pages has the sample, and so many more has each measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One publication: what it wrote, by the clock and of CPU."""

    pages: int
    files: int
    seconds: float
    cpu: float
    digest: str


async def fill(url: str, pages: int) -> None:
    """Fill in the sample city, and measures until there are enough pages."""
    use_engine(engine_from_url(url, durable=False))
    await migrate()
    bodies = await fill_in_bodies(now=clock())
    await fill_in_measures(bodies, now=clock())
    await fill_in_papers(bodies, now=clock())
    await fill_in_news(bodies, now=clock())
    await fill_in_plan(bodies, now=clock())
    await fill_in_plan_changes(bodies, now=clock())
    for place in range(max(0, pages - OF_THE_CITY) // OF_A_MEASURE + 1):
        title = Said.of(de=f"Lotsen im Stadtteil {place}")
        await make_measure(replace(GUIDES, title=title), public=True)
    use_engine(None)


def publish(url: str, out: Path) -> Run:
    """Run the command; count what its process takes."""
    environment = {**os.environ, "DATABASE_URL": url, "LIP_SECRET": SECRET}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    command = [sys.executable, "-m", "lip", "publish", "--out", str(out), "--json"]
    done = subprocess.run(command, env=environment, check=True, capture_output=True)
    seconds = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = json.loads(done.stdout)
    return Run(
        pages=said["pages"],
        files=said["files"],
        seconds=seconds,
        cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        digest=digest_of(out),
    )


def digest_of(out: Path) -> str:
    """Hash every name, every byte and every time of a copy."""
    digest = hashlib.sha256()
    for path in sorted(one for one in out.rglob("*") if one.is_file()):
        digest.update(str(path.relative_to(out)).encode())
        digest.update(str(path.stat().st_mtime_ns).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def bare(out: Path) -> float:
    """Copy the written files as they are; tell how long it takes."""
    started = time.monotonic()
    shutil.copytree(out, out.with_name("bare"))
    return time.monotonic() - started


def main() -> None:
    """Fill, publish twice, say."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory(prefix="lip-copy-") as folder:
        url = f"sqlite:///{folder}/a.sqlite"
        asyncio.run(fill(url, pages))
        out = Path(folder) / "site"
        runs = [publish(url, out) for _ in range(2)]
        disk = bare(out)
    for name, run in zip(("first", "unchanged"), runs, strict=True):
        each = 1000 * run.cpu / run.pages
        print(
            f"{name}: {run.pages} pages, {run.files} other files in "
            f"{run.seconds:.1f} s, {run.cpu:.1f} s of CPU, {each:.0f} ms a page"
        )
    print(f"the same files copied by the disk alone: {disk:.1f} s")
    print(f"again: {runs[1].cpu / runs[0].cpu:.0%} of the CPU of the first time")
    same = runs[0].digest == runs[1].digest
    print("not a byte is different" if same else "it is different without a change")
    good = same and runs[0].cpu <= MOST * runs[0].pages / PAGES
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
