"""Certificates as people, organisers and strangers meet them."""

import io
import zipfile
from datetime import timedelta

import httpx
import pypdf
import pypdfium2
import pytest
import zxingcpp

from lip.accounts.rules.roles import Role
from lip.attendance.actions.issue_certificates import issue_certificate
from lip.attendance.queries.certificates import certificates_of
from lip.conference.rules.codes import shown
from lip.journal.rules.entries import COMMAND
from lip.web.limits import WRONG_CODES_PER_ADDRESS
from tests.attendances import code_on, hold_conference
from tests.client import send, sign_in_as
from tests.factories import KEYS, clock, make_participant
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

LIST = "/de/conferences/konferenz/certificates"


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def codes_in(pdf: bytes) -> list[str]:
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[0]
    picture = page.render(scale=3).to_pil().convert("L")
    return [code.text for code in zxingcpp.read_barcodes(picture)]


async def own(client: httpx.AsyncClient, held, **fields: str) -> bytes:
    path = f"/de/t/{shown(held.people[0].code)}/certificate"
    answer = await client.post(path, data={"language": "de"} | fields)
    assert answer.status_code == 303, answer.text
    paper = await client.get(answer.headers["location"])
    assert paper.headers["content-type"] == "application/pdf"
    return paper.content


async def test_a_person_gets_her_certificate_by_her_ticket(client: httpx.AsyncClient):
    held = await hold_conference(given_name="Ada", family_name="Yıldız")

    page = await client.get(f"/de/t/{held.people[0].code}/certificate")
    paper = await own(client, held)

    assert "7 Std. 30 Min." in page.text
    for words in (
        "Ada Yıldız",
        "7 Std. 30 Min.",
        "Wohnen",
        "1 Std. 15 Min.",
        "Rathaus",
    ):
        assert words in text_of(paper)


async def test_its_qr_code_leads_to_what_is_printed(client: httpx.AsyncClient):
    held = await hold_conference(given_name="Ada", family_name="Yıldız")
    paper = await own(client, held)

    (address,) = codes_in(paper)
    path = address.removeprefix("http://127.0.0.1:8000")
    checked = await client.get(f"/de{path}")

    assert path.startswith("/check/")
    for words in ("Diese Bescheinigung ist echt.", "Ada Yıldız", "7 Std. 30 Min."):
        assert words in checked.text


async def test_the_check_reveals_no_more_than_is_printed(client: httpx.AsyncClient):
    held = await hold_conference(
        given_name="Ada",
        family_name="Yıldız",
        email="ada@example.org",
        organisation="Geheimverein",
        phone="+49 511 1",
        note="Notiz",
    )
    paper = await own(client, held, by_hand="1")
    (address,) = codes_in(paper)

    checked = await client.get("/de" + address.removeprefix("http://127.0.0.1:8000"))

    assert "Ada" not in text_of(paper)
    for secret in ("Ada", "Yıldız", "ada@", "Geheimverein", "511", "Notiz"):
        assert secret not in checked.text
    assert shown(held.people[0].code) not in checked.text
    assert checked.headers["x-robots-tag"] == "noindex"
    assert checked.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("language", ["de", "en", "ar"])
async def test_it_is_accessible_and_speaks_the_wished_language(
    client: httpx.AsyncClient, language: str
):
    held = await hold_conference()

    paper = await own(client, held, language=language)

    root = pypdf.PdfReader(io.BytesIO(paper)).trailer["/Root"]
    assert root["/Lang"] == language
    assert "/StructTreeRoot" in root
    heading = {"de": "Teilnahmebescheinigung", "en": "Certificate of attendance"}
    if language in heading:
        assert heading[language] in text_of(paper)


async def test_who_never_came_is_told_so_and_gets_none(client: httpx.AsyncClient):
    held = await hold_conference()
    bo = await make_participant(held.conference)
    path = f"/de/t/{bo.code}/certificate"

    page, sent = await client.get(path), await client.post(path)

    assert "Sie waren nicht am Einlass." in page.text
    assert sent.status_code == 403
    assert "reicht die Anwesenheit nicht" in sent.text


async def test_during_the_conference_it_says_from_when(client: httpx.AsyncClient):
    held = await hold_conference(day=clock().date() + timedelta(days=365))

    page = await client.get(f"/de/t/{held.people[0].code}/certificate")

    assert "Die Bescheinigung gibt es nach der Konferenz." in page.text


