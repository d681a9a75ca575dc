"""What everybody reads of papers, and what nobody does."""

import re
from typing import Any

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.bodies.rules.kinds import Outcome, Station
from lip.journal.rules.entries import COMMAND
from lip.opendata.actions.catch_up import catch_up
from lip.opendata.pages.answers import site_of
from lip.papers.actions.release_paper import release_paper
from lip.papers.actions.remove_paper import remove_paper
from lip.papers.actions.save_paper import save_paper
from lip.papers.actions.take_in import take_in_papers
from lip.papers.queries.subjects import paper_documents, papers_as_subjects
from lip.papers.rules.kinds import PaperKind
from lip.papers.rules.papers import Consulted, CostLine, Recipient, Section
from lip.said import Said
from tests.client import send, settings_for, sign_in_as
from tests.factories import clock
from tests.lip.bodies.factories import make_body, make_step
from tests.lip.papers.actions.test_take_in import paper as foreign_paper
from tests.lip.papers.factories import GENDER, make_paper, wish_of
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def test_drafts_hidden_and_removed_papers_are_read_by_nobody(
    client: httpx.AsyncClient,
):
    await make_paper("1/2026", public=False, title="Geheimer Entwurf")
    hidden = await make_paper("2/2026", title="Zurückgenommen")
    removed = await make_paper("3/2026", title="Entfernt")
    shown = await make_paper("4/2026", title="Sichtbar")
    await release_paper(hidden, public=False, by=COMMAND, now=clock())
    await remove_paper(removed, by=COMMAND, now=clock())

    listed = (await client.get("/de/papers")).text
    answers = [
        (await client.get(f"/de/papers/{number}-2026{more}")).status_code
        for number in range(1, 5)
        for more in ("", "/print.pdf")
    ]
    documents = [one async for one in paper_documents()]
    subjects = await papers_as_subjects([hidden, removed, shown])

    assert "Sichtbar" in listed
    for title in ("Geheimer Entwurf", "Zurückgenommen", "Entfernt"):
        assert title not in listed
    assert answers == [404, 404, 410, 410, 410, 410, 200, 200]
    assert [one.path for one in documents] == ["/papers/4-2026"]
    assert {one.id: one.public for one in subjects.values()} == {
        hidden: False,
        shown: True,
    }


