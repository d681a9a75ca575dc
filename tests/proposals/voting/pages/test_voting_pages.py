"""Voting rounds through their pages, as organisers and voters meet them."""

import re
from uuid import uuid4

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_id
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.voting.actions.codes import slips_of
from proposals.voting.actions.plan_round import RoundWish, make_round
from proposals.voting.queries.rounds import round_of, rounds_of, tally_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.rounds import Stage
from proposals.voting.tables import Receipt, Vote
from tests.client import another, send, sign_in_as
from tests.factories import KEYS, clock, make_participant
from tests.proposals.ballots import (
    OPINION,
    TEXTS,
    THREE_POINTS,
    make_draft,
    make_open,
)
from tests.proposals.collections import make_collecting, make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def somebody(one, **guest):
    return await make_participant(await conference_by_id(one.conference), **guest)


async def test_a_moderator_prepares_opens_and_closes_a_round(client: httpx.AsyncClient):
    conference = await make_collecting()
    for text in TEXTS:
        await make_proposal(conference, text)
    await sign_in_as(client, Role.MODERATOR, "konferenz")
    fields = {
        "title-de": "Was zuerst?",
        "method": "points",
        "most": "3",
        "each": "2",
        "channels": ["phone", "tablet"],
        "request": str(uuid4()),
    }

    made = await send(client, "/conferences/konferenz/rounds/new", fields)
    again = await send(client, "/conferences/konferenz/rounds/new", fields)
    base = "/conferences/konferenz/rounds/1"
    too_early = await send(client, f"{base}/open")
    chosen = await send(client, f"{base}/options", {"how": "all"})
    shown = await client.get(base)
    preview = await client.get(f"{base}/preview")
    opened = await send(client, f"{base}/open")
    late = await send(client, f"{base}/edit", fields)
    asked = await client.get(f"{base}/close")
    closed = await send(client, f"{base}/close")

    assert made.headers["location"] == again.headers["location"] == f"{base}/options"
    assert too_early.status_code == 422
    assert "nötig sind mindestens 2" in too_early.text
    assert chosen.status_code == opened.status_code == closed.status_code == 303
    assert "4 stehen zur Wahl" in shown.text
    assert TEXTS[0] in preview.text
    assert "Das lässt sich nicht zurücknehmen" in asked.text
    assert late.status_code == 409 or "schon eröffnet" in late.text
    (one,) = await rounds_of(conference.id)
    assert one.stage is Stage.CLOSED


async def test_somebody_votes_on_her_phone_and_changes_it(client: httpx.AsyncClient):
    one = await make_open()
    ada = await somebody(one)
    path = f"/t/{ada.code}/vote/{one.number}"

    listed = await client.get(f"/t/{ada.code}/vote")
    empty = await client.get(path)
    sent = await client.post(path, data={"o-1": "2", "o-3": "1", "o-2": ""})
    done = await client.get(sent.headers["location"])
    back = await client.get(path)
    changed = await client.post(path, data={"o-2": "3"})

    assert "Jetzt abstimmen" in listed.text
    assert "Noch übrig: 3" in empty.text
    assert sent.headers["location"].endswith("/done")
    assert "Gespeichert" in done.text
    assert "2 Punkte" in done.text
    assert 'value="2"' in back.text
    assert changed.status_code == 303
    assert [row["marks"] for row in await Vote.select()] == ['{"2": 3}']


async def test_what_cannot_be_counted_is_said_and_nothing_chosen_is_lost(
    client: httpx.AsyncClient,
):
    one = await make_open()
    ada = await somebody(one)

    answer = await client.post(
        f"/t/{ada.code}/vote/{one.number}", data={"o-1": "3", "o-2": "2", "o-4": "x"}
    )

    assert answer.status_code == 422
    assert "lässt sich nicht zählen" in answer.text
    assert re.search(r'name="o-2" value="2"', answer.text)
    assert not await Vote.exists()
    assert not await Receipt.exists()


