"""Lists, figures and feedback as organisers and everybody see them."""

import io
import json
import re
from uuid import uuid4

import httpx
import openpyxl
import pypdfium2
import pytest

from lip.accounts.rules.roles import Role
from lip.attendance.queries.feedback import feedback_of, questions_of
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from tests.attendances import hold_conference
from tests.client import another, send, sign_in_as
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

PLACE = "/de/conferences/konferenz"


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "\n".join(page.get_textpage().get_text_range() for page in document)


# ---- Lists ----


async def test_a_list_has_only_people_who_were_there(client: httpx.AsyncClient):
    held = await hold_conference(people=2, given_name="Ada", family_name="Da")
    await sign_in_as(client, Role.ORGANISER)
    day = held.conference.days[0].day.isoformat()

    page = await client.get(f"{PLACE}/lists")
    paper = await client.get(
        f"{PLACE}/lists/list.pdf",
        params={"of": f"day:{day}", "column": ["number", "name", "signature"]},
    )

    assert f'value="day:{day}"' in page.text
    said = text_of(paper.content)
    assert said.count("Ada Da") == 2
    assert "Unterschrift" in said
    assert "Auf dieser Liste stehen nur Menschen" in said


async def test_a_list_of_a_session_has_only_its_visitors(client: httpx.AsyncClient):
    held = await hold_conference(people=3)
    await sign_in_as(client, Role.ORGANISER)

    answer = await client.get(
        f"{PLACE}/lists/list",
        params={
            "of": f"session:{held.workshop.id}",
            "kind": "csv",
            "column": ["number", "time"],
        },
    )

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines == ['"Nr.";"Name";"Dauer"', '"1";"Ada Yıldız";"1 Std. 15 Min."']


async def test_no_cell_of_an_exported_list_is_a_formula(client: httpx.AsyncClient):
    await hold_conference(given_name="=1+1", family_name="", organisation="@SUM(A1)")
    await sign_in_as(client, Role.ORGANISER)

    answer = await client.get(
        f"{PLACE}/lists/list", params={"column": ["organisation"], "kind": "xlsx"}
    )

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    dangerous = [cell for cell in cells if str(cell.value)[0] in "=@"]
    assert len(dangerous) == 2
    assert all(cell.quotePrefix for cell in dangerous)


async def test_a_list_of_nobody_is_refused_and_each_list_is_recorded(
    client: httpx.AsyncClient,
):
    await hold_conference()
    await sign_in_as(client, Role.ORGANISER)

    empty = await client.get(f"{PLACE}/lists/list.pdf", params={"of": "day:2020-01-01"})
    odd = await client.get(f"{PLACE}/lists/list.pdf", params={"of": "session:x"})
    await client.get(f"{PLACE}/lists/list.pdf")

    assert (empty.status_code, odd.status_code) == (404, 404)
    assert "Für diese Auswahl war niemand da." in empty.text
    made = await entries(Filter(acts=frozenset({Act.ATTENDANCE_LIST_MADE})))
    assert [one.facts for one in made] == [{"people": 1, "kind": "pdf"}]


# ---- Figures ----


async def test_organisers_see_small_numbers_and_nobody_else_does(
    client: httpx.AsyncClient,
):
    await hold_conference(people=3, organisation="Kleiner Verein")
    await sign_in_as(client, Role.ORGANISER)

    mine = await client.get(f"{PLACE}/figures")
    report = await client.get(f"{PLACE}/figures/report")

    assert "Kleiner Verein" in mine.text
    assert "Kleiner Verein" not in report.text


async def test_figures_are_public_only_when_published(client: httpx.AsyncClient):
    await hold_conference(people=7, organisation="Großer Verein")
    await sign_in_as(client, Role.ORGANISER)
    reader = another(client)

    hidden = await reader.get("/de/c/konferenz/figures")
    await send(client, f"{PLACE}/figures/publish")
    shown = await reader.get("/de/c/konferenz/figures")
    page = await reader.get("/de/c/konferenz")
    await send(client, f"{PLACE}/figures/publish", {"hide": "1"})
    again = await reader.get("/de/c/konferenz/figures")

    assert (hidden.status_code, again.status_code) == (404, 404)
    assert "Großer Verein" in shown.text
    assert "/de/c/konferenz/figures" in page.text
    assert "set-cookie" not in shown.headers


async def test_figures_as_files_hide_what_is_small(client: httpx.AsyncClient):
    await hold_conference(people=6, organisation="Großer Verein", language="ar")
    await sign_in_as(client, Role.ORGANISER)

    table = await client.get(f"{PLACE}/figures/file?kind=csv")
    said = json.loads((await client.get(f"{PLACE}/figures/file?kind=json")).content)
    other = await client.get(f"{PLACE}/figures/file?kind=exe")

    assert '"Menschen";"waren da";"6"' in table.content.decode("utf-8-sig")
    assert '"unter 5"' in table.content.decode("utf-8-sig")
    assert said["tables"]["organisations"]["lines"] == [
        {"what": "Großer Verein", "number": 6}
    ]
    assert {"what": "ohne Anmeldung gekommen", "number": None} in said["people"]
    assert other.status_code == 400


