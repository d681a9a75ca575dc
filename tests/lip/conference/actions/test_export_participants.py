"""Exporting the guest list: complete, harmless, and known to the journal."""

import pytest

from lip.conference.actions.cancel import cancel
from lip.conference.actions.check_in import check_in, order
from lip.conference.actions.export_participants import export_participants
from lip.conference.actions.import_participants import (
    import_participants,
    judge_list,
)
from lip.conference.files.sheets import read_sheet
from lip.conference.queries.participants import everybody_of
from lip.conference.rules.guest_list import Choice, RowStatus
from lip.conference.rules.sheet import SheetKind
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.factories import KEYS, clock, make_conference, make_participant
from tests.lists import WHOLE, real, with_real_lists

pytestmark = pytest.mark.anyio

KINDS = list(SheetKind)


async def exported(place, kind, **options):
    return await export_participants(place, kind, by=COMMAND, now=clock(), **options)


def table(export):
    sheet = read_sheet(export.content)
    return [dict(zip(sheet.headings, row.cells, strict=False)) for row in sheet.rows]


@pytest.mark.parametrize("kind", KINDS)
async def test_needs_stay_inside_unless_asked_for(db, kind):
    place = await make_conference()
    await make_participant(place, diet="halal", access="Rollstuhl", childcare=2)

    without = await exported(place, kind)
    with_needs = await exported(place, kind, with_needs=True)

    assert "Verpflegung" not in table(without)[0]
    assert b"halal" not in without.content
    assert table(with_needs)[0]["Verpflegung"] == "halal"
    facts = [entry.facts for entry in await entries(Filter(scope=place.key))]
    assert sorted(said["needs"] for said in facts if "needs" in said) == [False, True]


@pytest.mark.parametrize("kind", KINDS)
async def test_formulas_and_tags_come_out_as_text(db, kind):
    place = await make_conference()
    await make_participant(
        place, given_name="=1+1", family_name="<script>", phone="+49 511 1"
    )

    (row,) = table(await exported(place, kind))

    start = "'" if kind is SheetKind.CSV else ""
    assert row["Vorname"] == f"{start}=1+1"
    assert row["Nachname"] == "<script>"
    assert row["Telefon"] == f"{start}+49 511 1"


async def test_cancelled_and_arrived_stand_beside_the_names(db):
    place = await make_conference()
    ada = await make_participant(place, given_name="Ada")
    can = await make_participant(place, given_name="Can")
    await cancel(can.id, conference=place, by=COMMAND, now=clock())
    scan = order(
        ada.code, conference=place.key, desk="Tür", by=COMMAND, now=clock(), keys=KEYS
    )
    await check_in(scan)

    rows = {row["Vorname"]: row for row in table(await exported(place, SheetKind.CSV))}

    (arrived,) = [name for name in rows["Ada"] if name.startswith("Eingelassen am")]
    assert rows["Ada"][arrived].count(":") == 1
    assert rows["Can"][arrived] == ""
    assert rows["Can"]["Anmeldestatus"] == "abgesagt"
    assert rows["Ada"]["Namensschild-Nr."] == "1"


async def test_the_journal_knows_who_took_the_list(db):
    place = await make_conference()

    await exported(place, SheetKind.XLSX)

    (entry,) = await entries(Filter(acts=frozenset({Act.PARTICIPANTS_EXPORTED})))
    assert (entry.by, entry.scope) == (COMMAND, place.key)


@with_real_lists
@pytest.mark.parametrize("kind", KINDS)
async def test_an_export_comes_back_without_any_change(db, kind):
    place = await make_conference()
    judged = await judge_list(real(WHOLE), WHOLE, conference=place)
    await import_participants(
        judged, Choice.ALL, conference=place, keys=KEYS, by=COMMAND, now=clock()
    )

    export = await exported(place, kind, with_needs=True)
    again = await judge_list(export.content, export.filename, conference=place)

    assert again.report.count(RowStatus.ALREADY_THERE) == 200
    assert len(table(export)) == 200


@with_real_lists
@pytest.mark.parametrize("kind", KINDS)
async def test_an_export_fills_another_conference_with_the_same_guests(db, kind):
    here, there = await make_conference("eins"), await make_conference("zwei")
    judged = await judge_list(real(WHOLE), WHOLE, conference=here)
    options = {"keys": KEYS, "by": COMMAND, "now": clock()}
    await import_participants(judged, Choice.ALL, conference=here, **options)
    export = await exported(here, kind, with_needs=True)

    copied = await judge_list(export.content, export.filename, conference=there)
    await import_participants(copied, Choice.ALL, conference=there, **options)

    guests = [
        sorted(repr(one.guest) for one in await everybody_of(place, with_needs=True))
        for place in (here, there)
    ]
    assert guests[0] == guests[1]
