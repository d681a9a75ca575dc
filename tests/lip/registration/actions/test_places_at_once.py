"""Places under load and over time: never too many, first come first moved up."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from lip.database import fetch
from lip.registration.actions.own_place import give_up, take_again
from lip.registration.actions.places_gained import fill_places
from lip.registration.actions.sign_up import SignedUp, sign_up
from lip.registration.rules.places import Standing
from lip.registration.rules.registering import RegisteredParty
from lip.registration.tables import RegistrationForm
from tests.factories import make_conference
from tests.lip.registration.parties import NOW, SHE, make_form, make_group, registered
from tests.lip.registration.sessions import make_session

pytestmark = pytest.mark.anyio


@pytest.fixture
async def conference(committed_db):
    return await make_conference(now=NOW)


async def held() -> int:
    rows = await fetch(
        "SELECT count(*) AS number FROM participant "
        "WHERE cancelled_at IS NULL AND waiting_since IS NULL"
    )
    return int(rows[0]["number"])


async def test_forty_forms_at_once_fill_ten_places(conference):
    await make_form(conference, seats=10)

    outcomes = await asyncio.gather(
        *(registered(conference, f"Gast {n}") for n in range(40))
    )

    assert sum(not one.waiting for one in outcomes) == await held() == 10


async def test_groups_and_families_at_once_stay_within_both_limits(conference):
    await make_form(conference, seats=12)
    town = await make_group(conference, seats=5)
    club = await make_group(conference, "Verein", seats=20)
    wishes = [
        registered(
            conference,
            *(f"Gast {n} {place}" for place in range(1 + n % 3)),
            group=town if n % 2 else club,
        )
        for n in range(24)
    ]

    await asyncio.gather(*wishes)

    rows = await fetch(
        "SELECT l.in_group, count(*) AS number FROM place l "
        "JOIN participant p ON p.id = l.participant "
        "WHERE p.waiting_since IS NULL GROUP BY l.in_group"
    )
    counts = {row["in_group"]: int(row["number"]) for row in rows}
    assert sum(counts.values()) <= 12
    assert counts.get(town, 0) <= 5
    torn = await fetch(
        "SELECT party FROM place l JOIN participant p ON p.id = l.participant "
        "GROUP BY party HAVING count(p.waiting_since) NOT IN (0, count(*))"
    )
    assert torn == []


async def test_one_place_in_a_session_goes_to_one_of_twenty(conference):
    await make_form(conference)
    session = await make_session(conference, seats=1)
    people = (await registered(conference, *(f"Gast {n}" for n in range(20)))).people

    answers = await asyncio.gather(
        *(
            sign_up(one, session, conference=conference, may_wait=True, by=SHE, now=NOW)
            for one in people
        )
    )

    assert answers.count(SignedUp(standing=Standing.HELD)) == 1
    assert answers.count(SignedUp(standing=Standing.WAITING)) == 19


async def test_giving_up_and_registering_at_once_never_overfills(conference):
    await make_form(conference, seats=8)
    there = [await registered(conference, f"Gast {n}") for n in range(12)]
    leaving = [
        give_up(one.people[0], conference=conference, by=SHE, now=NOW)
        for one in there[:6]
    ]
    coming = [registered(conference, f"Neu {n}") for n in range(10)]
    acts = [*leaving, *coming]
    Random(3).shuffle(acts)

    await asyncio.gather(*acts)

    assert await held() == 8


@dataclass
class Model:
    """What the list should look like, in the simplest words."""

    seats: int
    has: list[UUID] = field(default_factory=list)
    waits: list[UUID] = field(default_factory=list)
    gone: list[UUID] = field(default_factory=list)

    def settle(self) -> None:
        while self.waits and len(self.has) < self.seats:
            self.has.append(self.waits.pop(0))


@pytest.mark.parametrize("seed", range(6))
async def test_any_day_of_coming_and_going_keeps_to_the_rules(db, seed):
    chance, model = Random(seed), Model(seats=3)
    conference = await make_conference(now=NOW)
    await make_form(conference, seats=3)

    for turn in range(40):
        now = NOW + timedelta(minutes=turn)
        how = {"conference": conference, "by": SHE, "now": now}
        act = chance.choice(["register", "register", "cancel", "return", "seats"])
        if act == "register":
            done = await registered(conference, f"Gast {turn}", now=now)
            assert isinstance(done, RegisteredParty)
            model.waits.append(done.people[0])
        elif act == "cancel" and (model.has or model.waits):
            one = chance.choice([*model.has, *model.waits])
            await give_up(one, **how)
            (model.has if one in model.has else model.waits).remove(one)
            model.gone.append(one)
        elif act == "return" and model.gone:
            one = model.gone.pop(chance.randrange(len(model.gone)))
            await take_again(one, **how)
            model.waits.append(one)
        elif act == "seats":
            model.seats += chance.choice([0, 1])
            await RegistrationForm.update(
                {RegistrationForm.seats: model.seats}, force=True
            )
            await fill_places(conference, by=SHE, now=now)
        model.settle()
        assert await standing_now() == (set(model.has), set(model.waits))


async def standing_now() -> tuple[set[UUID], set[UUID]]:
    rows = await fetch(
        "SELECT id, waiting_since FROM participant WHERE cancelled_at IS NULL"
    )
    has = {row["id"] for row in rows if row["waiting_since"] is None}
    return has, {row["id"] for row in rows} - has
