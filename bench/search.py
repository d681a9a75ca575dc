"""
What the guest list costs: `uv run python -m bench.search`.

5,000 people with names in many scripts, on SQLite and PostgreSQL: searching a page of
the list and at the door, judging a list of 5,000 rows, and importing it.
"""

import asyncio
import random
import statistics
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from bench.postgres import postgres_url
from lip.conference.actions.announce import Announcement, announce
from lip.conference.actions.import_participants import import_participants, judge_list
from lip.conference.files.export import participants_csv
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.door import visitors_found
from lip.conference.queries.participants import Wanted, list_counts, participants_of
from lip.conference.rules.admission import Doors
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_list import Choice
from lip.database import current_engine, engine_from_url, use_engine
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys

PEOPLE = 5_000
TIMES = 60
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
GIVEN = (
    *("Anna", "Şilan", "Ömer", "Émile", "Олена", "محمد", "فاطمه", "ሰላም"),
    *("Nguyễn", "Zoë", "Łukasz", "Iğdır", "Ada"),
)
FAMILY = (
    *("Müller", "Yıldız", "O'Connor", "Шевченко", "حسین", "رضایی", "ገብረ"),
    *("Trần", "Groß", "Çelik", "Weiß"),
)
CLUBS = ["MiSO e.V.", "Förderkreis Linden", "Kargah", "Türkisch-Deutscher Verein", ""]
QUERIES = ("mueller", "şilan yildiz", "محمد", "o'connor", "weiss 3", "nobody", "e")


def people() -> list[Guest]:
    """Make people, the same in every run."""
    pick = random.Random(7).choice
    return [
        Guest(
            external_id=str(number),
            given_name=pick(GIVEN),
            family_name=f"{pick(FAMILY)}-{pick(FAMILY)}",
            organisation=pick(CLUBS),
            email=f"person{number}@example.org",
            language=pick(["de", "tr", "ar", "uk", "fa", ""]),
            diet=pick(["", "", "vegan"]),
        )
        for number in range(PEOPLE)
    ]


async def main(url: str) -> None:
    """Measure one engine."""
    use_engine(engine_from_url(url))
    await migrate()
    place = await _announced()
    content = participants_csv(people())
    started = perf_counter()
    judged = await judge_list(content, "list.csv", conference=place)
    print(f"  judge {PEOPLE} new rows        {perf_counter() - started:6.2f} s")
    started = perf_counter()
    done = await import_participants(
        judged,
        Choice.ALL,
        conference=place,
        keys=Keys("bench"),
        by=COMMAND,
        now=NOW,
    )
    print(f"  import {done.added} of them         {perf_counter() - started:6.2f} s")
    started = perf_counter()
    await judge_list(content, "list.csv", conference=place)
    print(f"  judge them again           {perf_counter() - started:6.2f} s")
    for query in QUERIES:
        await _timed(f"list, {query!r}", _page(place, query))
    await _timed("door, 'mueller'", lambda: visitors_found(place, "mueller", day=None))
    await _timed("list, last page", lambda: participants_of(place, page=99))
    await _timed("counts", lambda: list_counts(place))
    await current_engine().close_connection_pool()


def _page(place: ConferenceFacts, query: str) -> Callable[[], Awaitable[object]]:
    return lambda: participants_of(place, Wanted(words=query))


async def _announced() -> ConferenceFacts:
    doors = Doors(day=NOW.date(), open=NOW, close=NOW + timedelta(hours=9))
    said = Announcement(title="Bench", days=[doors])
    await announce("bench", said, by=COMMAND, now=NOW)
    return await conference_by_key("bench")


async def _timed(name: str, act: Callable[[], Awaitable[object]]) -> None:
    taken = []
    for _ in range(TIMES):
        started = perf_counter()
        await act()
        taken.append((perf_counter() - started) * 1000)
    taken.sort()
    p95 = taken[int(len(taken) * 0.95)]
    print(f"  {name:26} {statistics.median(taken):6.2f} ms, p95 {p95:6.2f} ms")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print("SQLite")
        asyncio.run(main(f"sqlite:///{Path(folder) / 'bench.sqlite'}"))
    with postgres_url() as server:
        print("PostgreSQL")
        asyncio.run(main(server))