async def test_opinions_are_asked_one_at_a_time_until_all_are_seen(
    client: httpx.AsyncClient,
):
    one = await make_open(terms=OPINION)
    ada = await somebody(one)
    path = f"/t/{ada.code}/vote/{one.number}"

    seen = []
    for mark in ("1", "-1", "0", "1"):
        page = (await client.get(path)).text
        option = re.search(r'name="option" value="(\d+)"', page)
        assert option
        seen.append(int(option[1]))
        answer = await client.post(path, data={"option": option[1], "mark": mark})
        assert answer.status_code == 303
    end = await client.get(path)
    done = await client.get(f"{path}/done")

    assert sorted(seen) == [1, 2, 3, 4]
    assert "Sie haben zu allem geantwortet" in end.text
    assert "4 von 4 beantwortet" in end.text
    assert "Dagegen" in done.text


async def test_three_people_vote_on_the_tables_tablet_and_see_nothing_of_each_other(
    client: httpx.AsyncClient,
):
    one = await make_open()
    start = f"/c/konferenz/table-vote/{one.number}"
    places = []
    for points in ("1", "2", "3"):
        person = await somebody(one)
        begun = await client.post(f"{start}/begin", data={"code": person.code})
        ballot = await client.get(begun.headers["location"])
        sent = await client.post(begun.headers["location"], data={"o-1": points})
        done = await client.get(sent.headers["location"])
        back = await client.get(begun.headers["location"])
        assert person.code not in ballot.text + done.text
        assert "checked" not in ballot.text
        assert 'value="3"' not in ballot.text
        assert "Nächste Person" in done.text
        assert back.status_code == 303
        assert back.headers["location"].endswith(start)
        places.append(begun.headers["location"])
    late = await client.post(places[0], data={"o-2": "3"})

    assert late.headers["location"].endswith(start)
    assert "Beenden und weitergeben" in ballot.text
    assert f'{start}"></noscript>' in ballot.text
    marks = sorted(row["marks"] for row in await Vote.select())
    assert marks == ['{"1": 1}', '{"1": 2}', '{"1": 3}']


async def test_codes_are_printed_released_handed_out_and_vote(  # noqa: PLR0915
    client: httpx.AsyncClient,
):
    one = await make_open()
    ada = await somebody(one)
    await sign_in_as(client, Role.ORGANISER, "konferenz")
    base = f"/conferences/konferenz/rounds/{one.number}"
    await send(client, f"{base}/codes", {"packages": "1", "size": "3"})
    printed = await client.get(f"{base}/codes/1/slips.pdf")
    first, second, third = [s.code for s in await slips_of(one, 1, keys=KEYS)]
    voter = another(client)

    before = await voter.post(f"/v/{first}", data={"o-1": "1"})
    await send(client, f"{base}/codes/1/release")
    unhanded = await voter.post(f"/v/{first}", data={"o-1": "1"})
    handed = await send(
        client, f"{base}/hand-out", {"code": ada.code, "channel": "code"}
    )
    twice = await send(
        client, f"{base}/hand-out", {"code": ada.code, "channel": "code"}
    )
    good = await voter.post(f"/v/{first}", data={"o-1": "1"})
    stolen = await voter.post(f"/v/{second}", data={"o-1": "1"})
    await send(client, f"{base}/codes/void", {"package": "1", "place": "3"})
    void = await voter.get(f"/v/{third}")
    wrong = await voter.get("/v/AAAA-AAAA-AAAA")
    phone = await voter.post(f"/t/{ada.code}/vote/1", data={"o-1": "1"})

    assert printed.content.startswith(b"%PDF")
    assert "noch nicht ausgegeben" in before.text
    assert "gehen Sie mit Ticket und Zettel" in " ".join(unhanded.text.split())
    assert "Bitte ausgeben" in handed.text
    assert "Schon ausgegeben" in twice.text
    assert good.status_code == 303
    assert "So viele Zettel" in stolen.text
    assert "ungültig gemacht" in void.text
    assert wrong.status_code == 404
    assert "Zettel mit Stimmcode ausgegeben" in phone.text
    assert await Vote.count() == 1
    await voter.aclose()


