"""Rounds as the board and everybody see them: taken back, noted, step by step."""

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.actions.keep_minutes import note_ruling
from elections.actions.keep_roll import take_in_roll
from elections.actions.key_papers import (
    end_keying,
    key_paper,
    lay_batch,
    papers_done,
)
from elections.actions.next_round import prepare_next_round
from elections.list_reading import ListedVoter
from elections.queries.elections import election_by_id, election_of, elections_of
from elections.queries.rulings import rulings_of
from elections.rules.planning import Method
from elections.rules.stages import About, Entitled, TieRule
from lip.accounts.rules.roles import Role
from lip.database import fetch
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
STATIC = Path(__file__).parents[3] / "static"
LINKED = re.compile(r'(?:href|src)="/static/\w+/([\w/.]+\.(?:css|js))"')
HEAVIEST = 25_000
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


async def all_on_paper(hall: Hall, counts: Sequence[int]) -> None:
    """Let papers name one each, so many as `counts` says, and make the result final."""
    voters = [ListedVoter(line=line, name=f"V{line}") for line in range(sum(counts))]
    await take_in_roll(hall.election, voters, conference=hall.conference, **MADE)
    hall = await open_hall(hall)
    await fetch("UPDATE roll_entry SET channel = 'paper'")
    officers = (uuid4(), uuid4())
    await close(hall, *officers)
    batch = await lay_batch(hall.election, sum(counts), **MADE)
    for officer in officers:
        for number, times in enumerate(counts, 1):
            marks = ((f"k{number}", 1),)
            await key_paper(hall.election, batch, marks, times, officer=officer)
        await end_keying(hall.election, batch, officer=officer, **MADE)
    await papers_done(hall.election, **MADE)
    await finish(hall)


async def test_a_long_count_shows_each_step_on_a_page_of_its_own(client):
    hall = await make_hall(
        voters=0,
        names=[f"Vorname Nachname {place}" for place in range(12)],
        seats=1,
        method=Method.STV_SCOTTISH,
        entitled=Entitled.IMPORTED,
    )
    await all_on_paper(hall, range(1, 13))

    page = await client.get(f"/de{PUBLIC}/1")
    minutes = await client.get(f"/de{PUBLIC}/1/minutes")
    first = await client.get(f"/ar{PUBLIC}/1/steps/1")
    none = await client.get(f"/de{PUBLIC}/1/steps/999")

    assert page.text.count("/elections/1/steps/") > 10
    assert 'class="chart"' not in page.text
    assert "Ist mein Stimmzettel dabei?" not in page.text
    assert minutes.text.count("<table") == 1
    assert first.text.count("<tr") == 13
    assert 'rel="next"' in first.text
    assert none.status_code == 404
    for one in (page, minutes, first):
        assert weight(one) < HEAVIEST, one.url


def weight(page: httpx.Response) -> int:
    """Weigh a page with its styles and scripts as they are sent."""
    files = [STATIC / path for path in LINKED.findall(page.text)]
    parts = [page.content, *(file.read_bytes() for file in files)]
    return sum(len(gzip.compress(part)) for part in parts)
