"""Statistics for the grant: asked without a name, tallied at the door, read back."""

import re
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.statistics import add_question, count_answers
from lip.registration.queries.statistics import questions_of
from lip.registration.rules.forms import Option
from lip.said import Said
from tests.client import another, form_token, send, sign_in_as, sign_in_by_link
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio

PUBLIC = "/c/eins/statistics"
HERE = "/conferences/eins/statistics"
TALLY = "/door/eins/tally"


async def a_question(key: str = "eins"):
    place = await make_conference(key)
    options = [
        Option(value=word, label=Said.of(de=word, ar=arabic))
        for word, arabic in (("Nord", "الشمال"), ("Süd", "الجنوب"))
    ]
    text = Said.of(de="Wo wohnen Sie?", ar="أين تسكنون؟")
    one = uuid4()
    await add_question(place, text, options, one=one, by=COMMAND, now=clock())
    return place, one


async def numbers(place) -> tuple[int, ...]:
    (question,) = await questions_of(place.id)
    return question.numbers


async def test_anybody_answers_without_ticket_and_cookie(client: httpx.AsyncClient):
    place, one = await a_question()

    page = await client.get(f"/ar{PUBLIC}")
    sent = await client.post(f"/de{PUBLIC}", data={f"question-{one}": "Nord"})
    thanks = await client.get(sent.headers["location"])

    assert "أين تسكنون؟" in page.text
    assert "بلا بيانات" in page.text or "keine Angabe" in page.text
    assert "Nächste Person" in thanks.text
    assert await numbers(place) == (1, 0, 0)
    assert not client.cookies


async def test_a_form_sent_twice_counts_once(client: httpx.AsyncClient):
    place, one = await a_question()
    form = {f"question-{one}": "Süd", "request": str(uuid4())}

    for _time in range(3):
        await client.post(PUBLIC, data=form)
    await client.post(PUBLIC, data={**form, "request": str(uuid4())})

    assert await numbers(place) == (0, 2, 0)


async def test_what_is_not_offered_is_not_counted(client: httpx.AsyncClient):
    place, one = await a_question()

    await client.post(PUBLIC, data={f"question-{one}": "West", "question-x": "1"})
    await client.post(PUBLIC, data={})

    assert await numbers(place) == (0, 0, 0)


async def test_without_questions_and_before_the_announcement_there_is_nothing(
    client: httpx.AsyncClient,
):
    await make_conference("leer")
    place, one = await a_question()
    await Conference.update(stage=Stage.DRAFT.value).where(Conference.id == place.id)

    nothing = await client.get("/de/c/leer/statistics")
    draft = await client.get(f"/de{PUBLIC}")
    sent = await client.post(PUBLIC, data={f"question-{one}": "Nord"})

    assert (nothing.status_code, draft.status_code, sent.status_code) == (404,) * 3
    assert "Hier wird keine Statistik erhoben." in nothing.text
    assert await numbers(place) == (0, 0, 0)


async def test_a_helper_tallies_with_one_tap_and_takes_a_slip_back(
    client: httpx.AsyncClient,
):
    place, one = await a_question()
    phone = another(client)
    await sign_in_by_link(phone, "eins")
    await phone.get("/de/sign-in")
    token = await form_token(phone, f"/de{TALLY}")

    def tap(option: str, **more: str) -> dict[str, str]:
        return {"csrf": token, "option": option, "request": str(uuid4()), **more}

    page = await phone.get(f"/de{TALLY}")
    first = await phone.post(f"/de{TALLY}/{one}", data=tap("Nord"))
    told = await phone.get(first.headers["location"].partition("#")[0])
    await phone.post(f"/de{TALLY}/{one}", data=tap("Süd"))
    await phone.post(f"/de{TALLY}/{one}", data=tap("Nord", way="back"))

    assert page.text.count('class="button huge"') == 3
    assert "Gezählt: Nord" in told.text
    assert await numbers(place) == (0, 1, 0)
    await phone.aclose()


async def test_an_organiser_asks_and_reads_the_numbers(client: httpx.AsyncClient):
    place = await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")
    question = {
        "id": str(uuid4()),
        "text-de": "Wie alt sind Sie?",
        "text-ar": "كم عمركم؟",
        "rows": "3",
        "option-1-de": "unter 27",
        "option-2-de": "27 und älter",
    }

    empty = await client.get(f"/de{HERE}")
    for _twice in range(2):
        await send(client, f"{HERE}/new", question)
    (made,) = await questions_of(place.id)
    for _person in range(7):
        await count_answers(place.id, {made.id: "unter 27"})
    await count_answers(place.id, {made.id: "27 und älter"})
    whole = await client.get(f"/de{HERE}")
    public = await client.get(f"/de{HERE}?public=1")
    file = await client.get(f"/de{HERE}/statistics.csv")

    assert "Noch wird nichts gefragt" in empty.text
    assert _cells(whole.text) == ["7", "1", "0", "8"]
    assert _cells(public.text) == ["verborgen", "verborgen", "verborgen", "8"]
    assert '"Wie alt sind Sie?";"zusammen";"8"' in file.text
    assert '"1"' not in file.text


def _cells(page: str) -> list[str]:
    cells = re.findall(r'<td class="number">(.*?)</td>', page)
    return [re.sub(r"<[^>]+>", "", cell) for cell in cells]


async def test_a_question_without_answers_is_explained_and_kept_as_typed(
    client: httpx.AsyncClient,
):
    place = await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")

    answer = await send(
        client, f"{HERE}/new", {"text-de": "Warum?", "rows": "2", "option-1-de": "a"}
    )

    assert answer.status_code == 422
    assert "Eine Frage braucht 2 bis 12 Antworten." in answer.text
    assert 'value="Warum?"' in answer.text
    assert await questions_of(place.id) == []


async def test_a_question_is_worded_anew_and_removed(client: httpx.AsyncClient):
    place, one = await a_question()
    await sign_in_as(client, Role.ORGANISER, "eins")
    page = await client.get(f"/de{HERE}/{one}")
    fields = {
        "text-de": "Wo leben Sie?",
        "rows": "2",
        "option-1-value": "Nord",
        "option-1-de": "im Norden",
        "option-2-value": "Süd",
        "option-2-de": "im Süden",
    }
    await count_answers(place.id, {one: "Nord"})

    await send(client, f"{HERE}/{one}", fields)
    (question,) = await questions_of(place.id)
    await send(client, f"{HERE}/{one}/remove")

    assert 'value="Wo wohnen Sie?"' in page.text
    assert question.text["de"] == "Wo leben Sie?"
    assert question.numbers == (1, 0, 0)
    assert await questions_of(place.id) == []
