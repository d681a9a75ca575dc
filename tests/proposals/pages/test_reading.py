"""The list of proposals for everybody: the same, whoever had it drawn first."""

from uuid import uuid4

import httpx
import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import shown
from lip.journal.rules.entries import COMMAND
from lip.web.parts import Parts
from proposals.actions.follow_up import Answer, say_what_became
from proposals.rules.following import Became
from proposals.tables import Collecting, Proposal
from tests.client import litestar_in
from tests.factories import clock, make_participant
from tests.lip.fields.factories import make_field
from tests.proposals.collections import make_collecting, make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

LIST = "/de/c/konferenz/proposals"


async def write(conference: ConferenceFacts, numbers: range) -> None:
    """Write rows at once; what handing in does besides is not looked at here."""
    rows = [
        Proposal(
            id=uuid4(),
            conference=conference.id,
            number=number,
            text=f"Kurs <b>{number}</b> & Betreuung. Auch abends.",
            created_at=clock(),
            changed_at=clock(),
        )
        for number in numbers
    ]
    await Proposal.insert(*rows)


def forget_what_was_drawn(client: httpx.AsyncClient) -> None:
    """Begin anew, as another process would."""
    app = litestar_in(client._transport.app)  # type: ignore[attr-defined]
    app.state.parts = Parts(app.template_engine.engine)  # type: ignore[union-attr]


async def test_two_hundred_rows_cost_no_more_statements_than_one(
    client: httpx.AsyncClient,
):
    conference = await make_collecting()
    await write(conference, range(1, 2))
    with counted_queries() as few:
        one = await client.get(LIST)
    await write(conference, range(2, 202))

    with counted_queries() as many:
        two_hundred = await client.get(LIST)

    assert one.text.count("<article") == 1
    assert two_hundred.text.count("<article") == 200
    assert "201 Vorschläge" in two_hundred.text
    assert len(few) == len(many) <= 3, many


async def test_a_page_is_the_same_drawn_anew_and_drawn_before(
    client: httpx.AsyncClient,
):
    conference = await make_collecting()
    await write(conference, range(1, 4))
    pages = {}
    for turn in ("anew", "before"):
        for tag in ("de", "ar", "en"):
            address = f"/{tag}/c/konferenz/proposals"
            pages[turn, tag] = (await client.get(address)).text
    forget_what_was_drawn(client)

    for tag in ("en", "de", "ar"):
        address = f"/{tag}/c/konferenz/proposals"
        assert pages["anew", tag] == pages["before", tag]
        assert (await client.get(address)).text == pages["anew", tag]

    assert "Nr. 3" in pages["anew", "de"]
    assert "No. 3" in pages["anew", "en"]
    assert "Nr. 3" not in pages["anew", "ar"]
    assert "Kurs &lt;b&gt;3&lt;/b&gt; &amp; Betreuung." in pages["before", "de"]


async def test_what_changes_is_drawn_anew(client: httpx.AsyncClient):
    conference = await make_collecting()
    ada, bo = [await make_participant(conference) for _ in range(2)]
    await make_proposal(conference, "Mehr Busse. Auch nachts.", participant=ada.id)
    own = f"/de/t/{shown(ada.code)}/proposals/1"
    seen = [(await client.get(LIST)).text]

    await client.post(f"/de/t/{shown(bo.code)}/proposals/1/support")
    seen.append((await client.get(LIST)).text)
    field = {"field": str(await make_field("Verkehr"))}
    await client.post(f"{own}/field", data=field)
    seen.append((await client.get(LIST)).text)
    await client.post(own, data={"text": "Mehr Bahnen.", **field})
    seen.append((await client.get(LIST)).text)
    answer = Answer(became=Became.ADOPTED)
    await say_what_became(
        1, answer, conference=conference, by=COMMAND, now=clock(), request=uuid4()
    )
    seen.append((await client.get(LIST)).text)

    signs = ("1 Person unterstützt", "marks", "Mehr Bahnen.", "badge good")
    assert [[sign in page for sign in signs] for page in seen] == [
        [at > place for place in range(len(signs))] for at in range(len(seen))
    ]


async def test_each_reader_finds_her_own_support_beside_the_same_rows(
    client: httpx.AsyncClient,
):
    conference = await make_collecting()
    ada, bo = [await make_participant(conference) for _ in range(2)]
    await make_proposal(conference, "Mehr Busse.", participant=ada.id)
    await write(conference, range(2, 3))
    path = {one.id: f"/de/t/{shown(one.code)}/proposals" for one in (ada, bo)}
    with counted_queries() as few:
        before = (await client.get(f"{path[bo.id]}/all")).text
    await client.post(f"{path[bo.id]}/1/support")
    await write(conference, range(3, 203))

    with counted_queries() as many:
        pages = [(await client.get(f"{path[one.id]}/all")).text for one in (ada, bo)]
        rest = (await client.get(f"{path[bo.id]}/all?page_number=2")).text

    of_ada, of_bo = pages
    assert "Zurücknehmen?" not in before
    assert f"{path[bo.id]}/1/support" in rest
    assert rest.count("Zurücknehmen?") == 1
    assert of_ada.count("<article") == of_bo.count("<article") == 200
    assert path[bo.id] not in of_ada
    assert path[ada.id] not in of_bo
    assert "von Ihnen" in (await client.get(f"{path[ada.id]}/all?page_number=2")).text
    assert len(many) == 3 * len(few), many


async def test_handing_in_costs_as_many_statements_among_two_hundred(
    client: httpx.AsyncClient,
):
    conference = await make_collecting()
    ada = await make_participant(conference)
    path = f"/de/t/{shown(ada.code)}/proposals"
    with counted_queries() as few:
        first = await client.post(path, data={"text": "Mehr Busse."})
    await write(conference, range(2, 202))
    await Collecting.update({Collecting.next_number: 202}).where(
        Collecting.conference == conference.id
    )

    with counted_queries() as many:
        second = await client.post(path, data={"text": "Mehr Bahnen."})

    assert (first.status_code, second.status_code) == (303, 303)
    assert "kept=202" in second.headers["location"]
    assert len(few) == len(many) <= 11, many
