"""The front page: what is coming, and what has been, by series."""

from datetime import timedelta

import httpx
import pytest

from lip.conference.actions.change_stage import change_stage
from lip.conference.rules.stages import Stage
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.change_page import change_page
from lip.programme.actions.change_series import choose_series, make_series
from lip.programme.rules.public_page import PublicPage
from lip.said import Said
from tests.factories import clock, make_conference, whole_days
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


def part(page: str, heading: str) -> str:
    """What stands below a heading."""
    return page[page.index(heading) :]


async def test_the_front_page_names_what_is_coming_in_order(client: httpx.AsyncClient):
    later, past = clock() + timedelta(days=9), clock() - timedelta(days=9)
    await make_conference("spaeter", title="Später", days=whole_days(later, 2))
    await make_conference("heute", title="Heute", place="Pavillon & Garten")
    await make_conference("frueher", title="Früher", days=whole_days(past))

    page = (await client.get("/de/")).text

    assert page.index("Heute") < page.index("Später") < page.index("Früher</a>")
    assert page.index("Früher</a>") > page.index("Frühere Konferenzen")
    assert "Pavillon &amp; Garten" in page
    assert 'href="/de/c/heute"' in page


async def test_without_a_conference_the_front_page_says_so(client: httpx.AsyncClient):
    page = (await client.get("/")).text

    assert "Zurzeit ist keine Konferenz angekündigt" in page


async def test_times_are_those_of_the_place(client: httpx.AsyncClient):
    day = whole_days(clock() + timedelta(days=3))
    await make_conference("fern", days=day, zone="Asia/Tokyo")

    page = (await client.get("/de/")).text

    opens = day[0].open + timedelta(hours=9)
    assert f"Einlass ab {opens:%H:%M} Uhr" in page


async def test_reading_costs_the_same_however_many_are_coming(
    client: httpx.AsyncClient,
):
    await make_conference("eins")
    await client.get("/")
    with counted_queries() as few:
        await client.get("/")

    for number in range(8):
        await make_conference(f"mehr-{number}")
    with counted_queries() as many:
        await client.get("/")

    assert len(few) == len(many) <= 3


async def test_a_draft_stands_nowhere(client: httpx.AsyncClient):
    conference = await make_conference("heimlich", title="Heimlich")
    await change_stage(conference, Stage.DRAFT, by=COMMAND, now=clock())

    page = (await client.get("/de/")).text

    assert "Heimlich" not in page


async def test_what_is_called_off_says_so_and_names_no_doors(
    client: httpx.AsyncClient,
):
    conference = await make_conference("eins", title="Ausgefallen")
    await change_stage(conference, Stage.CALLED_OFF, by=COMMAND, now=clock())

    page = (await client.get("/de/")).text

    assert page.index("Abgesagt") < page.index("Ausgefallen")
    assert "Einlass ab" not in page


async def test_earlier_conferences_stand_by_series_the_latest_first(
    client: httpx.AsyncClient,
):
    made = []
    for year, ago in (("2023", 700), ("2024", 300)):
        days = whole_days(clock() - timedelta(days=ago))
        made.append(
            await make_conference(f"k-{year}", title=f"Treff {year}", days=days)
        )
    title = Said.of(de="Migrationskonferenz", en="Migration conference")
    series = await make_series(title, conference=made[0], by=COMMAND, now=clock())
    await choose_series(made[1], series, by=COMMAND, now=clock())
    await make_conference(
        "allein", title="Ohne Reihe", days=whole_days(clock() - timedelta(days=9))
    )

    german = part((await client.get("/de/")).text, "Frühere Konferenzen")
    english = (await client.get("/en/")).text

    assert (
        german.index("Migrationskonferenz")
        < german.index("Treff 2024")
        < german.index("Treff 2023")
        < german.index("Ohne Reihe")
    )
    assert "Migration conference" in english


async def test_titles_stand_in_the_language_of_the_reader(client: httpx.AsyncClient):
    conference = await make_conference("eins", title="Konferenz der Vielfalt")
    page = PublicPage(title=Said.of(ar="مؤتمر التنوع"))
    await change_page(conference, page, shown="", by=COMMAND, now=clock())

    arabic = (await client.get("/ar/")).text
    english = (await client.get("/en/")).text

    assert 'lang="ar" dir="auto">مؤتمر التنوع</a>' in arabic
    assert 'lang="de" dir="auto">Konferenz der Vielfalt</a>' in english
