"""The result, the lot and the minutes as everybody sees them."""

import json
from dataclasses import replace
from uuid import uuid4

import httpx
import pytest

from elections.actions.arrange_lists import ListWish, arrange_lists
from elections.actions.cast_ballot import cast_ballot
from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.queries.elections import election_by_id
from elections.rules.planning import LISTS, Method
from elections.rules.stages import PollStage
from elections.tables import Nomination
from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from tests.client import another, send, sign_in_as
from tests.elections.polls import (
    Hall,
    ballot,
    close,
    credential_for,
    finish,
    make_hall,
    open_hall,
    vote,
)
from tests.factories import KEYS, clock
from tests.schema_org import said_in

pytestmark = pytest.mark.anyio

HERE = "/conferences/konferenz/elections/1"
PUBLIC = "/c/konferenz/elections/1"
MANY = (("k1", 1), ("k2", 1), ("k3", 1))
MARKS = {
    Method.SCORE: (("k1", 5), ("k2", 3)),
    Method.STAR: (("k1", 5), ("k2", 3)),
    Method.CUMULATIVE: (("k1", 2), ("k2", 1)),
    Method.STV_SCOTTISH: (("k1", 1), ("k2", 2)),
    Method.STV_MEEK: (("k1", 1), ("k2", 2)),
    Method.IRV: (("k1", 1), ("k2", 2)),
    Method.SCHULZE: (("k1", 1), ("k2", 2)),
}


async def with_votes(hall: Hall, *ballots: tuple[tuple[str, int], ...]) -> Hall:
    for person, marks in zip(hall.people, ballots, strict=False):
        cast = replace(ballot(await credential_for(hall, person.id)), marks=marks)
        await cast_ballot(hall.election, cast, keys=KEYS)
    return hall


async def tied_hall() -> Hall:
    """Let two be level for one seat; counted."""
    hall = await open_hall(await make_hall(seats=1, names=("Ada", "بو")))
    for place, mark in enumerate(("k1", "k2")):
        await vote(hall, await credential_for(hall, hall.people[place].id), mark)
    await close(hall)
    await count_ballots(hall.election, by=COMMAND, now=clock())
    return hall


@pytest.mark.parametrize("method", Method)
async def test_every_method_shows_its_steps(client, method):
    marks = MARKS.get(method, (("k1", 1),))
    seats, votes = (2, 1) if method is Method.LIMITED else (1, 3)
    wish = {"seats": seats, "method": method, "votes_each": votes, "deputies": 2}
    hall = await make_hall(**wish)
    if method in LISTS:
        lists = [ListWish(name="Blau", members=(1, 2)), ListWish(name="Rot")]
        await arrange_lists(hall.election, lists, by=COMMAND, now=clock())
    hall = await open_hall(hall)
    await with_votes(hall, marks, marks, (("k2", 1),), ())
    await finish(hall)

    page = (await client.get(f"/ar{PUBLIC}")).text
    german = (await client.get(f"/de{PUBLIC}")).text
    minutes = (await client.get(f"/de{PUBLIC}/minutes")).text

    assert "Schritt 1" in german
    assert 'class="chart"' in page or "duels" in page
    assert "Ada" in page
    assert "Ada" in minutes
    assert "Auszählung" in minutes


async def test_search_engines_find_the_record_once_it_is_final(client):
    hall = await with_votes(await open_hall(await make_hall()), (("k1", 1),))
    before = said_in((await client.get(f"/de{PUBLIC}")).text)["WebPage"]
    await finish(hall)

    listed = said_in((await client.get("/de/c/konferenz/elections")).text)
    page = said_in((await client.get(f"/de{PUBLIC}")).text)["WebPage"]
    minutes = said_in((await client.get(f"/de{PUBLIC}/minutes")).text)["Report"]

    assert set(listed) == {"CollectionPage", "BreadcrumbList"}
    assert "mainEntity" not in before
    files = [*page["mainEntity"]["distribution"], *minutes["encoding"]]
    for one in files:
        got = await client.get(one["contentUrl"])
        assert got.headers["content-type"].startswith(one["encodingFormat"])
    assert len(files) == 3
    assert "Ada" not in str(page) + str(minutes)


async def test_dice_are_typed_in_by_two_and_anybody_can_follow_the_lot(client):
    hall = await tied_hall()
    await sign_in_as(client, Role.ELECTION_BOARD)
    sent = {"digits": "12345 61234 56123 45612", "witnesses": "Ida\nJo"}

    before = (await client.get(f"/de{HERE}")).text
    few = await send(client, f"/de{HERE}/dice", sent | {"digits": "123"})
    alone = await send(client, f"/de{HERE}/dice", sent | {"witnesses": "Ida"})
    first = await send(client, f"{HERE}/dice", sent)
    waiting = (await client.get(f"/de{HERE}")).text
    async with another(client) as second:
        await sign_in_as(second, Role.ELECTION_BOARD)
        other = sent | {"digits": "6" * 20}
        differs = await send(second, f"/de{HERE}/dice", other)
        await send(second, f"{HERE}/dice", sent)
    page = (await client.get(f"/de{PUBLIC}")).text
    root = (await election_by_id(hall.election.id)).root

    assert "Würfelzahlen" in before
    assert "mindestens 20 Würfe" in few.text
    assert "mindestens zwei Zeuginnen" in alone.text
    assert first.status_code == 303
    assert "Jetzt muss es ein anderes Mitglied" in waiting
    assert differs.status_code == 422
    assert "anders als die des anderen Mitglieds" in differs.text
    assert f"{root}|12345612345612345612|{hall.election.round}|k1" in page
    assert "Ida" in page
    assert page.count("<bdi>Ada</bdi>") > 2


