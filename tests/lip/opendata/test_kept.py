"""Names of elected people go from the open data when their own data go."""

import json
from datetime import timedelta
from uuid import uuid5

import pytest

from elections.queries.elections import nominations_of
from elections.tables import Nomination
from lip.database import StoreEngine, fetch
from lip.opendata.actions.catch_up import catch_up
from lip.opendata.actions.datasets import dataset
from lip.opendata.kept import KINDS
from lip.opendata.pages.answers import site_of
from lip.opendata.rules.datasets import Dataset, Form
from tests.client import settings_for
from tests.elections.nominating import admitted, stands
from tests.elections.polls import (
    Hall,
    credential_for,
    finish,
    make_hall,
    open_hall,
    vote,
)
from tests.factories import clock
from tests.lip.opendata.oparl_rules import faults_of

pytestmark = pytest.mark.anyio

(KIND,) = KINDS
SITE = site_of(settings_for("sqlite://"))
LATER = timedelta(days=6 * 365)


async def elected_hall() -> Hall:
    """Elect Ada, who has a ticket, and Bo, who has none; both accept."""
    hall = await make_hall(names=("Bo",), voters=5)
    await admitted(hall, await stands(hall))
    hall = await open_hall(hall)
    for person in hall.people:
        await vote(hall, await credential_for(hall, person.id), "k1", "k2")
    await finish(hall)
    await Nomination.update({Nomination.accepted: True}).where(
        Nomination.election == hall.election.id
    )
    return hall


async def people() -> dict[str, dict[str, object]]:
    """Read all persons and memberships that programs are told of."""
    rows = await fetch(
        "SELECT document FROM open_object WHERE kind IN ('Person', 'Membership')"
    )
    told = [json.loads(row["document"]) for row in rows]
    assert [fault for one in told for fault in faults_of(one)] == []
    return {str(one["id"]): one for one in told}


def names(told: dict[str, dict[str, object]]) -> set[object]:
    return {one["name"] for one in told.values() if "name" in one}


async def results() -> str:
    """Read what the files of results say."""
    sets = (Dataset.RESULTS, Dataset.ELECTIONS)
    files = [
        await dataset(one, Form.JSON, SITE, tracers=(), now=clock()) for one in sets
    ]
    return b"".join(files).decode()


async def test_who_wants_it_is_named_no_more_and_never_again(db: StoreEngine):
    hall = await elected_hall()
    ada = hall.people[0].id
    mine = next(
        one for one in await nominations_of(hall.election.id) if one.name == "Ada"
    )
    await catch_up(SITE, now=clock())
    before, copied = names(await people()), await KIND.of_person(ada)

    first, again = await KIND.erase(ada), await KIND.erase(ada)
    await catch_up(SITE, now=clock() + timedelta(days=1))

    told = await people()
    assert before == {"Ada", "Bo"}
    assert [one["Name"] for one in copied] == ["Ada"]
    assert (first, again, names(told)) == (1, 0, {"Bo"})
    for one in (mine.id, uuid5(mine.id, "membership")):
        gone = next(it for key, it in told.items() if key.endswith(str(one)))
        assert gone["deleted"] is True
    assert "Ada" not in await results()
    assert await KIND.of_person(ada) == []


async def test_after_five_years_nobody_is_named(db: StoreEngine):
    await elected_hall()
    await catch_up(SITE, now=clock())

    early, due = await KIND.count_due(clock()), await KIND.count_due(clock() + LATER)
    gone = await KIND.delete_due(clock() + LATER)
    await catch_up(SITE, now=clock() + LATER)

    assert (early, due, gone) == (0, 2, 2)
    assert names(await people()) == set()
    assert await KIND.count_due(clock() + LATER) == 0
