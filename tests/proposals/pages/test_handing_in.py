"""Handing in by ticket, as people see it."""

import re
from uuid import uuid4

import httpx
import pytest

from proposals.queries.proposals import proposal_of, shown_proposals
from proposals.rules.standing import Standing
from tests.factories import make_conference, make_participant
from tests.proposals.collections import make_collecting, make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


def grouped(code: str) -> str:
    return "-".join(re.findall("....", code))


async def a_person(**wish):
    conference = await make_collecting(**wish)
    ada = await make_participant(conference)
    return conference, ada, f"/t/{grouped(ada.code)}/proposals"


async def test_a_proposal_is_kept_and_its_number_said(client: httpx.AsyncClient):
    conference, _ada, path = await a_person()
    fields = {"text": "Акція для молоді\nіз музикою", "request": str(uuid4())}

    answer = await client.post(f"/de{path}", data=fields)
    page = (await client.get(answer.headers["location"])).text

    assert answer.status_code == 303
    assert "Ihr Vorschlag hat die Nr. 1" in page
    assert 'lang="uk" dir="auto">Акція для молоді<' in page
    (kept,) = await shown_proposals(conference.id)
    assert kept.wording.text == "Акція для молоді\nіз музикою"


async def test_sent_twice_it_is_kept_once(client: httpx.AsyncClient):
    conference, _ada, path = await a_person()
    fields = {"text": "Mehr Kurse", "request": str(uuid4())}

    for _ in range(2):
        assert (await client.post(path, data=fields)).status_code == 303

    assert len(await shown_proposals(conference.id)) == 1


@pytest.mark.parametrize(
    "text,sentence",
    [
        ("", "ein Satz genügt"),
        ("😀", "ein Satz genügt"),
        ("x" * 20_000, "Ihr Vorschlag hat 20000 Zeichen, es passen 4000"),
    ],
)
async def test_what_is_wrong_is_said_and_the_text_stays(
    client: httpx.AsyncClient, text: str, sentence: str
):
    conference, _ada, path = await a_person()

    answer = await client.post(f"/de{path}", data={"text": text, "title": "Kurse"})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert text in answer.text
    assert 'value="Kurse"' in answer.text
    assert await shown_proposals(conference.id) == []


async def test_markup_is_shown_as_it_was_written(client: httpx.AsyncClient):
    _conference, _ada, path = await a_person()
    await client.post(path, data={"text": "<img src=x onerror=y()> *fett* [a](b)"})

    page = (await client.get(path)).text

    assert "&lt;img src=x onerror=y()&gt; *fett* [a](b)" in page


async def test_a_name_is_shown_only_when_it_was_ticked(client: httpx.AsyncClient):
    conference, _ada, path = await a_person()

    await client.post(path, data={"text": "Eins", "author_name": "Ada"})
    await client.post(
        path, data={"text": "Zwei", "author_name": "Ada", "show_name": "1"}
    )

    names = [one.author_name for one in await shown_proposals(conference.id)]
    assert names == ["Ada", ""]


async def test_one_changes_and_withdraws_ones_own(client: httpx.AsyncClient):
    conference, ada, path = await a_person()
    made = await make_proposal(conference, participant=ada.id)

    form = await client.get(f"/de{path}/{made.number}")
    changed = await client.post(f"{path}/{made.number}", data={"text": "Anders"})
    gone = await client.post(f"{path}/{made.number}/withdraw")

    assert "Deutschkurse am Abend" in form.text
    assert (changed.status_code, gone.status_code) == (303, 303)
    kept = await proposal_of(conference.id, made.number)
    assert kept is not None
    assert (kept.wording.text, kept.standing) == ("Anders", Standing.WITHDRAWN)
    assert (await client.get(f"{path}/{made.number}")).status_code == 404


async def test_nobody_opens_the_proposals_of_others_for_change(
    client: httpx.AsyncClient,
):
    conference, _ada, path = await a_person()
    bo = await make_participant(conference)
    made = await make_proposal(conference, participant=bo.id)

    form = await client.get(f"{path}/{made.number}")
    changed = await client.post(f"{path}/{made.number}", data={"text": "Anders"})

    assert (form.status_code, changed.status_code) == (404, 404)


async def test_support_is_given_once_and_taken_back(client: httpx.AsyncClient):
    conference, _ada, path = await a_person()
    made = await make_proposal(conference)
    support = f"{path}/{made.number}/support"

    for _ in range(2):
        await client.post(support)
    given = await proposal_of(conference.id, made.number)
    page = (await client.get(f"/de{path}/all")).text
    await client.post(support, data={"take_back": "1"})

    assert given is not None
    assert given.support == 1
    assert "1 Person unterstützt das" in page
    assert "Unterstützt. Zurücknehmen?" in page
    after = await proposal_of(conference.id, made.number)
    assert after is not None
    assert after.support == 0


async def test_what_is_alike_is_offered_and_ones_own_is_not(client: httpx.AsyncClient):
    conference, ada, path = await a_person()
    await make_proposal(conference, "Deutschkurse am Abend für Eltern")
    await make_proposal(conference, "Deutschkurse am Abend", participant=ada.id)

    answer = await client.post(
        f"/de{path}/alike", data={"text": "دورات اللغة الألمانية في المساء للآباء"}
    )

    assert "Meinen Sie vielleicht dasselbe?" in answer.text
    assert answer.text.count("<article") == 1
    assert "für Eltern" in answer.text


@pytest.mark.parametrize("rest", ["", "/all", "/1", "/alike"])
async def test_unknown_codes_open_nothing(client: httpx.AsyncClient, rest: str):
    send = client.post if rest == "/alike" else client.get

    answer = await send(f"/t/ABCD-EFGH-JKMN/proposals{rest}")

    assert answer.status_code == 404


async def test_where_nothing_is_collected_it_says_so(client: httpx.AsyncClient):
    conference = await make_conference()
    ada = await make_participant(conference)
    path = f"/de/t/{grouped(ada.code)}/proposals"

    page = await client.get(path)
    sent = await client.post(path, data={"text": "Kurse"})

    assert "werden keine Vorschläge gesammelt" in page.text
    assert sent.status_code == 422
    assert "werden keine Vorschläge gesammelt" in sent.text


async def test_a_long_list_costs_no_more_queries(client: httpx.AsyncClient):
    conference, _ada, path = await a_person()
    await make_proposal(conference)
    with counted_queries() as few:
        await client.get(f"/c/{conference.key}/proposals")
        await client.get(f"{path}/all")
    for number in range(50):
        await make_proposal(conference, f"Vorschlag {number}")

    with counted_queries() as many:
        await client.get(f"/c/{conference.key}/proposals")
        await client.get(f"{path}/all")

    assert len(many) == len(few)
