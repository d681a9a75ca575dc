"""Delegates, names on imported rolls and words of rulings: copied, erased, deleted."""

from datetime import timedelta
from uuid import uuid4

import pytest

from elections.actions.forget_roll import IMPORTED_NAMES, RULINGS
from elections.actions.keep_roll import Outcome
from elections.kept_roll import KINDS as ROLL_KINDS
from elections.queries.associations import delegates_of
from elections.queries.roll import frozen_roll
from elections.queries.rulings import rulings_of
from elections.rules.stages import Entitled
from lip.contributions import KINDS
from lip.journal.rules.entries import COMMAND
from lip.retention.actions.erase import erase_person
from tests.elections.actions.test_associations import add, choose
from tests.elections.actions.test_keep_roll import decide, people, take_in
from tests.elections.polls import make_hall, open_hall
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio

YEARS_ON = clock() + timedelta(days=2000)


async def test_a_person_gets_a_copy_and_is_erased_from_lists_and_rulings(db):
    hall = await make_hall(voters=2, entitled=Entitled.IMPORTED)
    person = hall.people[0].id
    await choose(hall, await add(hall, "MiSO"), 0)
    await decide(hall, Outcome.ADD, participant=person, question="Ada war vergessen")
    copy = [fact for kind in ROLL_KINDS for fact in await kind.of_person(person)]

    await erase_person(
        person,
        conference=hall.conference,
        kinds=KINDS,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
    )
    (ruling,) = await rulings_of(hall.election.id)

    assert {"Verein": "MiSO"} in copy
    assert any(fact.get("Was gefragt wurde") == "Ada war vergessen" for fact in copy)
    assert await delegates_of(hall.conference.id) == {}
    assert (ruling.question, ruling.decision) == ("", "")
    assert await people(hall) == []


async def test_names_and_rulings_go_with_the_guest_list_and_entries_stay(db):
    hall = await make_hall(voters=1, entitled=Entitled.IMPORTED)
    await take_in(hall, "Name\nAda Ohne\n")
    await decide(hall, Outcome.KEEP, request=uuid4())
    hall = await open_hall(hall)

    early = (await IMPORTED_NAMES.due(clock()), await RULINGS.due(clock()))
    names = await IMPORTED_NAMES.forget(YEARS_ON)
    rulings = await RULINGS.forget(YEARS_ON)
    found = await frozen_roll(hall.election.id)

    assert early == ({}, {})
    assert (names, rulings) == ({"konferenz": 1}, {"konferenz": 1})
    assert [line.name for line in found.lines] == [""]
    assert [one.question for one in await rulings_of(hall.election.id)] == [""]
    assert (await IMPORTED_NAMES.due(YEARS_ON), await RULINGS.due(YEARS_ON)) == ({}, {})
