"""Several desks in the same moment, in one process and in two."""

import asyncio
import json
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from lip.conference.actions.check_in import check_in, check_in_all
from lip.conference.actions.presence import come_back, step_out, undo_check_in
from lip.conference.actions.walk_in import walk_in
from lip.conference.rules.admission import Admitted, AlreadyInside, Arrival
from lip.conference.rules.guest import Guest
from lip.database import GroupCommit, fetch
from lip.errors import Conflict
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.desk_process import said
from tests.door import arrivals, door_acts, order_of, scan
from tests.factories import KEYS, make_conference, make_participant, whole_days

pytestmark = pytest.mark.anyio

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
ROOT = Path(__file__).parents[4]


@pytest.fixture
async def conference(committed_db):
    return await make_conference(days=whole_days(NOON), now=NOON)


def orders_at_three_desks(code, **how):
    return [order_of(code, now=NOON, desk=f"Tisch {n}", **how) for n in (1, 2, 3)]


@pytest.mark.parametrize("together", [True, False], ids=["one group", "each alone"])
async def test_same_code_at_three_desks_is_welcome_once(conference, together):
    people = [await make_participant(conference) for _ in range(8)]
    orders = [one for who in people for one in orders_at_three_desks(who.code)]
    Random(7).shuffle(orders)
    act = GroupCommit(check_in_all) if together else check_in

    answers = await asyncio.gather(*(act(one) for one in orders))

    welcomed = [
        (answer.visitor.participant, one.desk)
        for answer, one in zip(answers, orders, strict=True)
        if answer.admission == Admitted()
    ]
    written = [(row["participant"], row["desk"]) for row in await arrivals()]
    assert sorted(welcomed) == sorted(written)
    assert {participant for participant, _ in written} == {one.id for one in people}
    desks = dict(written)
    for answer in answers:
        if answer.admission != Admitted():
            desk = desks[answer.visitor.participant]
            assert answer.admission == AlreadyInside(Arrival(since=NOON, desk=desk))
    assert len(await door_acts(conference)) == len(people)


async def test_same_code_in_two_processes_is_welcome_once(
    conference, committed_url, anyio_backend
):
    now = datetime.now(UTC)

    today = await make_conference("heute", days=whole_days(now, 2), now=now)
    codes = [(await make_participant(today)).code for _ in range(40)]
    start = time.time() + 4

    answers = await asyncio.gather(
        desk_process(committed_url, "Tisch 1", start, codes),
        desk_process(committed_url, "Tisch 2", start, codes[::-1]),
    )

    both = [Counter((answers[0][code], answers[1][code])) for code in codes]
    inside = {
        "Tisch 1": Counter(["welcome", "inside Tisch 1"]),
        "Tisch 2": Counter(["welcome", "inside Tisch 2"]),
    }
    assert all(one in inside.values() for one in both)
    for name, answer in zip(inside, answers, strict=True):
        mine = [row for row in await arrivals() if row["desk"] == name]
        assert Counter(answer.values())["welcome"] == len(mine)
    assert len(await door_acts(today)) == len(codes)


async def desk_process(url, name, start, codes):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.desk_process", url, name, str(start), "heute"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    out, _ = await process.communicate("\n".join(codes).encode())
    return json.loads(out)


async def test_one_bad_request_in_a_group_fails_alone(conference):
    people = [await make_participant(conference) for _ in range(5)]
    used = uuid4()
    await scan(people[0].code, now=NOON, request=used)
    together = GroupCommit(check_in_all)
    orders = [
        order_of(one.code, now=NOON, request=used if place == 2 else uuid4())
        for place, one in enumerate(people[1:], start=1)
    ]

    answers = await asyncio.gather(
        *(together(one) for one in orders), return_exceptions=True
    )

    assert isinstance(answers[1], Conflict)
    good = [answer for answer in answers if answer is not answers[1]]
    assert [said(one) for one in good] == ["welcome"] * 3


async def test_two_codes_under_one_request_let_in_one(conference):
    people = [await make_participant(conference) for _ in range(2)]
    together = GroupCommit(check_in_all)
    request = uuid4()
    orders = [order_of(one.code, now=NOON, request=request) for one in people]

    answers = await asyncio.gather(
        *(together(one) for one in orders), return_exceptions=True
    )

    assert [type(one).__name__ for one in answers] == ["Scan", "Conflict"]
    assert [row["participant"] for row in await arrivals()] == [people[0].id]


async def test_thirty_walk_ins_at_once_have_thirty_numbers(conference):
    comers = [
        walk_in(
            Guest(given_name=f"Gast {n}"),
            conference=conference,
            desk=f"Tisch {n % 3}",
            keys=KEYS,
            by=COMMAND,
            now=NOON,
            request=uuid4(),
        )
        for n in range(30)
    ]

    results = await asyncio.gather(*comers)

    assert {one.visitor.number for one in results} == set(range(1, 31))
    assert len(await arrivals()) == 30


async def test_walk_in_sent_many_times_at_once_is_one_person(conference):
    request = uuid4()
    comers = [
        walk_in(
            Guest(given_name="Zoë"),
            conference=conference,
            desk="Tisch 1",
            keys=KEYS,
            by=COMMAND,
            now=NOON,
            request=request,
        )
        for _ in range(6)
    ]

    results = await asyncio.gather(*comers)

    assert len({one.visitor.participant for one in results}) == 1
    assert await door_acts(conference) == [
        (Act.WALKED_IN, results[0].visitor.participant)
    ]


@pytest.mark.parametrize("act", [undo_check_in, step_out, come_back])
@pytest.mark.parametrize("requests", [1, 6], ids=["one request", "six desks"])
async def test_act_sent_many_times_at_once_is_one_act(conference, act, requests):
    ada = await make_participant(conference)
    await scan(ada.code, now=NOON)
    if act is come_back:
        await step_out(ada.id, conference=conference, by=COMMAND, now=NOON)
    before = len(await door_acts(conference))
    keys = [uuid4() for _ in range(requests)]
    later = NOON + timedelta(minutes=1)

    await asyncio.gather(
        *(
            act(ada.id, conference=conference, by=COMMAND, now=later, request=request)
            for request in keys * (6 // requests)
        )
    )

    assert len(await door_acts(conference)) == before + 1
    absences = await fetch("SELECT count(*) AS number FROM absence")
    assert absences[0]["number"] == (1 if act is come_back else 0)
