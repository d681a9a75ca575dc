"""Papers entered by their form: seed 004 field by field, and what goes wrong."""

import json
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from pypdf import PdfReader

from lip.accounts.rules.roles import Role
from lip.bodies.queries.bodies import all_bodies
from lip.bodies.rules.references import references_in
from lip.papers.documents.print_paper import paper_pdf
from lip.papers.pages.paper_form import values_of
from lip.papers.queries.papers import Wanted, paper_by_key, papers, whole_paper
from lip.papers.rules.papers import Paper, outline, printed_line
from lip.sample.bodies import fill_in_bodies
from lip.sample.papers.texts import interim_report
from tests.client import send, sign_in_as
from tests.factories import clock
from tests.lip.papers.factories import make_paper

pytestmark = pytest.mark.anyio

GOLDEN = json.loads(
    (Path(__file__).parents[3] / "golden/seed004_drucksache.json").read_text("utf-8")
)


def fields_of(values: Any) -> dict[str, str]:
    """Give the values of a form as a browser sends them."""
    sent: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, list):
            for at, row in enumerate(value):
                sent |= {f"{name}-{at}-{field}": text for field, text in row.items()}
        else:
            sent[name] = value
    return sent


def said(text: str) -> str:
    return " ".join(text.split())


async def seed_entered(client: httpx.AsyncClient) -> Paper:
    bodies = await fill_in_bodies(now=clock())
    await sign_in_as(client, Role.EDITOR)
    values = fields_of(values_of(interim_report(bodies)))
    answer = await send(client, "/edit/papers/new", values)
    assert answer.status_code == 303, answer.text
    released = await send(client, f"{answer.headers['location']}/release")
    assert released.status_code == 303
    return await whole_paper(await paper_by_key("2088-2016"))


async def test_seed_004_entered_by_the_form_stands_field_by_field(
    client: httpx.AsyncClient,
):
    paper = await seed_entered(client)

    facts = paper.facts
    names = {one.id: one.name.pick("de").text for one in await all_bodies()}
    assert {
        "koerperschaft": said(facts.city),
        "nummer": facts.reference,
        "anzahl_anlagen": int(paper.files_counted),
        "zu_top": facts.agenda_item or None,
        "hinweis": facts.stamp,
        "titel": facts.title,
        "untertitel": facts.subtitle,
        "empfaenger": [
            {"gremium": names[one.body], "zur_kenntnis": one.for_information}
            for one in paper.recipients
        ],
        "abschnitte": list(outline(paper)),
        "verweise": [
            one.reference
            for section in paper.sections
            for one in references_in(section.text)
        ],
        "gender_aspekte": next(s.text for s in paper.sections if s.kind == "gender"),
        "kostentabelle": facts.cost_sentence,
        "aktenzeichen_dezernat": facts.signer,
        "ort": facts.place,
        "datum": facts.dated and facts.dated.dump(),
        "art": "Informationsdrucksache",
        "quelle": GOLDEN["quelle"],
    } == GOLDEN
    assert printed_line(paper.recipients[0], "zur Kenntnis").count("\n") == 1

    page = (await client.get("/de/papers/2088-2016")).text.partition("<article")[2]
    words = said(unescape(re.sub(r"<[^>]+>", " ", page)).replace("\u00ad", ""))
    places = [words.index(said(text)) for text in _as_read(paper)]
    assert places == sorted(places)


def _as_read(paper: Paper) -> list[str]:
    """Name what stands on the page, in the order of the seed."""
    lines = [printed_line(one, "zur Kenntnis") for one in paper.recipients]
    return [
        *("Landeshauptstadt Hannover", "Informationsdrucksache", *lines),
        *("Nr. 2088/2016", "Anzahl der Anlagen 1", "Zu TOP"),
        *(paper.facts.stamp, paper.facts.title, paper.facts.subtitle),
        *(one.text[:40].removeprefix("- ") for one in paper.sections),
        *(paper.facts.cost_sentence, "Dez. III", "Hannover / 26. September 2016"),
    ]


async def test_seed_004_is_printed_as_the_city_prints_it(client: httpx.AsyncClient):
    paper = await seed_entered(client)

    answer = await client.get("/papers/2088-2016/print.pdf")

    assert answer.headers["content-type"] == "application/pdf"
    document = PdfReader(BytesIO(answer.content))
    root: Any = document.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]
    assert document.metadata
    assert document.metadata.title == f"2088/2016 – {paper.facts.title}"
    text = said(" ".join(one.extract_text() for one in document.pages))
    for words in [
        *("Informations- drucksache", "Nr. 2088/2016", "Anzahl der Anlagen 1"),
        *(said(printed_line(one, "zur Kenntnis")) for one in paper.recipients),
        *(
            paper.facts.stamp,
            paper.facts.subtitle,
            "Rückblick:",
            "Betreiberkoordinierung",
        ),
        *(paper.facts.cost_sentence, "Dez. III", "Hannover / 26.09.2016"),
    ]:
        assert words in text
    assert paper_pdf(paper, kind="Informationsdrucksache") == answer.content


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
