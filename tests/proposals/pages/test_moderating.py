"""Moderation, paper cards, settings and the link without a name."""

import re
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.said import Said
from proposals.board.actions.arrange_clusters import open_cluster
from proposals.queries.collecting import collecting_of
from proposals.queries.proposals import proposal_of, shown_proposals
from proposals.rules.standing import Standing
from tests.client import another, send, sign_in_as
from tests.factories import make_conference, make_participant
from tests.proposals.board.boards import a_deed
from tests.proposals.collections import make_collecting, make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

QUEUE = "/conferences/eins/proposals"


async def test_a_waiting_proposal_is_published_once_it_was_read(
    client: httpx.AsyncClient,
):
    conference = await make_collecting("eins", release_first=True)
    made = await make_proposal(conference)
    await sign_in_as(client, Role.MODERATOR, "eins")

    queue = (await client.get(f"/de{QUEUE}")).text
    before = await shown_proposals(conference.id)
    answer = await send(client, f"{QUEUE}/{made.number}/judge")

    assert "Deutschkurse am Abend" in queue
    assert before == []
    assert answer.status_code == 303
    assert [one.number for one in await shown_proposals(conference.id)] == [made.number]


async def test_the_author_reads_why_it_was_hidden_in_her_language(
    client: httpx.AsyncClient,
):
    conference = await make_collecting("eins")
    ada = await make_participant(conference)
    made = await make_proposal(conference, participant=ada.id)
    await sign_in_as(client, Role.MODERATOR, "eins")
    fields = {"hide": "1", "reason": "off_topic", "reason_text": "Bitte an die Stadt."}

    for _ in range(2):
        await send(client, f"{QUEUE}/{made.number}/judge", fields)
    path = "-".join(re.findall("....", ada.code))
    async with another(client) as phone:
        own = (await phone.get(f"/de/t/{path}/proposals")).text
        public = (await phone.get("/de/c/eins/proposals")).text

    assert "gehört nicht zum Thema" in own
    assert "Bitte an die Stadt." in own
    assert "Deutschkurse" not in public
    hidden = await entries(Filter(acts=frozenset({Act.PROPOSAL_HIDDEN})))
    assert [one.facts for one in hidden] == [{"reason": "off_topic"}]


@pytest.mark.parametrize(
    "fields,sentence",
    [
        ({"hide": "1"}, "Bitte wählen Sie einen Grund"),
        ({"hide": "1", "reason": "nonsense"}, "Bitte wählen Sie einen Grund"),
        ({"hide": "1", "reason": "other"}, "in eigenen Worten"),
    ],
)
async def test_hiding_wants_a_reason(client: httpx.AsyncClient, fields, sentence):
    conference = await make_collecting("eins")
    made = await make_proposal(conference)
    await sign_in_as(client, Role.MODERATOR, "eins")

    data = {**fields, "back": "shown"}
    answer = await send(client, f"/de{QUEUE}/{made.number}/judge", data)

    assert answer.status_code == 422
    assert sentence in answer.text
    kept = await proposal_of(conference.id, made.number)
    assert kept is not None
    assert kept.standing is Standing.SHOWN


async def test_cards_are_entered_one_after_the_other(client: httpx.AsyncClient):
    conference = await make_collecting("eins", release_first=True)
    await sign_in_as(client, Role.MODERATOR, "eins")
    fields = {"text": "Mehr Bänke", "place": "Tisch 4", "request": str(uuid4())}

    answer = await send(client, f"/de{QUEUE}/cards", fields)
    again = await send(client, f"/de{QUEUE}/cards", fields)
    page = (await client.get(answer.headers["location"])).text

    assert answer.headers["location"] == again.headers["location"]
    assert "Gespeichert als Nr. 1" in page
    assert 'name="place" type="text" value="Tisch 4"' in page
    (kept,) = await shown_proposals(conference.id)
    assert (kept.wording.text, kept.place) == ("Mehr Bänke", "Tisch 4")


async def test_settings_are_kept_and_the_link_opens_without_a_name(
    client: httpx.AsyncClient,
):
    conference = await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")
    fields = {
        "opens_at": "2026-01-01T10:00",
        "closes_at": "",
        "most_each": "3",
        "with_link": "1",
        "house_rules-de": "Freundlich bleiben.",
        "house_rules-ar": "الرجاء الاحترام.",
    }

    answer = await send(client, f"/de{QUEUE}/settings", fields)
    page = (await client.get(f"/de{QUEUE}/settings")).text
    found = re.search(r"/p/([0-9a-f]{32})", page)
    assert found is not None
    async with another(client) as phone:
        form = await phone.get(f"/de/p/{found[1]}")
        sent = await phone.post(f"/p/{found[1]}", data={"text": "Ohne Namen"})

    assert answer.status_code == 303
    assert (form.status_code, sent.status_code) == (200, 303)
    collecting = await collecting_of(conference.id)
    assert collecting is not None
    assert (collecting.most_each, collecting.names_allowed) == (3, False)
    assert collecting.house_rules.pick("ar").text == "الرجاء الاحترام."
    (kept,) = await shown_proposals(conference.id)
    assert kept.wording.text == "Ohne Namen"


@pytest.mark.parametrize(
    "fields,field",
    [
        ({"most_each": "0"}, "most_each"),
        ({"most_each": "viele"}, "most_each"),
        ({"opens_at": "morgen"}, "opens_at"),
        (
            {"opens_at": "2026-02-01T10:00", "closes_at": "2026-01-01T10:00"},
            "closes_at",
        ),
    ],
)
async def test_mistakes_in_settings_are_said_at_the_field(
    client: httpx.AsyncClient, fields, field
):
    conference = await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")

    answer = await send(client, f"/de{QUEUE}/settings", fields)

    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.text
    assert await collecting_of(conference.id) is None


async def test_a_link_that_was_closed_opens_nothing(client: httpx.AsyncClient):
    await make_collecting("eins")

    answer = await client.get(f"/de/p/{'0' * 32}")
    sent = await client.post(f"/p/{'0' * 32}", data={"text": "Kurse"})

    assert (answer.status_code, sent.status_code) == (404, 404)
    assert "Dieser Link gilt nicht" in answer.text


async def test_moderators_see_how_much_there_is_and_what_waits(
    client: httpx.AsyncClient,
):
    conference = await make_collecting("eins", release_first=True)
    await make_proposal(conference)
    await sign_in_as(client, Role.MODERATOR, "eins")
    with counted_queries() as few:
        one = (await client.get(f"/de{QUEUE}")).text
    for _ in range(3):
        made = await make_proposal(conference)
    await send(client, f"{QUEUE}/{made.number}/judge")
    await open_cluster(Said.of(de="Sprache"), deed=a_deed(conference))
    with counted_queries() as many:
        more = (await client.get(f"/de{QUEUE}")).text

    assert figures_in(one) == [(0, 1), (1, None), (0, None), (0, None), (0, 0)]
    assert figures_in(more) == [(1, 4), (3, None), (0, None), (1, None), (0, 0)]
    assert len(many) == len(few)


def figures_in(text: str) -> list[tuple[int, int | None]]:
    """Read number and whole of each figure at the head of a page."""
    found = re.findall(r"<dd><span>(\d+)</span>(?: <small>von (\d+)</small>)?", text)
    return [(int(many), int(of) if of else None) for many, of in found]
