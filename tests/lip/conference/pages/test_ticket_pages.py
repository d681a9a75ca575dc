"""Tickets as people open them: by their code alone."""

import io
import re
from datetime import UTC, datetime

import httpx
import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from lip.accounts.rules.roles import Role
from lip.conference.rules.codes import shown
from lip.conference.tables import CheckIn, Participant
from lip.database import current_engine
from lip.web.limits import WRONG_CODES_PER_ADDRESS
from tests.client import another, send, sign_in_as, sign_in_by_link
from tests.factories import make_conference, make_participant
from tests.house.visitors import Visitor

pytestmark = pytest.mark.anyio

WRONG = "AAAA-BBBB-CCCC"


def decoded(picture: bytes) -> list[str]:
    image = Image.open(io.BytesIO(picture)).convert("L")
    return [code.text for code in zxingcpp.read_barcodes(image)]


async def cancel(participant) -> None:
    now = datetime.now(UTC)
    await Participant.update({Participant.cancelled_at: now}).where(
        Participant.id == participant
    )


async def test_a_person_sees_her_own_ticket(client: httpx.AsyncClient):
    place = await make_conference("eins", title="Stadt für alle", place="Rathaus")
    ada = await make_participant(place, given_name="Ada", family_name="Yıldız")

    answer = await client.get(f"/de/t/{shown(ada.code)}")

    assert answer.status_code == 200
    for words in ("Stadt für alle", "Rathaus", "Ada Yıldız", shown(ada.code)):
        assert words in answer.text
    assert "Einlassen" not in answer.text


async def test_a_ticket_stays_out_of_caches_and_search_engines(
    client: httpx.AsyncClient,
):
    ada = await make_participant(await make_conference())

    answer = await client.get(f"/t/{ada.code}")

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("change", [str.lower, shown, lambda code: f" {code} "])
async def test_a_code_is_read_as_people_type_it(client: httpx.AsyncClient, change):
    ada = await make_participant(await make_conference())

    answer = await client.get(f"/t/{change(ada.code)}")

    assert answer.status_code == 200
    assert shown(ada.code) in answer.text


async def test_the_page_speaks_the_language_of_the_visitor(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference(), language="de")

    answer = await client.get(f"/t/{ada.code}", headers={"Accept-Language": "ar"})

    assert '<html lang="ar" dir="rtl">' in answer.text


@pytest.mark.parametrize("code", [WRONG, "abc", "AAAA-BBBB-CCC0"])
async def test_a_wrong_code_gets_advice(client: httpx.AsyncClient, code):
    answer = await client.get(f"/de/t/{code}")

    assert answer.status_code == 404
    assert "Zu diesem Code gibt es kein Ticket" in answer.text
    assert "Am Einlass genügt auch Ihr Name" in answer.text


async def test_a_typed_code_leads_to_its_ticket(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference())

    empty = await client.get("/de/t")
    found = await client.get("/de/t", params={"code": ada.code.lower()})
    wrong = await client.get("/de/t", params={"code": "<script>"})

    assert empty.status_code == 200
    assert found.headers["location"] == f"/de/t/{shown(ada.code)}"
    assert wrong.status_code == 422
    assert "<script>" not in wrong.text.replace("<script type=", "")


async def test_a_cancelled_ticket_says_so(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference())
    await cancel(ada.id)

    answer = await client.get(f"/de/t/{ada.code}")
    picture = await client.get(f"/t/{ada.code}/ticket.png")

    assert "Dieses Ticket ist abgesagt" in answer.text
    assert "QR-Code zum Ticket" not in answer.text
    assert picture.status_code == 404


async def test_the_picture_can_be_scanned(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference())

    answer = await client.get(f"/t/{ada.code}/ticket.png")

    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert decoded(answer.content) == [f"http://127.0.0.1:8000/t/{shown(ada.code)}"]


async def test_the_code_on_the_page_can_be_scanned(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference())
    page = (await client.get(f"/t/{ada.code}")).text

    svg = re.search(r'src="(data:image/svg\+xml;base64,[^"]+)"', page)

    assert svg is not None
    assert f'alt="QR-Code zum Ticket {shown(ada.code)}"' in page


async def test_the_pdf_is_one_page(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference(), family_name="Nguyễn")

    answer = await client.get(f"/t/{ada.code}/ticket.pdf")

    document = pypdfium2.PdfDocument(answer.content)
    assert len(document) == 1
    assert "Nguyễn" in document[0].get_textpage().get_text_range()
    assert answer.headers["content-disposition"].startswith("inline; filename=")


