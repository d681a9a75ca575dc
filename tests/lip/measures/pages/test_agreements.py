"""The file of an agreement: a PDF, for everybody as soon as the measure is out."""

import re
from dataclasses import replace

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine, fetch
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.sheet import AgreementLine, Sheet
from lip.said import Said
from tests.client import another, send, sign_in_as
from tests.lip.measures.made import make_measure

pytestmark = pytest.mark.anyio

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n"
SHEET = Sheet(
    title=Said.of(de="Wege"),
    agreements=(
        AgreementLine(title=Said.of(de="Vereinbarung"), parties="Region\nRat"),
        AgreementLine(title=Said.of(de="Nachtrag")),
    ),
)


async def test_everybody_saves_the_file_of_a_public_measure_only(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    measure = await make_measure(SHEET)
    there = await measure_by_id(measure)
    first, second = (str(one.id) for one in there.sheet.agreements)
    await sign_in_as(client, Role.EDITOR)
    here = f"/edit/measures/{measure}"
    path = f"/measures/{there.key}/agreements/{first}/agreement.pdf"

    sent = await _send(client, here, first, "Vereinbarung für İzmir.pdf", PDF)
    again = await _send(client, here, first, "Vereinbarung für İzmir.pdf", PDF)
    async with another(client) as reader:
        hidden = await reader.get(path)
        await send(client, f"{here}/release")
        shown = await reader.get(path)
        page = await reader.get(f"/measures/{there.key}")
        other = await reader.get(path.replace(first, second))

    assert (sent.status_code, again.status_code) == (303, 303)
    assert (hidden.status_code, other.status_code) == (404, 404)
    assert shown.content == PDF
    assert shown.headers["content-type"] == "application/pdf"
    assert "Vereinbarung%20f%C3%BCr" in shown.headers["content-disposition"]
    assert "sandbox" in shown.headers["content-security-policy"]
    assert page.text.count(path) == 1
    acts = await fetch("SELECT act FROM journal_entry WHERE act LIKE 'agreement%'")
    assert [one["act"] for one in acts] == ["agreement_file_added"]


@pytest.mark.parametrize(
    "name, content, sentence",
    [
        ("vertrag.exe", b"MZ", "muss ein PDF sein"),
        ("vertrag.docx", b"PK", "muss ein PDF sein"),
        ("vertrag.pdf", b"<html>nein</html>", "ist aber etwas anderes"),
        ("vertrag.pdf", b"", "leer"),
        ("vertrag.pdf", PDF + b"x" * 10 * 1024 * 1024, "10 MB"),
        ("", b"", "Bitte wählen Sie eine Datei."),
    ],
)
async def test_what_is_no_usable_pdf_is_said_at_its_field(
    client: httpx.AsyncClient,
    db: StoreEngine,
    name: str,
    content: bytes,
    sentence: str,
) -> None:
    measure = await make_measure(SHEET)
    there = await measure_by_id(measure)
    await sign_in_as(client, Role.EDITOR)
    here, agreement = f"/edit/measures/{measure}", str(there.sheet.agreements[1].id)

    answer = await _send(client, here, agreement, name, content)

    assert answer.status_code == 422
    error = re.search(r'id="e-f-file".*?</p>', answer.text, re.DOTALL)
    assert error
    assert sentence in error[0]
    assert not (await measure_by_id(measure)).files


async def test_a_file_stays_with_its_agreement_and_goes_with_it(
    client: httpx.AsyncClient, db: StoreEngine
) -> None:
    measure = await make_measure(SHEET)
    first, second = (await measure_by_id(measure)).sheet.agreements
    await sign_in_as(client, Role.EDITOR)
    here = f"/edit/measures/{measure}"
    for one in (first, second):
        await _send(client, here, str(one.id), "a.pdf", PDF)

    renamed = replace(first, title=Said.of(de="Neuer Titel"))
    mark = _mark((await client.get(f"{here}/sheet/people")).text)
    fields = {
        "mark": mark,
        "agreements-lines": "1",
        "agreements-0-id": str(first.id),
        "agreements-0-title-de": "Neuer Titel",
        "agreements-0-parties": first.parties,
    }
    saved = await send(client, f"{here}/sheet/people", fields)
    kept = await measure_by_id(measure)
    removed = await send(
        client, f"{here}/agreements/remove", {"agreement": str(first.id)}
    )
    strange = await send(
        client, f"{here}/agreements/remove", {"agreement": str(second.id)}
    )

    assert (saved.status_code, removed.status_code) == (303, 303)
    assert strange.status_code == 404
    assert kept.sheet.agreements == (renamed,)
    assert set(kept.files) == {first.id}
    assert await fetch("SELECT id FROM agreement_file") == []


async def _send(
    client: httpx.AsyncClient, here: str, agreement: str, name: str, content: bytes
) -> httpx.Response:
    files = {"file": (name, content)} if name else None
    fields = {"agreement": agreement}
    return await send(client, f"{here}/agreements", fields, files=files)


def _mark(html: str) -> str:
    found = re.search(r'name="mark" value="(\w+)"', html)
    assert found
    return found[1]
