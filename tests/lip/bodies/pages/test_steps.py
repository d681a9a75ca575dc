"""The way of a paper, noted and released from its page; bodies and districts."""

import re

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.bodies.queries.bodies import all_bodies, all_districts
from lip.bodies.queries.steps import steps_of
from lip.subjects import SubjectKind
from tests.client import send, sign_in_as
from tests.lip.bodies.factories import make_body, make_step
from tests.lip.papers.factories import make_paper

pytestmark = pytest.mark.anyio


async def test_a_step_is_noted_changed_released_and_taken_back(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    paper, body = await make_paper(), await make_body("Rat")
    path = f"/de/edit/steps/paper/{paper}"
    refusal = {"station": "council", "outcome": "refused", "body": str(body)}
    typed = {**refusal, "yes": "2", "no": "8", "happened": "1. Halbjahr 2026"}

    without = await send(client, f"{path}/new", typed)
    noted = await send(client, f"{path}/new", {**typed, "words-de": "Zu teuer."})
    step = (await steps_of(SubjectKind.PAPER, [paper]))[paper][0]

    assert without.status_code == 422
    assert 'href="#f-words-de"' in without.text
    assert "Wer eine Absage bekommt" in without.text
    assert noted.status_code == 303
    assert "Zu teuer." not in (await client.get("/de/papers/1-2026")).text
    listed = (await client.get(path)).text
    assert "2 dafür – 8 dagegen" in listed
    assert "nur für die Redaktion" in listed
    changed = {**typed, "words-de": "Zu teuer.", "outcome": "decided"}
    assert (await send(client, f"{path}/{step.id}", changed)).status_code == 303
    odd = (await client.get(path)).text
    assert "Die Stimmen passen nicht zum Ergebnis." in odd
    assert "Es fehlt die Drucksache des Beschlusses." in odd
    await send(client, f"{path}/{step.id}/release")
    assert "beschlossen" in (await client.get("/de/papers/1-2026")).text
    kept = await send(client, f"{path}/{step.id}/take-back")
    assert kept.status_code == 409
    await send(client, f"{path}/{step.id}/release", {"hide": "1"})
    assert (await send(client, f"{path}/{step.id}/take-back")).status_code == 303
    assert (await steps_of(SubjectKind.PAPER, [paper]))[paper] == []


async def test_a_text_goes_its_way_from_experts_to_the_council_point_by_point(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    paper, body = await make_paper(), await make_body("Internationaler Ausschuss")
    path, offered = f"/de/edit/steps/paper/{paper}", []

    async def note(**typed: str) -> None:
        form = (await client.get(f"{path}/new")).text
        asked = form.partition('name="station"')[2].partition("</select>")[0]
        chosen = re.search(r'value="(\w+)" selected', asked)
        offered.append(chosen[1] if chosen else "")
        sent = {"station": offered[-1]} | typed
        answer = await send(client, f"{path}/new", sent)
        assert answer.status_code == 303, answer.text

    await note(outcome="agreed", happened="1. Halbjahr 2025")
    await note(outcome="stated", **{"words-de": "Mehr Angebote für Frauen."})
    await note(outcome="sent_back", happened="09/2025", **{"words-de": "Kosten?"})
    await note(station="steering_group", outcome="agreed_changed", happened="10/2025")
    points = {"body": str(body), "happened": "12.11.2025"}
    await note(**points, part="Punkt 6", outcome="refused", yes="2", no="8",
               **{"words-de": "Gibt es schon."})  # fmt: skip
    again = (await client.get(f"{path}/new")).text
    await note(
        **points, part="Punkt 7", outcome="agreed", **{"result-de": "Einstimmig"}
    )
    await note(station="council", outcome="decided", happened="2026", paper="1/2026")
    await note(outcome="in_progress")

    assert offered == [
        *("expert_group", "statements", "steering_group", "expert_group"),
        *("committee", "committee", "committee", "carrying_out"),
    ]
    assert f'value="{body}" selected' in again
    assert 'value="12.11.2025"' in again
    assert "Gibt es schon." not in (await client.get("/de/papers/1-2026")).text
    await send(client, f"{path}/release")
    after = (await client.get("/de/papers/1-2026")).text
    way = after.partition('<ol class="timeline">')[2]
    assert way.count('class="where"') == 7
    for words in (
        *("erstes Halbjahr 2025", "mit Änderung zugestimmt", "Gibt es schon."),
        *("Punkt 6</bdi>: <bdi>2 dafür – 8 dagegen", "Einstimmig", "in Umsetzung"),
    ):
        assert words in way


async def test_a_step_belongs_to_its_text(client: httpx.AsyncClient):
    await sign_in_as(client, Role.EDITOR)
    paper, other = await make_paper("1/2026"), await make_paper("2/2026")
    step = await make_step(paper)

    for path in (
        f"/edit/steps/paper/{other}/{step}",
        f"/edit/steps/nichts/{paper}",
        f"/edit/steps/news/{paper}",
        f"/edit/steps/paper/{step}",
    ):
        assert (await client.get(path)).status_code == 404


async def test_bodies_and_districts_are_entered_by_their_forms(
    client: httpx.AsyncClient,
):
    await sign_in_as(client, Role.EDITOR)
    council = await make_body("Rat")
    wish = {"name-de": "Beirat", "kind": "advisory_board", "parent": str(council)}
    wrong = {**wish, "email": "beirat", "website": "ftp://x", "since": "30. Februar"}

    refused = await send(client, "/de/edit/bodies/new", wrong)
    added = await send(client, "/de/edit/bodies/new", {**wish, "since": "2008"})
    circle = await send(
        client,
        f"/de/edit/bodies/{council}",
        {"name-de": "Rat", "parent": str((await all_bodies())[1].id)},
    )
    await send(client, "/de/edit/districts/new", {"name": "Nord", "number": "13"})

    for field in ("email", "website", "since"):
        assert f'href="#f-{field}"' in refused.text
    assert (refused.status_code, added.status_code) == (422, 303)
    assert 'href="#f-parent"' in circle.text
    assert "So stünde das Gremium über sich selbst." in circle.text
    assert [one.name for one in await all_districts()] == ["Nord"]
    page = (await client.get("/de/bodies/beirat")).text
    assert re.search(r'href="/de/bodies/rat">\s*<span lang="de"', page)
    assert "2008" in page
    assert (await client.get("/bodies/keins")).status_code == 404