async def test_names_drawn_by_hand_are_typed_in_in_their_order(client):
    hall = await tied_hall()
    sent = {"drawn-1": "k2", "drawn-2": "k1", "witnesses": "Ida\nJo"}
    await sign_in_as(client, Role.ELECTION_BOARD)

    twice = await send(client, f"/de{HERE}/drawn", sent | {"drawn-2": "k2"})
    await send(client, f"{HERE}/drawn", sent)
    async with another(client) as second:
        await sign_in_as(second, Role.ELECTION_BOARD)
        await send(second, f"{HERE}/drawn", sent)
    await finish_again(hall)
    minutes = json.loads((await client.get(f"{PUBLIC}/minutes.json")).text)

    assert twice.status_code == 422
    assert [one["name"] for one in minutes["elected"]] == ["بو"]
    assert minutes["rounds"][0]["lots"][0]["witnesses"] == ["Ida", "Jo"]


async def finish_again(hall: Hall) -> None:
    for officer in (uuid4(), uuid4()):
        await agree_to_finish(
            hall.election, officer=officer, keys=KEYS, by=COMMAND, now=clock()
        )


async def test_minutes_have_what_the_board_wrote_and_ruled(client):
    hall = await open_hall(await make_hall(seats=1, deputies=2))
    await with_votes(hall, (("k1", 1),), (("k1", 1),), (("k2", 1),), MANY)
    await finish(hall)
    await sign_in_as(client, Role.ELECTION_BOARD)
    wish = {
        "place": "Rathaus, Saal 2",
        "members": "Ida Ohm\nJo Ünal",
        "witnesses": "Kim",
        "objections_until": "2026-12-01",
    }

    kept = await send(client, f"{HERE}/minutes", wish)
    wrong = await send(client, f"/de{HERE}/minutes", wish | {"objections_until": "x"})
    ruling = {"about": "objection", "question": "Zu laut", "decision": "abgelehnt"}
    ruled = await send(client, f"{HERE}/rulings", ruling)
    empty = await send(client, f"/de{HERE}/rulings", {"about": "objection"})
    form = (await client.get(f"/de{HERE}/minutes")).text
    page = (await client.get(f"/de{PUBLIC}/minutes")).text
    paper = await client.get(f"/ar{PUBLIC}/minutes.pdf")
    plain = json.loads((await client.get(f"{PUBLIC}/minutes.json")).text)
    public = (await client.get(f"/de{PUBLIC}")).text
    election = await election_by_id(hall.election.id)

    assert (kept.status_code, ruled.status_code) == (303, 303)
    assert (wrong.status_code, empty.status_code) == (422, 422)
    assert "Zu laut" in form
    for word in ("Rathaus, Saal 2", "Jo Ünal", "Zu laut", "1. Dezember 2026"):
        assert word in page
    for word in (election.root, election.roll_digest, election.signer):
        assert word in page
    assert paper.content.startswith(b"%PDF")
    assert plain["board"] == ["Ida Ohm", "Jo Ünal"]
    assert plain["rulings"][0]["decision"] == "abgelehnt"
    assert plain["rounds"][0]["result"]["winners"] == ["k1"]
    assert "1. Dezember 2026" in public
    assert "zu viele Stimmen (1)" in public


async def test_who_declines_is_replaced_by_the_next_deputy(client):
    hall = await open_hall(await make_hall(seats=1, deputies=2))
    await with_votes(hall, (("k1", 1),), (("k1", 1),), (("k2", 1),))
    await finish(hall)
    await Nomination.update({Nomination.accepted: False}).where(
        Nomination.election == hall.election.id, Nomination.number == 1
    )

    page = (await client.get(f"/de{PUBLIC}")).text
    plain = json.loads((await client.get(f"{PUBLIC}/minutes.json")).text)

    assert "hat abgelehnt" in page
    assert "nachgerückt" in page
    assert [(one["name"], one["moved_up"]) for one in plain["elected"]] == [
        ("Ada", False),
        ("Bo", True),
    ]


async def test_minutes_wait_for_the_result(client: httpx.AsyncClient):
    hall = await tied_hall()

    answers = [
        await client.get(f"/de{PUBLIC}/minutes{end}") for end in ("", ".pdf", ".json")
    ]

    assert hall.election.stage is PollStage.OPEN
    assert [one.status_code for one in answers] == [409] * 3