async def test_every_chart_has_its_table_beside_it(client: httpx.AsyncClient):
    await hold_conference(people=6, organisation="Großer Verein", language="ar")
    await sign_in_as(client, Role.ORGANISER)

    page = (await client.get(f"{PLACE}/figures")).text

    figures = re.findall(r'<figure class="chart">.*?</figure>', page, re.DOTALL)
    assert figures
    assert all('role="img"' in one and "<table>" in one for one in figures)


async def test_figures_cost_the_same_for_few_and_for_many(client: httpx.AsyncClient):
    await sign_in_as(client, Role.ORGANISER)
    counts = []

    for key, people in (("eins", 1), ("viele", 9)):
        await hold_conference(key, people=people)
        with counted_queries() as seen:
            await client.get(f"/de/conferences/{key}/figures")
        counts.append(len(seen))

    assert counts[0] == counts[1]


# ---- Feedback ----


async def open_feedback(client: httpx.AsyncClient) -> None:
    await sign_in_as(client, Role.ORGANISER)
    await send(client, f"{PLACE}/feedback/questions/usual")
    times = {"opens_at": "2020-01-01T10:00", "closes_at": "", "intro-de": "Bitte!"}
    answer = await send(client, f"{PLACE}/feedback/questions/times", times)
    assert answer.status_code == 303, answer.text


async def test_everybody_gives_feedback_in_her_language(client: httpx.AsyncClient):
    held = await hold_conference()
    await open_feedback(client)
    reader = another(client)
    questions = await questions_of(held.conference)
    fields = {
        "request": str(uuid4()),
        f"q-{questions[0].id}": "5",
        f"q-{questions[-1].id}": "شكرًا جزيلًا",
    }

    form = await reader.get("/ar/c/konferenz/feedback")
    thanks = [await reader.post("/ar/c/konferenz/feedback", data=fields) for _ in "ab"]
    results = await client.get(f"{PLACE}/feedback")

    assert "كيف وجدتم المؤتمر؟" in form.text
    assert "set-cookie" not in form.headers
    assert [one.status_code for one in thanks] == [200, 200]
    assert (await feedback_of(held.conference)).sheets == 1
    assert '<li lang="ar" dir="auto">شكرًا جزيلًا</li>' in results.text


async def test_an_empty_sheet_is_asked_for_again(client: httpx.AsyncClient):
    await hold_conference()
    await open_feedback(client)

    answer = await send(client, "/de/c/konferenz/feedback")

    assert answer.status_code == 422
    assert "Bitte beantworten Sie mindestens eine Frage." in answer.text


async def test_before_it_opens_the_page_says_so(client: httpx.AsyncClient):
    await hold_conference()
    reader = another(client)

    closed = await reader.get("/de/c/konferenz/feedback")
    sent = await reader.post("/de/c/konferenz/feedback", data={"q": "5"})

    assert "Gerade nicht geöffnet" in closed.text
    assert "Abschicken" not in sent.text


async def test_results_of_few_are_not_printed(client: httpx.AsyncClient):
    held = await hold_conference()
    await open_feedback(client)
    (first, *_others) = await questions_of(held.conference)
    for _ in range(4):
        fields = {"request": str(uuid4()), f"q-{first.id}": "2"}
        await another(client).post("/de/c/konferenz/feedback", data=fields)

    few = await client.get(f"{PLACE}/feedback/report")
    fields = {"request": str(uuid4()), f"q-{first.id}": "2"}
    await another(client).post("/de/c/konferenz/feedback", data=fields)
    enough = await client.get(f"{PLACE}/feedback/report")

    assert "Weniger als fünf Bögen." in few.text
    assert "<table>" not in few.text
    assert "5 Bögen, ohne Namen." in enough.text
    assert "Im Mittel 2,0 von 5." in enough.text


async def test_questions_are_written_in_several_languages(client: httpx.AsyncClient):
    held = await hold_conference()
    await sign_in_as(client, Role.ORGANISER)
    new = f"{PLACE}/feedback/questions/new"
    fields = {
        "kind": "choice",
        "label-de": "Kommen Sie wieder?",
        "label-ar": "هل ستعودون؟",
        "options-de": "Ja\nNein",
        "options-ar": "نعم\nلا",
    }

    wrong = await send(client, new, fields | {"options-de": "Ja", "options-ar": ""})
    await send(client, new, fields)
    (question,) = await questions_of(held.conference)
    path = f"{PLACE}/feedback/questions/{question.id}"
    await send(client, path, fields | {"label-de": "Bis bald?"})
    (changed,) = await questions_of(held.conference)
    await send(client, f"{path}/remove")

    assert wrong.status_code == 422
    assert "mindestens zwei Antworten" in wrong.text
    assert [value for value, _ in question.options] == ["1", "2"]
    assert question.options[1][1]["ar"] == "لا"
    assert changed.label["de"] == "Bis bald?"
    assert await questions_of(held.conference) == ()


async def test_an_end_before_the_beginning_is_refused(client: httpx.AsyncClient):
    await hold_conference()
    await sign_in_as(client, Role.ORGANISER)
    times = {"opens_at": "2026-11-22T10:00", "closes_at": "2026-11-22T09:00"}

    answer = await send(client, f"{PLACE}/feedback/questions/times", times)

    assert answer.status_code == 422
    assert "Das Ende muss nach dem Anfang liegen." in answer.text
