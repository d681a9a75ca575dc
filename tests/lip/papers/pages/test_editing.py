"""Papers entered by their form, and what goes wrong."""

import re
from uuid import UUID

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.papers.queries.papers import Wanted, papers
from tests.client import send, sign_in_as
from tests.lip.papers.factories import make_paper

pytestmark = pytest.mark.anyio


async def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    sent = {
        "reference": "zweitausend",
        "title": "Titel <b>",
        "dated": "31.02.2016",
        "section-0-heading": "Ohne Text",
        "section-0-text": "",
        "cost-0-label": "Räume",
        "cost-0-amount": "viel",
        "cost-0-year": "",
        "recipient-0-body": "kein Gremium",
        "recipient-0-words": "In den Rat",
        "log-0-id": "",
        "log-0-yes": "-1",
        "log-0-result": "Einstimmig",
        "gender": "x" * 200_001,
    }

    answer = await send(client, "/edit/papers/new", sent)

    assert answer.status_code == 422
    for field in ("dated", "section-0-text", "cost-0-amount", "log-0-yes", "gender"):
        assert f'href="#f-{field}"' in answer.text
    assert "Titel &lt;b&gt;" in answer.text
    assert await papers(Wanted()) == []
    sent |= {name: "" for name in sent if "-" in name or name in {"dated", "gender"}}
    again = await send(client, "/edit/papers/new", sent)
    assert "2088/2016 E1" in again.text
    assert 'href="#f-reference"' in again.text


async def test_ten_megabytes_are_refused_and_more_rows_save_nothing(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    paste = {"reference": "7/2026", "title": "A", "section-0-heading": ""}

    large = await send(
        client, "/edit/papers/new", {**paste, "section-0-text": "x" * 10_000_000}
    )
    more = await send(client, "/edit/papers/new", {**paste, "more": "cost"})

    assert large.status_code == 422
    assert len(large.content) < 1_000_000
    assert more.status_code == 200
    assert more.text.count('id="f-cost-') == 12
    assert 'value="7/2026"' in more.text
    assert await papers(Wanted()) == []


async def test_who_was_slower_sees_what_stands_saved(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)
    paper = await make_paper()
    mine = {"reference": "1/2026", "title": "Meiner", "version": "1"}
    theirs = {**mine, "title": "Ihrer", "stamp": "EILT"}
    path = f"/edit/papers/{paper}/edit"

    first = await send(client, path, theirs)
    second = await send(client, path, mine)

    assert (first.status_code, second.status_code) == (303, 422)
    assert "Ihrer" in second.text
    assert 'value="Meiner"' in second.text
    assert "EILT" in second.text
    assert 'name="version" value="2"' in second.text
    third = await send(client, path, {**mine, "version": "2"})
    assert third.status_code == 303
    assert (await papers(Wanted()))[0].title == "Meiner"


async def test_a_paper_that_lacks_something_says_so_and_stays_a_draft(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    paper: UUID = await make_paper(public=False, sections=())

    shown = await client.get(f"/de/edit/papers/{paper}")
    refused = await send(client, f"/de/edit/papers/{paper}/release")

    assert "Es fehlt der Abschnitt zu Gender-Aspekten." in shown.text
    assert refused.status_code == 409
    assert "Berücksichtigung von Gender-Aspekten" in refused.text
    assert (await client.get("/papers/1-2026")).status_code == 404


async def test_attachments_are_added_and_taken_away(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)
    paper = await make_paper()
    path = f"/de/edit/papers/{paper}"
    pdf = {"file": ("Bericht.pdf", b"%PDF-1.7", "application/pdf")}
    wrong = {"file": ("Bericht.pdf", b"GIF89a", "application/pdf")}

    refused = await send(client, f"{path}/files", files=wrong)
    nothing = await send(client, f"{path}/files")
    added = await send(client, f"{path}/files", {"title": "Bericht"}, files=pdf)

    assert (refused.status_code, nothing.status_code) == (422, 422)
    assert "ist aber etwas anderes" in refused.text
    assert added.status_code == 303
    page = (await client.get("/papers/1-2026")).text
    file = re.search(r'href="[^"]*(/papers/1-2026/files/[^"]+)"', page)
    assert file
    got = await client.get(file[1])
    assert got.content == b"%PDF-1.7"
    assert got.headers["content-disposition"].startswith(
        'attachment; filename="Bericht'
    )
    gone = re.search(
        r'action="([^"]+/files/[^"]+/remove)"', (await client.get(path)).text
    )
    assert gone
    assert (await send(client, gone[1])).status_code == 303
    assert (await client.get(file[1])).status_code == 404


async def test_wrong_files_are_refused_each_with_its_sentence(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    paper = await make_paper()

    for filename, content, said in (
        ("Bericht.pdf", b"PK\x03\x04", "ist aber etwas anderes"),
        ("Seite.html", b"<script>alert(1)</script>", "Diese Art von Datei"),
        ("Bericht.docm", b"PK\x03\x04", "Diese Art von Datei"),
        ("leer.pdf", b"", "Diese Datei ist leer."),
        ("gross.pdf", b"%PDF-1.7" + bytes(10 * 1024 * 1024), "größer als 10 MB"),
    ):
        sent = {"file": (filename, content, "application/pdf")}
        answer = await send(client, f"/de/edit/papers/{paper}/files", files=sent)
        assert answer.status_code == 422
        assert said in answer.text
        assert 'href="#f-file"' in answer.text
    assert "/files/" not in (await client.get("/papers/1-2026")).text


async def test_a_file_named_with_a_path_is_kept_under_its_last_name(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    paper = await make_paper()
    name = "..\\..\\etc/pass:wd.pdf"
    sent = {"file": (name, b"%PDF-1.7", "application/pdf")}

    await send(client, f"/de/edit/papers/{paper}/files", files=sent)

    page = (await client.get("/de/papers/1-2026")).text
    assert "pass wd" in page
    assert ".." not in page.partition('id="files"')[2].partition("</section>")[0]
