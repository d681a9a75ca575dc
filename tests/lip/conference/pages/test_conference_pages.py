"""A conference for its organisers: announced, changed, looked at."""

import re
from datetime import UTC, date, datetime

import httpx
import pytest

from lip.accounts.rules.roles import RIGHTS, Right, Role
from lip.conference.queries.conferences import conference_by_key
from lip.conference.tables import Conference
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.sections import SECTIONS
from tests.client import another, send, sign_in_as
from tests.factories import make_conference, make_helper_link, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

NEW = "/conferences/new"
GOOD = {
    "title": "Stadt für alle",
    "key": "stadt-2026",
    "place": "Rathaus",
    "organiser": "Beirat",
    "language": "de",
    "zone": "Europe/Berlin",
    "hand_out": "Programm\nStimmkarte",
    "needs_kept_days": "30",
    "rows": "2",
    "day_1": "2026-11-14",
    "opens_1": "08:30",
    "closes_1": "17:00",
    "day_2": "2026-11-13",
    "opens_2": "18:00",
    "closes_2": "21:00",
}


async def test_a_conference_is_announced(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(client, NEW, GOOD)

    assert answer.headers["location"] == "/conferences/stadt-2026"
    place = await conference_by_key("stadt-2026")
    assert (place.title, place.place, place.organiser) == (
        "Stadt für alle",
        "Rathaus",
        "Beirat",
    )
    assert place.hand_out.split() == ["Programm", "Stimmkarte"]
    assert place.needs_kept_days == 30
    assert [doors.day for doors in place.days] == [
        date(2026, 11, 13),
        date(2026, 11, 14),
    ]
    assert place.days[1].open == datetime(2026, 11, 14, 7, 30, tzinfo=UTC)


async def test_the_form_speaks_before_anything_is_typed(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)

    page = (await client.get(f"/de{NEW}")).text

    assert "Neue Konferenz" in page
    assert 'value="Europe/Berlin" selected' in page
    assert page.count('type="date"') == 1


@pytest.mark.parametrize(
    "change, field",
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"key": "Nicht gut"}, "key"),
        ({"key": "new"}, "key"),
        ({"key": "schon-da"}, "key"),
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"language": "xx"}, "language"),
        ({"needs_kept_days": "-1"}, "needs_kept_days"),
        ({"needs_kept_days": "viele"}, "needs_kept_days"),
        ({"day_2": ""}, "day_2"),
        ({"day_2": "14.13.2026"}, "day_2"),
        ({"day_2": "2026-11-14"}, "day_2"),
        ({"opens_1": "8 Uhr"}, "opens_1"),
        ({"closes_1": ""}, "closes_1"),
        ({"closes_1": "08:00"}, "closes_1"),
        ({"hand_out": "x" * 1001}, "hand_out"),
    ],
)
async def test_every_mistake_is_said_at_its_field(
    client: httpx.AsyncClient, change, field
):
    await make_conference("schon-da")
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(client, NEW, GOOD | change)

    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.text
    assert f'href="#f-{field}"' in answer.text
    assert 'value="Rathaus"' in answer.text
    assert await Conference.count() == 1


async def test_a_key_is_made_from_the_title_when_none_is_given(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.ORGANISER)

    answer = await send(client, NEW, GOOD | {"key": ""})

    assert answer.headers["location"] == "/conferences/stadt-fur-alle"


async def test_a_day_is_added_and_taken_away_without_script(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.ORGANISER)

    longer = await send(client, NEW, GOOD | {"add_day": "1"})
    shorter = await send(client, NEW, GOOD | {"remove_day": "1"})

    assert re.findall(r'type="date" value="([^"]*)"', longer.text) == [
        "2026-11-14",
        "2026-11-13",
        "2026-11-14",
    ]
    assert re.findall(r'type="date" value="([^"]*)"', shorter.text) == ["2026-11-13"]
    assert 'value="Stadt für alle"' in longer.text
    assert not await Conference.exists()