@pytest.mark.parametrize("code", ["AAAA-BBBB-CCCC", "abc", "AAAA-BBBB-CCC0"])
async def test_an_unknown_code_gets_advice(client: httpx.AsyncClient, code: str):
    answer = await client.get(f"/de/check/{code}")

    assert answer.status_code == 404
    assert "Zu diesem Code gibt es keine Bescheinigung." in answer.text


async def test_a_ticket_code_is_no_code_of_a_certificate(client: httpx.AsyncClient):
    held = await hold_conference()
    await own(client, held)

    answer = await client.get(f"/de/check/{shown(held.people[0].code)}")

    assert answer.status_code == 404


async def test_guessing_codes_is_limited_and_right_ones_are_answered(
    client: httpx.AsyncClient,
):
    held = await hold_conference()
    await own(client, held)
    (issued,) = await certificates_of(held.conference)

    for _ in range(WRONG_CODES_PER_ADDRESS.attempts):
        await client.get("/de/check/AAAA-BBBB-CCCC")

    assert (await client.get("/de/check/AAAA-BBBB-CCCC")).status_code == 429
    assert (await client.get(f"/de/check/{code_on(issued.id)}")).status_code == 200


async def test_a_typed_code_leads_to_its_certificate(client: httpx.AsyncClient):
    empty = await client.get("/de/check")
    found = await client.get("/de/check", params={"code": "abcd efgh jkmn"})

    assert empty.status_code == 200
    assert found.headers["location"] == "/de/check/ABCD-EFGH-JKMN"


async def test_organisers_issue_print_and_withdraw(client: httpx.AsyncClient):
    held = await hold_conference(people=3, given_name="Ada", family_name="Yıldız")
    await sign_in_as(client, Role.ORGANISER)

    before = await client.get(LIST)
    await send(client, f"{LIST}/issue")
    after = await client.get(LIST)
    issued = await certificates_of(held.conference)
    await send(client, f"{LIST}/{issued[0].id}/withdraw")

    assert "3 fehlende ausstellen" in before.text
    assert "fehlende ausstellen" not in after.text
    assert len(issued) == 3
    assert len(await certificates_of(held.conference)) == 2
    assert (await client.get(f"/check/{code_on(issued[0].id)}")).status_code == 404


async def test_all_come_in_one_file_or_in_an_archive(client: httpx.AsyncClient):
    await hold_conference(people=3)
    await sign_in_as(client, Role.ORGANISER)
    await send(client, f"{LIST}/issue")

    whole = await client.get(f"{LIST}/all.pdf")
    archive = await client.get(f"{LIST}/all.zip")

    assert len(pypdfium2.PdfDocument(whole.content)) == 3
    with zipfile.ZipFile(io.BytesIO(archive.content)) as files:
        assert len(files.namelist()) == 3
        assert all(files.read(name).startswith(b"%PDF") for name in files.namelist())


async def test_each_is_printed_in_the_language_of_its_person(
    client: httpx.AsyncClient,
):
    held = await hold_conference(language="ar")
    issued = await issue_certificate(
        held.people[0].id,
        conference=held.conference,
        by_hand=False,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
    )
    await sign_in_as(client, Role.ORGANISER)

    usual = await client.get(f"{LIST}/{issued.id}/certificate.pdf")
    wished = await client.get(f"{LIST}/{issued.id}/certificate.pdf?language=en")

    languages = [
        pypdf.PdfReader(io.BytesIO(paper.content)).trailer["/Root"]["/Lang"]
        for paper in (usual, wished)
    ]
    assert languages == ["ar", "en"]


async def test_terms_are_set_and_wrong_ones_are_said(client: httpx.AsyncClient):
    await hold_conference()
    await sign_in_as(client, Role.ORGANISER)
    fields = {
        "least_minutes": "500",
        "certificates_from": "",
        "certificates_kept_months": "12",
        "text-de": "Themen",
        "signed_by": "Ayşe Muster",
    }

    wrong = await send(client, f"{LIST}/terms", fields | {"least_minutes": "viel"})
    right = await send(client, f"{LIST}/terms", fields)
    page = await client.get(LIST)

    assert wrong.status_code == 422
    assert "Bitte eine ganze Zahl eingeben." in wrong.text
    assert right.status_code == 303
    assert "zu kurz da" in page.text


async def test_the_list_costs_the_same_for_one_and_for_many(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.ORGANISER)
    counts = []

    for key, people in (("eins", 1), ("viele", 9)):
        await hold_conference(key, people=people)
        with counted_queries() as seen:
            await client.get(f"/de/conferences/{key}/certificates")
        counts.append(len(seen))

    assert counts[0] == counts[1]
