"""Rounds as the board and everybody see them: taken back, noted, step by step."""

import json
from dataclasses import replace
from uuid import uuid4

import httpx
import pytest

from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.actions.keep_minutes import note_ruling
from elections.actions.next_round import prepare_next_round
from elections.queries.elections import election_by_id, election_of, elections_of
from elections.queries.rulings import rulings_of
from elections.rules.planning import Method
from elections.rules.stages import About, TieRule
from lip.accounts.rules.roles import Role
from lip.journal.rules.entries import COMMAND
from tests.client import send, sign_in_as
from tests.elections.polls import (
    Hall,
    close,
    credential_for,
    finish,
    make_hall,
    open_hall,
    vote,
)
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio

RUN = "/conferences/konferenz/elections"
PUBLIC = "/c/konferenz/elections"
MADE = {"by": COMMAND, "now": clock()}


async def counted(hall: Hall, *marks: str) -> Hall:
    """Let people vote for one each, and count."""
    for person, mark in zip(hall.people, marks, strict=False):
        await vote(hall, await credential_for(hall, person.id), mark)
    await close(hall)
    await count_ballots(hall.election, **MADE)
    return replace(hall, election=await election_by_id(hall.election.id))


async def onward(hall: Hall) -> Hall:
    """Make a round final and open the next one."""
    number = await prepare_next_round(hall.election, **MADE)
    for officer in (uuid4(), uuid4()):
        await agree_to_finish(hall.election, officer=officer, keys=KEYS, **MADE)
    election = await election_of(hall.conference.id, number)
    return await open_hall(replace(hall, election=election))


async def ruled(hall: Hall, about: About, question: str, decision: str = "") -> None:
    await note_ruling(
        hall.election,
        about,
        question,
        decision,
        officer=None,
        request=uuid4(),
        **MADE,
    )


async def test_minutes_have_what_was_ruled_and_noted_in_every_round(client):
    hall = await open_hall(await make_hall(seats=1, advance=2, ties=TieRule.RUNOFF))
    await ruled(hall, About.ROLL, "Frage eins", "Antwort eins")
    hall = await onward(await counted(hall, "k1", "k1", "k2", "k2", "k3"))
    await ruled(hall, About.OBJECTION, "Frage zwei", "Antwort zwei")
    await ruled(hall, About.OTHER, "Ein Gewitter")
    hall = await onward(await counted(hall, "k1", "k2"))
    await ruled(hall, About.BALLOT, "Frage drei")
    await finish(await counted(hall, "k1", "k1", "k2"))

    page = (await client.get(f"/de{PUBLIC}/3/minutes")).text
    plain = json.loads((await client.get(f"{PUBLIC}/3/minutes.json")).text)

    assert "Wählerverzeichnis: Frage eins – Antwort eins" in page
    assert "Einwand: Frage zwei – Antwort zwei" in page
    assert "Frage drei – noch nicht entschieden" in page
    assert page.index("Vorkommnisse und Bemerkungen") < page.index("Ein Gewitter")
    assert [one["question"] for one in plain["rulings"]] == [
        "Frage eins",
        "Frage zwei",
        "Frage drei",
    ]
    assert [one["question"] for one in plain["remarks"]] == ["Ein Gewitter"]
    assert len({one["round"] for one in plain["rulings"]}) == 3


async def test_a_prepared_round_is_taken_back_and_what_was_decided_stays(
    client: httpx.AsyncClient,
):
    hall = await open_hall(await make_hall(seats=1, advance=2))
    hall = await counted(hall, "k1", "k2")
    await ruled(hall, About.ROLL, "Vorher", "ja")
    await sign_in_as(client, Role.ELECTION_BOARD)
    await send(client, f"{RUN}/1/next-round")
    later = await election_of(hall.conference.id, 2)
    await ruled(replace(hall, election=later), About.OTHER, "Nachher")

    offered = (await client.get(f"/de{RUN}/1")).text
    answers = [await send(client, f"{RUN}/1/next-round/take-back") for _ in range(2)]
    noted = [one.question for one in await rulings_of(hall.election.id)]
    left = await elections_of(hall.conference.id)
    await send(client, f"{RUN}/1/next-round")

    assert "Vorbereitung des nächsten Wahlgangs zurücknehmen" in offered
    assert [one.status_code for one in answers] == [303, 303]
    assert noted == ["Vorher", "Nachher"]
    assert [one.number for one in left] == [1]
    assert len(await elections_of(hall.conference.id)) == 2


async def test_a_round_in_which_people_vote_is_not_taken_back(client):
    hall = await open_hall(await make_hall(seats=1, advance=2))
    await onward(await counted(hall, "k1", "k2"))
    await sign_in_as(client, Role.ELECTION_BOARD)

    page = (await client.get(f"/de{RUN}/1")).text
    answer = await send(client, f"{RUN}/1/next-round/take-back")

    assert "zurücknehmen" not in page
    assert answer.status_code == 410
    assert len(await elections_of(hall.conference.id)) == 2


async def test_the_order_is_drawn_before_people_introduce_themselves(client):
    hall = await make_hall()
    await sign_in_as(client, Role.ELECTION_BOARD)

    before = (await client.get(f"/de{PUBLIC}/1/introductions")).text
    drawn = await send(client, f"{RUN}/1/draw-order")
    board = (await client.get(f"/de{RUN}/1")).text
    page = (await client.get(f"/de{PUBLIC}/1")).text
    after = (await client.get(f"/de{PUBLIC}/1/introductions")).text

    assert hall.election.number == 1
    assert "Reihenfolge des Tages, für alle dieselbe" in before
    assert drawn.status_code == 303
    assert "So stehen sie auch auf dem Stimmzettel." in board
    assert "Reihenfolge auslosen" not in board
    assert "In der Reihenfolge, die das Los gegeben hat." in page
    assert "In der Reihenfolge, die das Los gegeben hat." in after


async def test_a_long_count_shows_each_step_on_a_page_of_its_own(client):
    names = [f"Vorname Nachname {place}" for place in range(40)]
    hall = await make_hall(voters=6, names=names, seats=3, method=Method.STV_SCOTTISH)
    hall = await open_hall(hall)
    await finish(await counted(hall, "k1", "k1", "k2", "k3", "k4", "k5"))

    page = (await client.get(f"/de{PUBLIC}/1")).text
    first = (await client.get(f"/ar{PUBLIC}/1/steps/1")).text
    none = await client.get(f"/de{PUBLIC}/1/steps/999")

    assert f"/de{PUBLIC}/1/steps/2" in page
    assert 'class="chart"' not in page
    assert first.count("<tr") == 41
    assert 'rel="next"' in first
    assert none.status_code == 404