async def test_what_is_said_of_a_conference_changes(client: httpx.AsyncClient):
    await make_conference("eins", title="Alt")
    await sign_in_as(client, Role.ORGANISER, "eins")
    fields = GOOD | {"title": "Neu", "key": "zwei"}

    page = (await client.get("/conferences/eins/edit")).text
    answer = await send(client, "/conferences/eins/edit", fields)

    assert 'value="Alt"' in page
    assert 'name="key"' not in page
    assert answer.headers["location"] == "/conferences/eins"
    assert (await conference_by_key("eins")).title == "Neu"
    (entry,) = await entries(Filter(acts=frozenset({Act.CONFERENCE_CHANGED})))
    assert entry.scope == "eins"


async def test_a_change_with_a_mistake_changes_nothing(client: httpx.AsyncClient):
    before = await make_conference("eins", title="Alt")
    await sign_in_as(client, Role.ORGANISER, "eins")

    answer = await send(client, "/conferences/eins/edit", GOOD | {"opens_2": "x"})

    assert answer.status_code == 422
    assert await conference_by_key("eins") == before


async def test_the_overview_shows_figures_and_what_is_next(
    client: httpx.AsyncClient,
):
    place = await make_conference("eins")
    await make_participant(place, language="tr", organisation="Verein <b>")
    await make_participant(place, role="Presse")
    await sign_in_as(client, Role.ORGANISER, "eins")

    before = (await client.get("/de/conferences/eins")).text
    await client.get("/conferences/eins/badges.pdf")
    await make_helper_link("eins")
    after = (await client.get("/de/conferences/eins")).text

    assert "2 Personen stehen auf der Liste" in before
    assert "2 Schilder sind noch nicht gedruckt" in before
    assert before.count('<li class="done">') == 2
    assert "Alle sind gedruckt" in after
    assert after.count('<li class="done">') == 4
    assert "Türkisch" in after
    assert "Verein &lt;b&gt;" in after


async def test_an_empty_conference_says_where_to_begin(client: httpx.AsyncClient):
    await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")

    page = (await client.get("/de/conferences/eins")).text

    assert "Ihre Excel-Liste genügt" in page
    assert page.count('<li class="done">') == 1  # it is announced
    assert "Wer angemeldet ist" not in page


async def test_the_frame_leads_everywhere(client: httpx.AsyncClient):
    await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")
    page = (await client.get("/conferences/eins")).text

    nav = re.search(r'<nav class="nav".*?</nav>', page, re.DOTALL)
    assert nav is not None
    paths = re.findall(r'<a href="([^"]+)"', nav[0])

    own = [one for one in SECTIONS if Right(one.right) in RIGHTS[Role.ORGANISER]]
    assert len(paths) == len(own)
    for path in paths:
        assert (await client.get(path)).status_code == 200, path
    assert nav[0].count('aria-current="page"') == 1
    assert nav[0].count("<summary") == len({one.group for one in own} - {""})


async def test_who_organises_one_conference_announces_no_other(
    client: httpx.AsyncClient,
):
    await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")

    looked = await client.get(NEW)
    sent = await send(client, NEW, GOOD)

    assert looked.status_code == sent.status_code == 403
    assert await Conference.count() == 1


@pytest.mark.parametrize("path", ["/conferences/eins", "/conferences/eins/edit"])
async def test_the_pages_are_for_organisers_of_the_conference(
    client: httpx.AsyncClient, path
):
    await make_conference("eins")
    stranger, helper = another(client), another(client)
    await sign_in_as(client, Role.ORGANISER, "zwei")
    await sign_in_as(helper, Role.DOOR_HELPER, "eins")

    answers = [await one.get(path) for one in (client, helper, stranger)]

    assert [one.status_code for one in answers] == [403, 403, 401]
    for one in (stranger, helper):
        await one.aclose()


async def test_an_unknown_conference_is_not_found(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)

    answer = await client.get("/de/conferences/keine")

    assert answer.status_code == 404
    assert "Eine Konferenz „keine“ gibt es nicht" in answer.text


async def test_a_long_list_needs_no_more_queries_than_a_short_one(
    client: httpx.AsyncClient,
):
    place = await make_conference("eins")
    await make_participant(place)
    await sign_in_as(client, Role.ORGANISER, "eins")
    with counted_queries() as for_one:
        await client.get("/conferences/eins")
    for number in range(20):
        await make_participant(place, organisation=f"Verein {number}")

    with counted_queries() as for_many:
        page = await client.get("/de/conferences/eins")

    assert len(for_many) == len(for_one) <= 8
    assert "alle anderen" in page.text