async def test_an_editor_removes_and_restores_and_oparl_follows(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    paper, draft = await make_paper("1/2026"), await make_paper("2/2026", public=False)
    path = f"/de/edit/papers/{paper}"

    async def told() -> Any:
        await catch_up(site_of(settings_for("sqlite://")), now=clock())
        return (await client.get(f"/oparl/v1.1/papers/{paper}")).json()

    before = (await client.get(path)).text
    never = (await client.get(f"/de/edit/papers/{draft}")).text
    await told()
    await send(client, f"{path}/remove")
    removed, deleted = (await client.get(path)).text, await told()
    gone = (await client.get("/papers/1-2026")).status_code
    back = await send(client, f"{path}/restore")
    again = await told()

    assert "Sie können sie später wiederherstellen." in before
    assert "war noch nie öffentlich" in never
    assert "Wiederherstellen" in removed
    assert (gone, deleted.get("deleted")) == (410, True)
    assert back.status_code == 303
    assert "deleted" not in again
    assert again["reference"] == "1/2026"
    assert (await client.get("/papers/1-2026")).status_code == 200


async def test_an_address_leads_on_when_a_paper_gets_another_number(
    client: httpx.AsyncClient,
):
    paper = await make_paper("1/2026", title="Bericht")

    async def told() -> Any:
        await catch_up(site_of(settings_for("sqlite://")), now=clock())
        return (await client.get(f"/oparl/v1.1/papers/{paper}")).json()

    before = await told()
    await release_paper(paper, public=False, by=COMMAND, now=clock())
    hidden, deleted = await client.get("/de/papers/1-2026"), await told()
    await save_paper(paper, wish_of("2/2026"), version=1, by=COMMAND, now=clock())
    still = await client.get("/de/papers/1-2026")
    await release_paper(paper, by=COMMAND, now=clock())
    again = await told()

    assert hidden.status_code == still.status_code == 410
    assert "war öffentlich und ist es zurzeit nicht" in hidden.text
    assert "2/2026" not in still.text
    assert (deleted["deleted"], again["reference"]) == (True, "2/2026")
    assert again["id"] == before["id"]
    for old, new in (
        (before["mainFile"]["accessUrl"], again["mainFile"]["accessUrl"]),
        ("/ar/papers/1-2026", "/ar/papers/2-2026"),
    ):
        led = await client.get(old)
        assert led.status_code == 301
        assert led.headers["location"] in new
        assert (await client.get(new)).status_code == 200


async def test_a_number_belongs_to_the_paper_that_has_it_now(client: httpx.AsyncClient):
    wrong = await make_paper("1/2026", title="Verschrieben")
    await save_paper(
        wrong,
        wish_of("2/2026", title="Verschrieben"),
        version=1,
        by=COMMAND,
        now=clock(),
    )
    right = await make_paper("1/2026", title="Richtig", public=False)
    before = await client.get("/papers/1-2026")
    await release_paper(right, by=COMMAND, now=clock())
    after = await client.get("/papers/1-2026")

    await save_paper(
        right, wish_of("3/2026", title="Richtig"), version=1, by=COMMAND, now=clock()
    )
    last = await client.get("/papers/1-2026")

    assert before.headers["location"] == "/papers/2-2026"
    assert "Richtig" in after.text
    assert last.headers["location"] == "/papers/3-2026"


async def test_the_list_costs_the_same_for_one_and_for_many(client: httpx.AsyncClient):
    await make_paper("1/2026")
    await client.get("/papers")
    with counted_queries() as few:
        await client.get("/papers")
    for number in range(2, 60):
        await make_paper(f"{number}/2026")

    with counted_queries() as many:
        first = await client.get("/papers")

    assert len(many) == len(few)
    assert first.text.count("<h2") == 50
    second = (await client.get("/papers?at=2")).text
    assert second.count("<h2") == 9
    assert (await client.get("/papers?at=-1&kind=nichts&who=x&year=%00")).text


async def test_filters_find_by_kind_year_body_and_text(client: httpx.AsyncClient):
    body = await make_body("Sozialausschuss")
    await make_paper("1/2026", title="Bericht zur Bildung")
    await make_paper("2/2026", kind=PaperKind.INQUIRY, title="Frage")
    await make_paper("3/2026", log=(Consulted(body=body),), title="Beraten")

    for query, found in [
        ("kind=inquiry", "Frage"),
        (f"who={body}", "Beraten"),
        ("q=bildung", "Bericht zur Bildung"),
    ]:
        page = (await client.get(f"/de/papers?{query}")).text
        assert re.findall(r'dir="auto">([^<]+)</span></a></h2>', page) == [found]
    assert "Nichts gefunden" in (await client.get("/de/papers?q=xyz")).text


async def test_numbers_costs_votes_and_the_way_are_read(client: httpx.AsyncClient):
    body = await make_body("Internationaler Ausschuss")
    await make_paper("2/2026")
    paper = await make_paper(
        "1/2026",
        sections=(Section(text="Siehe [Drucksache 2/2026](/x), DS 2/2026."), GENDER),
        costs=(CostLine(label="Räume", year="2026", cents=49501600),),
        log=(Consulted(body=body, result="Formal behandelt", yes=10, no=1),),
    )
    part = "Handlungsfeld 3, 3.1 Frauen Punkte 6 und 7"
    refused = {"outcome": Outcome.REFUSED, "words": Said.of(de="Gibt es schon.")}
    await make_step(
        paper, station=Station.COMMITTEE, body=body, part=part, yes=2, no=8, **refused
    )
    await make_step(paper, public=False, words=Said.of(de="Nur intern"))

    page = (await client.get("/de/papers/1-2026")).text
    about = (await client.get("/de/bodies/internationaler-ausschuss")).text

    assert '<a href="/de/papers/2-2026">2/2026</a>.' in page
    assert '<a href="/x">Drucksache 2/2026</a>' in page
    assert "495.016,00\xa0€" in page
    assert "10 dafür – 1 dagegen" in page
    assert f"{part}</bdi>: <bdi>2 dafür – 8 dagegen</bdi>" in page
    assert "Gibt es schon." in page
    assert "Nur intern" not in page
    assert "Ein Bericht" in about
    assert "2 dafür – 8 dagegen" in about


async def test_what_is_written_runs_nowhere(client: httpx.AsyncClient):
    text = "<script>alert(1)</script> ![x](https://example.org/x.png) [a](javascript:b)"
    await make_paper(sections=(Section(heading="<i>", text=text), GENDER))

    page = (await client.get("/papers/1-2026")).text

    assert "<script>alert" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert (await client.get("/papers/1-2026/print.pdf")).status_code == 200


async def test_a_foreign_paper_is_read_with_links_to_its_files(
    client: httpx.AsyncClient,
):
    file = {"name": "Anlage 1", "accessUrl": "https://example.org/1.pdf"}
    values = [foreign_paper(1, auxiliaryFile=[file])]
    await take_in_papers(values, by=COMMAND, now=clock())

    page = (await client.get("/papers/2024-0001")).text

    assert 'href="https://example.org/1.pdf"' in page
    assert "print.pdf" not in page


async def test_what_is_printed_on_a_paper_stays_in_its_language(
    client: httpx.AsyncClient,
):
    body = await make_body("Stadtbezirksräte")
    known = Recipient(body=body, address_as="An die", for_information=True)
    await make_paper(recipients=(known,))

    page = (await client.get("/ar/papers/1-2026")).text

    assert "An die Stadtbezirksräte (zur Kenntnis)" in page
    assert "Informations\u00addrucksache" in page
    assert (await client.get("/ar/papers/1-2026/print.pdf")).content == (
        await client.get("/de/papers/1-2026/print.pdf")
    ).content
