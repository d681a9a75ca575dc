"""Uploaded lists: kept until they are imported, and never for long."""

import json
from datetime import timedelta

import pytest

from lip.conference.actions.import_participants import judge_list
from lip.conference.actions.store_upload import (
    change_plan,
    drop_upload,
    import_upload,
    store_upload,
)
from lip.conference.queries.uploads import upload_of
from lip.conference.rules.column import Column
from lip.conference.rules.guest_list import Choice, RowStatus
from lip.conference.rules.import_plan import ImportPlan
from lip.conference.tables import Participant, UploadedList
from lip.errors import NotFound
from lip.journal.rules.entries import COMMAND
from tests.factories import KEYS, clock, make_conference
from tests.lists import FAMILY

pytestmark = pytest.mark.anyio


async def stored(place, content=FAMILY, *, now=None):
    return await store_upload(
        content, "liste.csv", conference=place, now=now or clock()
    )


async def run(place, upload, choice=Choice.ALL):
    found = await upload_of(place, upload)
    judged = await judge_list(FAMILY, "liste.csv", conference=place)
    await import_upload(
        found, judged, choice, conference=place, keys=KEYS, by=COMMAND, now=clock()
    )


async def test_a_stored_list_comes_back_as_it_was(db):
    place = await make_conference()

    upload = await stored(place)

    found = await upload_of(place, upload)
    assert (found.content, found.filename) == (FAMILY, "liste.csv")
    assert found.plan == ImportPlan()


async def test_each_new_list_throws_away_what_is_older_than_a_day(db):
    place = await make_conference()
    old = await stored(place, now=clock() - timedelta(days=1, minutes=1))
    young = await stored(place, now=clock() - timedelta(hours=23))

    await stored(place)

    with pytest.raises(NotFound):
        await upload_of(place, old)
    assert (await upload_of(place, young)).content == FAMILY


async def test_a_dropped_list_is_gone_for_good(db):
    place = await make_conference()
    upload = await stored(place)

    await drop_upload(upload, conference=place)
    await drop_upload(upload, conference=place)

    assert await UploadedList.count() == 0


async def test_the_list_of_another_conference_cannot_be_seen_or_dropped(db):
    here, there = await make_conference("eins"), await make_conference("zwei")
    upload = await stored(there)

    with pytest.raises(NotFound):
        await upload_of(here, upload)
    await drop_upload(upload, conference=here)

    assert await UploadedList.count() == 1


async def test_a_plan_is_kept_between_pages(db):
    place = await make_conference()
    upload = await stored(place)
    plan = ImportPlan(
        columns=(Column.IGNORE, Column.FULL_NAME),
        encoding="cp1252",
        ticked=frozenset({3, 17}),
    )

    await change_plan(upload, plan, sheet="Gäste")

    found = await upload_of(place, upload)
    assert (found.plan, found.sheet) == (plan, "Gäste")


async def test_importing_puts_the_report_in_the_place_of_the_list(db):
    place = await make_conference()
    upload = await stored(place)

    await run(place, upload, Choice.GOOD_ONLY)

    found = await upload_of(place, upload)
    assert found.plan.outcome is not None
    assert (found.plan.outcome.added, found.plan.outcome.updated) == (2, 0)
    assert found.plan.outcome.left_out[RowStatus.FAULTY] == 1
    assert FAMILY not in found.content
    rows = json.loads(found.content)["rows"]
    assert [row["outcome"] for row in rows] == [
        "added",
        "added",
        "left_out",
        "left_out",
    ]
    assert rows[2]["twins"][0]["sentence"] == "Gleicher Name in Zeile 2: Ada Yıldız."


async def test_a_list_is_imported_once_and_its_report_stays(db):
    place = await make_conference()
    upload = await stored(place)
    await run(place, upload)
    before = await upload_of(place, upload)

    await run(place, upload)

    assert await upload_of(place, upload) == before
    assert await Participant.count() == 3