async def test_two_people_count_dots_without_seeing_each_other(  # noqa: PLR0915
    client: httpx.AsyncClient,
):
    one = await make_open()
    base = f"/conferences/konferenz/rounds/{one.number}"
    await sign_in_as(client, Role.MODERATOR, "konferenz")
    for _ in range(4):
        person = await somebody(one)
        await send(
            client, f"{base}/hand-out", {"code": person.code, "channel": "paper"}
        )
    other, third = another(client), another(client)
    await sign_in_as(other, Role.ORGANISER, "konferenz")
    await sign_in_as(third, Role.ORGANISER, "konferenz")
    sheet = f"{base}/paper/1"

    sheet_pdf = await client.get(f"{base}/paper/sheet.pdf")
    too_many = await send(client, sheet, {"people": "4", "c-1": "13"})
    too_many_people = await send(client, sheet, {"people": "5", "c-1": "1"})
    first = await send(client, sheet, {"people": "4", "c-1": "7", "c-2": "5"})
    hidden = await other.get(sheet)
    second = await send(other, sheet, {"people": "4", "c-1": "6", "c-2": "5"})
    differs = await other.get(sheet)
    by_both = await send(
        client, sheet, {"people": "4", "c-1": "6", "c-2": "5", "settle": "1"}
    )
    await send(client, f"{base}/close")
    unsettled = await send(client, f"{base}/seal")
    settled = await send(
        third, sheet, {"people": "4", "c-1": "7", "c-2": "5", "settle": "1"}
    )
    sealed = await send(client, f"{base}/seal")

    assert sheet_pdf.content.startswith(b"%PDF")
    assert "höchstens 12" in too_many.text
    assert "an 4 Personen ausgegeben" in too_many_people.text
    assert first.status_code == second.status_code == 303
    assert 'value="7"' not in hidden.text
    assert "Erste Zählung" not in hidden.text
    assert "verschieden" in differs.text
    assert "dritte Person" in by_both.text
    assert unsettled.status_code == 422
    assert settled.status_code == sealed.status_code == 303
    closed = await round_of(one.conference, one.number)
    assert closed.stage is Stage.CLOSED
    assert '"points":7' in closed.result
    await other.aclose()
    await third.aclose()


async def test_a_round_that_closes_while_somebody_votes_says_so(
    client: httpx.AsyncClient,
):
    one = await make_open(channels=frozenset({Channel.PHONE}))
    ada, bea = await somebody(one), await somebody(one)
    await client.post(f"/t/{ada.code}/vote/1", data={"o-1": "1"})
    await sign_in_as(client, Role.MODERATOR, "konferenz")
    voter = another(client)
    await voter.get(f"/t/{bea.code}/vote/1")

    await send(client, "/conferences/konferenz/rounds/1/close")
    late = await voter.post(f"/t/{bea.code}/vote/1", data={"o-1": "3"})
    kept = await voter.get(f"/t/{ada.code}/vote/1/done")

    assert late.status_code == 409
    assert "kam zu spät und zählt nicht" in " ".join(late.text.split())
    assert "weiß niemand mehr" in kept.text
    assert [dict(line.marks) for line in await tally_of(one.id)] == [{1: 1}]
    await voter.aclose()


async def test_a_list_of_rounds_costs_the_same_with_one_and_with_three(
    client: httpx.AsyncClient,
):
    one = await make_draft()
    conference = await conference_by_id(one.conference)
    await sign_in_as(client, Role.MODERATOR, "konferenz")
    path = "/conferences/konferenz/rounds"
    await client.get(path)
    with counted_queries() as with_one:
        await client.get(path)
    for _ in range(2):
        await make_round(
            RoundWish(title=Said.of(de="Noch eine"), terms=THREE_POINTS),
            conference=conference,
            by=COMMAND,
            now=clock(),
            request=uuid4(),
        )

    with counted_queries() as with_three:
        page = await client.get(path)

    assert page.text.count("Noch eine") >= 2
    assert len(with_three) == len(with_one)
