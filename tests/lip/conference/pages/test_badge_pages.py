"""Badges and door lists as an organiser prints them."""

import io
import re
from datetime import UTC, datetime, timedelta

import httpx
import pypdf
import pypdfium2
import pytest
import zxingcpp

from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from lip.conference.tables import Conference, Participant
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from tests.client import sign_in_as, sign_in_by_link
from tests.factories import make_conference, make_participant, whole_days
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

BADGES = "/conferences/eins/badges"
PRINT = "/conferences/eins/badges.pdf"


def pages(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    return [page.get_textpage().get_text_range() for page in document]


def codes(answer: httpx.Response) -> set[str]:
    found: set[str] = set()
    for page in pypdfium2.PdfDocument(answer.content):
        picture = page.render(scale=150 / 72).to_pil().convert("L")
        found |= {code.text for code in zxingcpp.read_barcodes(picture)}
    return found


async def an_organiser_of(client: httpx.AsyncClient, **said):
    place = await make_conference("eins", **said)
    await sign_in_as(client, Role.ORGANISER, "eins")
    return place


async def test_the_page_counts_badges_and_sheets(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    for number in range(11):
        await make_participant(place, given_name=f"Gast{number}")

    page = (await client.get(f"/de{BADGES}")).text

    assert "11 Namensschilder sind gewählt" in page
    assert "2 Blätter" in page  # ten on a sheet
    assert "11 Blätter" in page  # one on a sheet
    assert "HERMA 4412" in page
    assert page.count("<svg viewBox=") == 11


async def test_an_empty_list_says_what_to_do(client: httpx.AsyncClient):
    await an_organiser_of(client)

    page = (await client.get(f"/de{BADGES}")).text
    sheets = await client.get(f"/de{PRINT}")

    assert "Noch niemand steht auf der Gästeliste" in page
    assert sheets.status_code == 422
    assert "Für diese Auswahl steht niemand auf der Gästeliste" in sheets.text


async def test_every_badge_of_a_sheet_leads_to_its_ticket(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    made = [await make_participant(place) for _ in range(11)]

    answer = await client.get(PRINT)

    assert len(pages(answer)) == 2
    assert codes(answer) == {
        f"http://127.0.0.1:8000/t/{shown(one.code)}" for one in made
    }
    assert answer.headers["content-disposition"] == (
        'inline; filename="namensschilder-eins.pdf"'
    )


async def test_printing_is_noted(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place)
    await make_participant(place)

    await client.get(PRINT, params={"format": "a7"})

    (entry,) = await entries(Filter(acts=frozenset({Act.BADGES_PRINTED})))
    assert entry.facts == {"badges": 2, "format": "a7", "whose": "all"}
    assert await Participant.count().where(Participant.badge_printed_at.is_not_null())
    assert await Conference.select(Conference.badge_format) == [{"badge_format": "a7"}]


async def test_what_is_printed_is_not_printed_again(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place, given_name="Alt")
    await client.get(PRINT)
    await make_participant(place, given_name="Neu")
    since = datetime.now(UTC).isoformat()
    wish = {"whose": "unprinted", "since": since}

    first = pages(await client.get(PRINT, params=wish))
    again = pages(await client.get(PRINT, params=wish))
    later = await client.get(PRINT, params={"whose": "unprinted"})

    assert "Neu" in first[0]
    assert "Alt" not in first[0]
    assert first == again
    assert later.status_code == 422


async def test_badges_of_some_numbers(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    for name in ("Ada", "Ben", "Cem", "Dua"):
        await make_participant(place, given_name=name, family_name="")
    wish = {"whose": "numbers", "numbers": "1, 3-4", "order": "number"}

    page = (await client.get(f"/de{BADGES}", params=wish)).text
    (sheet,) = pages(await client.get(PRINT, params=wish))

    assert "3 Namensschilder sind gewählt" in page
    assert re.findall("Ada|Ben|Cem|Dua", sheet) == ["Ada", "Cem", "Dua"]


async def test_a_sheet_used_in_part_is_used_up(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    for _ in range(11):
        await make_participant(place)

    asked = await client.get(f"/de{BADGES}?first=10")
    sheets = await client.get(f"{PRINT}?first=10")

    assert 'name="first" type="text" value="10"' in asked.text
    assert len(pages(sheets)) == 2 == len(pages(await client.get(PRINT)))
    assert len(pages(await client.get(f"{PRINT}?first=10&numbers=1-10"))) == 2


@pytest.mark.parametrize("first", ["0", "11", "x"])
async def test_a_place_beyond_the_sheet_is_said_at_the_field(
    client: httpx.AsyncClient, first: str
):
    place = await an_organiser_of(client)
    await make_participant(place)

    asked = await client.get(f"/de{BADGES}?first={first}")
    sheets = await client.get(f"/de{PRINT}?first={first}")

    assert (asked.status_code, sheets.status_code) == (422, 422)
    assert 'id="e-first"' in asked.text
    assert "So viele Schilder hat ein Bogen nicht" in sheets.text


async def test_unreadable_numbers_are_said_at_the_field(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place)
    wish = {"whose": "numbers", "numbers": "eins bis drei"}

    page = await client.get(f"/de{BADGES}", params=wish)
    sheets = await client.get(f"/de{PRINT}", params=wish)

    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.text
    assert 'value="eins bis drei"' in page.text
    assert sheets.status_code == 422
    assert "Diese Nummern lassen sich nicht lesen" in sheets.text


async def test_badges_of_one_role_in_another_language(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place, given_name="Ada", role="Presse & Funk")
    await make_participant(place, given_name="Ben", role="Helfer")
    wish = {"whose": "role", "role": "Presse & Funk", "language": "ar", "format": "a7"}

    page = (await client.get(BADGES, params=wish)).text
    answer = await client.get(PRINT, params=wish)

    assert 'value="Presse &amp; Funk" selected' in page
    assert "Ada" in pages(answer)[0]
    assert len(pages(answer)) == 1
    root = pypdf.PdfReader(io.BytesIO(answer.content)).trailer["/Root"]
    assert root["/Lang"] == "ar"


async def test_who_cancelled_gets_no_badge(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    ada = await make_participant(place)
    await Participant.update({Participant.cancelled_at: datetime.now(UTC)}).where(
        Participant.id == ada.id
    )

    answer = await client.get(PRINT)
    one = await client.get(f"/door/eins/badges/{ada.id}")

    assert answer.status_code == 422
    assert one.status_code == 410


async def test_the_name_for_the_badge_stands_on_it(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place, given_name="Wilhelmine", badge_name="Mina")
    await make_participant(place, given_name="", family_name="")

    (sheet,) = pages(await client.get(PRINT))

    assert "Mina" in sheet
    assert "Wilhelmine" not in sheet
    assert "Gast 2" in sheet


async def test_a_name_is_never_markup_on_a_badge(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place, given_name="#panic()", family_name="<b>*x*</b>")

    (sheet,) = pages(await client.get(PRINT))

    assert "#panic()" in sheet
    assert "<b>*x*</b>" in sheet


async def test_a_role_is_never_markup_on_the_page(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place, role='"><script>alert(1)</script>')

    page = (await client.get(BADGES)).text

    assert "<script>alert" not in page


async def test_a_helper_prints_one_badge_again(client: httpx.AsyncClient):
    place = await make_conference("eins")
    ada = await make_participant(place)
    await make_participant(place, given_name="Ben")
    await Conference.update({Conference.badge_format: "a7"}, force=True)
    await sign_in_by_link(client, "eins")

    answer = await client.get(f"/door/eins/badges/{ada.id}")
    all_of_them = await client.get(PRINT)

    assert len(pages(answer)) == 1
    assert codes(answer) == {f"http://127.0.0.1:8000/t/{shown(ada.code)}"}
    (entry,) = await entries(Filter(acts=frozenset({Act.BADGES_PRINTED})))
    assert entry.subject == ada.id
    assert all_of_them.status_code == 403


async def test_the_door_list_names_everybody_by_name(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place, given_name="Zoe", family_name="Acker")
    await make_participant(place, given_name="Ada", family_name="Zander")

    (sheet,) = pages(await client.get("/conferences/eins/door-list.pdf"))

    assert sheet.index("Zoe Acker") < sheet.index("Ada Zander")
    (entry,) = await entries(Filter(acts=frozenset({Act.DOOR_LIST_PRINTED})))
    assert entry.facts == {"people": 2}


async def test_each_day_has_a_door_list_of_its_own(client: httpx.AsyncClient):
    days = whole_days(datetime.now(UTC) + timedelta(days=9), many=2)
    place = await an_organiser_of(client, days=days)
    await make_participant(place, given_name="Ada", only_on=days[0].day)
    await make_participant(place, given_name="Ben")

    page = (await client.get(BADGES)).text
    path = f"/conferences/eins/door-list.pdf?day={days[1].day}"
    (sheet,) = pages(await client.get(path))

    assert path in page
    assert "Ben" in sheet
    assert "Ada" not in sheet


@pytest.mark.parametrize("path", [BADGES, PRINT, "/conferences/eins/door-list.pdf"])
@pytest.mark.parametrize(
    "role, scope", [(Role.DOOR_HELPER, ""), (Role.ORGANISER, "zwei"), (Role.EDITOR, "")]
)
async def test_only_organisers_of_the_conference_print(
    client: httpx.AsyncClient, path, role, scope
):
    await make_conference("eins")
    await sign_in_as(client, role, scope)

    answer = await client.get(path)

    assert answer.status_code == 403


async def test_two_hundred_guests_need_no_more_queries_than_one(
    client: httpx.AsyncClient,
):
    place = await an_organiser_of(client)
    await make_participant(place)
    with counted_queries() as for_one:
        await client.get(BADGES)
    for _ in range(30):
        await make_participant(place)

    with counted_queries() as for_many:
        await client.get(BADGES)

    assert len(for_many) == len(for_one) <= 4


async def test_a_link_on_another_site_prints_nothing(client: httpx.AsyncClient):
    place = await an_organiser_of(client)
    await make_participant(place)

    answer = await client.get(PRINT, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert await entries(Filter(acts=frozenset({Act.BADGES_PRINTED}))) == []