async def test_ten_thousand_wrong_codes_lock_nobody_out(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference())
    on_file = current_engine().engine_type == "sqlite"
    tries = 10_000 if on_file else 700  # the limit knows no database
    a_program = Visitor(client._transport.app, {"accept": "application/json"})

    statuses = []
    for number in range(tries):
        code = f"WRNG{number:06d}ZZ".replace("0", "A").replace("1", "B")
        statuses.append((await a_program.knock("GET", f"/t/{code}")).status)
    right = await client.get(f"/t/{ada.code}")

    allowed = WRONG_CODES_PER_ADDRESS.attempts
    assert statuses.count(404) == allowed
    assert statuses.count(429) == tries - allowed
    assert right.status_code == 200


async def test_after_the_limit_the_wait_is_said(client: httpx.AsyncClient):
    for _ in range(WRONG_CODES_PER_ADDRESS.attempts):
        await client.get(f"/t/{WRONG}")

    answer = await client.get(f"/de/t/{WRONG}")

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "Zu viele Versuche" in answer.text


async def test_a_helper_lets_in_from_the_ticket(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference("eins"), given_name="Ada")
    await sign_in_by_link(client, "eins")

    page = (await client.get(f"/de/t/{ada.code}")).text
    fields = dict(re.findall(r'name="(request|code)" value="([^"]+)"', page))
    answer = await send(client, "/door/eins/scan", fields)

    assert "Einlassen" in page
    assert "Willkommen" in answer.text
    assert await CheckIn.count() == 1


async def test_the_door_is_filled_in_with_a_code(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference("eins"))
    await sign_in_by_link(client, "eins")

    page = (await client.get(f"/door/eins?code={shown(ada.code)}")).text

    assert f'name="code" value="{shown(ada.code)}"' in page


async def test_the_answer_at_the_door_leads_to_the_badge(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference("eins"))
    await sign_in_by_link(client, "eins")

    page = (await send(client, "/door/eins/scan", {"code": ada.code})).text

    assert f'href="/door/eins/badges/{ada.id}"' in page


async def test_helpers_of_another_conference_see_no_button(client: httpx.AsyncClient):
    ada = await make_participant(await make_conference("eins"))
    await make_conference("zwei")
    await sign_in_by_link(client, "zwei")

    page = (await client.get(f"/de/t/{ada.code}")).text

    assert "Einlassen</button>" not in page


async def test_a_name_is_never_markup(client: httpx.AsyncClient):
    name = '<script>alert("x")</script>'
    ada = await make_participant(await make_conference(), given_name=name)

    answer = await client.get(f"/t/{ada.code}")
    paper = await client.get(f"/t/{ada.code}/ticket.pdf")

    assert "<script>alert" not in answer.text
    text = pypdfium2.PdfDocument(paper.content)[0].get_textpage().get_text_range()
    assert "<script>alert" in text


async def test_a_guest_without_name_has_a_number(client: httpx.AsyncClient):
    guest = await make_participant(
        await make_conference(), given_name="", family_name=""
    )

    answer = await client.get(f"/de/t/{guest.code}")

    assert "Gast 1" in answer.text


async def test_organisers_get_tickets_in_the_language_of_the_person(
    client: httpx.AsyncClient,
):
    place = await make_conference("eins")
    ada = await make_participant(place, language="en")
    await sign_in_as(client, Role.ORGANISER, "eins")
    path = f"/conferences/eins/participants/{ada.id}/ticket"

    picture = await client.get(f"{path}.png")
    paper = await client.get(f"{path}.pdf")

    assert decoded(picture.content) == [f"http://127.0.0.1:8000/t/{shown(ada.code)}"]
    root = pypdf.PdfReader(io.BytesIO(paper.content)).trailer["/Root"]
    assert root["/Lang"] == "en"


async def test_tickets_of_another_conference_are_not_there(client: httpx.AsyncClient):
    await make_conference("eins")
    ada = await make_participant(await make_conference("zwei"))
    await sign_in_as(client, Role.ORGANISER, "eins")
    stranger = another(client)

    elsewhere = await client.get(f"/conferences/zwei/participants/{ada.id}/ticket.png")
    crossed = await client.get(f"/conferences/eins/participants/{ada.id}/ticket.png")
    nobody = await stranger.get(f"/conferences/zwei/participants/{ada.id}/ticket.png")

    assert (elsewhere.status_code, crossed.status_code) == (403, 404)
    assert nobody.status_code == 401
