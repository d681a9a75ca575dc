"""
What results cost: `uv run python -m bench.results`.

A closed round of 200 options and 200 voters at a real server: CPU of the server process
for each reading of its page, and bytes of a first load as they go over the wire; then
its opinion groups, found once and read often. Asked are 10 ms and 25 kB for the page.
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
from lip.database import engine_from_url, use_engine
from lip.database.migrations import migrate
from lip.equal_shares import equal_shares
from lip.said import Said
from proposals.voting.rules.counting import result_of
from proposals.voting.rules.opinion_groups import groups_of
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Line
from proposals.voting.rules.sealing import sealed
from tests.factories import make_conference
from tests.proposals.voting.counted import closed, make_round

OPTIONS, PEOPLE, READS = 200, 200, 100
MOST_READ, LARGEST = 10.0, 25_000
FIELDS = [Said.of(de=name) for name in ("Bildung", "Wohnen", "Arbeit", "Gesundheit")]
WORDS = [
    "Deutschkurse",
    "Abend",
    "Kinderbetreuung",
    "Haus",
    "Stadt",
    "Amt",
    "Briefe",
    "Sprache",
    "Arzt",
    "Schule",
    "Verein",
    "Platz",
    "Spielplatz",
    "Beratung",
    "Jugend",
    "Arbeit",
    "Wohnung",
    "Familien",
    "Frauen",
    "Kultur",
    "Bibliothek",
    "Sport",
    "Essen",
    "Fest",
    "Rathaus",
    "Telefon",
    "Internet",
    "Bus",
    "Bahn",
    "Fahrrad",
]


def titles(chance: Random) -> list[str]:
    """Make up proposals of ordinary length, no two alike."""
    return [
        f"{' '.join(chance.choices(WORDS, k=9))} für alle ({place})"
        for place in range(1, OPTIONS + 1)
    ]


async def fill(url: str) -> None:
    """Write two closed rounds: one of approvals, one of opinions."""
    use_engine(engine_from_url(url))
    await migrate()
    chance = Random(7)
    conference = await make_conference("eins")
    fields = [chance.choice(FIELDS) for _ in range(OPTIONS)]
    approvals = [
        dict.fromkeys(chance.sample(range(1, OPTIONS + 1), 5), 1) for _ in range(PEOPLE)
    ]
    made = await make_round(
        conference, titles(chance), approvals, fields=fields, receipts=False
    )
    await closed(made, conference)
    made = await make_round(
        conference,
        titles(chance),
        opinions(chance),
        number=2,
        method=Method.OPINION,
        receipts=False,
    )
    await closed(made, conference)
    use_engine(None)


def opinions(chance: Random) -> list[dict[int, int]]:
    """Make up two camps, each person having seen half of everything."""
    return [
        {
            place: chance.choice([side, side, side, 0])
            for place in chance.sample(range(1, OPTIONS + 1), OPTIONS // 2)
        }
        for person in range(PEOPLE)
        for side in [1 if person % 3 else -1]
    ]


def counting() -> tuple[float, float]:
    """Measure counting and sealing, and finding groups, in milliseconds."""
    from tests.proposals.voting.rules.test_result import asked, options  # noqa: PLC0415

    chance = Random(3)
    lines = [Line(marks=marks) for marks in opinions(chance)]
    started = time.process_time()
    what = asked(Method.OPINION)
    sealed(result_of(what, options(OPTIONS), lines, took_part={}, shares=equal_shares))
    between = time.process_time()
    groups_of(lines, range(1, OPTIONS + 1))
    return 1000 * (between - started), 1000 * (time.process_time() - between)


def read(address: str, path: str, process) -> tuple[float, float]:
    """Read a page many times; give the first answer's and the others' milliseconds."""
    with httpx.Client(base_url=address, timeout=60) as client:
        started = time.perf_counter()
        assert client.get(path).status_code == 200
        first = 1000 * (time.perf_counter() - started)
        before = cpu_seconds(process.pid)
        for _ in range(READS):
            client.get(path)
        return first, 1000 * (cpu_seconds(process.pid) - before) / READS


def main() -> None:
    """Fill, serve, measure, say."""
    folder = tempfile.mkdtemp(prefix="lip-results-")
    url = f"sqlite:///{folder}/a.sqlite"
    asyncio.run(fill(url))
    count, grouping = counting()
    print(f"{OPTIONS} options, {PEOPLE} people: count and seal {count:.0f} ms of CPU")
    print(f"find opinion groups {grouping:.0f} ms of CPU")
    port = free_port()
    process = start(url, port)
    try:
        address = f"http://127.0.0.1:{port}"
        first, each = read(address, "/de/c/eins/rounds/1", process)
        size = first_load(address, "/de/c/eins/rounds/1", "")
        print(f"page: first {first:.0f} ms, then {each:.1f} ms of CPU (≤ {MOST_READ})")
        print(f"first load: {size} bytes (≤ {LARGEST})")
        first, groups = read(address, "/de/c/eins/rounds/2/opinions", process)
        print(f"opinion groups: first {first:.0f} ms, then {groups:.1f} ms of CPU")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
    sys.exit(0 if each <= MOST_READ and size <= LARGEST else 1)


if __name__ == "__main__":
    main()
