"""Importing guest lists: judged first, written once, whoever repeats it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from lip.conference.actions.cancel import cancel
from lip.conference.actions.delete_due import delete_needs
from lip.conference.actions.import_participants import (
    import_participants,
    judge_list,
)
from lip.conference.queries.participants import everybody_of
from lip.conference.rules.column import Column
from lip.conference.rules.guest_list import Choice, RowStatus
from lip.conference.tables import Need, Participant
from lip.errors import Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.factories import KEYS, clock, make_conference, make_participant
from tests.lists import (
    FAMILY,
    OPENSLIDES,
    PRETIX,
    WHOLE,
    WIDE,
    WINDOWS,
    csv_of,
    real,
    with_real_lists,
)

pytestmark = pytest.mark.anyio


async def imported(place, content, choice=Choice.ALL, lines=(), **options):
    judged = await judge_list(content, "liste.csv", conference=place, **options)
    return await import_participants(
        judged, choice, lines, conference=place, keys=KEYS, by=COMMAND, now=clock()
    )


async def names_in(place):
    return sorted(one.guest.name for one in await everybody_of(place))


async def test_judging_changes_nothing(db):
    place = await make_conference()

    judged = await judge_list(FAMILY, "liste.csv", conference=place)

    assert [row.status for row in judged.report.rows] == [
        RowStatus.NEW,
        RowStatus.NEW,
        RowStatus.POSSIBLE_DUPLICATE,
        RowStatus.FAULTY,
    ]
    assert await Participant.count() == 0
    assert await entries(Filter(acts=frozenset({Act.PARTICIPANTS_IMPORTED}))) == []


async def test_everybody_comes_with_number_code_and_needs(db):
    place = await make_conference()

    done = await imported(place, FAMILY)

    people = await everybody_of(place, with_needs=True)
    assert (done.added, done.updated) == (3, 0)
    assert sorted(one.number for one in people) == [1, 2, 3]
    assert [one.guest.diet for one in people if one.guest.diet] == ["vegan"]
    assert len({one.source_key for one in people}) == 3
    assert await Need.count() == 1
    codes = await Participant.select(Participant.sealed_code).output(as_list=True)
    assert len(set(codes)) == 3


async def test_only_good_lines_leave_doubtful_ones_out(db):
    place = await make_conference()

    done = await imported(place, FAMILY, Choice.GOOD_ONLY)

    assert await names_in(place) == ["Ada Yıldız", "Can Yıldız"]
    assert done.left_out[RowStatus.POSSIBLE_DUPLICATE] == 1
    assert done.left_out[RowStatus.FAULTY] == 1


async def test_a_ticked_line_comes_along_and_nothing_else(db):
    place = await make_conference()

    done = await imported(place, FAMILY, Choice.TICKED, {4, 5})

    assert await names_in(place) == ["Ada Yildiz"]
    assert done.lines_added == {4}
    assert done.left_out[RowStatus.FAULTY] == 1, "a faulty line never comes"


async def test_importing_again_changes_nothing(db):
    place = await make_conference()
    await imported(place, FAMILY)
    before = await Participant.select().order_by(Participant.number)

    done = await imported(place, FAMILY)

    assert (done.added, done.updated) == (0, 0)
    assert done.left_out[RowStatus.ALREADY_THERE] == 3
    assert await Participant.select().order_by(Participant.number) == before


async def test_a_verdict_that_is_old_imports_nobody_twice(db):
    place = await make_conference()
    judged = await judge_list(FAMILY, "liste.csv", conference=place)
    options = {"conference": place, "keys": KEYS, "by": COMMAND, "now": clock()}
    await import_participants(judged, Choice.ALL, **options)

    again = await import_participants(judged, Choice.ALL, **options)

    assert again.added == 0
    assert again.left_out[RowStatus.ALREADY_THERE] == 3
    assert await Participant.count() == 3


async def test_two_imports_at_the_same_time_add_everybody_once(committed_db):
    place = await make_conference()
    judged = await judge_list(FAMILY, "liste.csv", conference=place)
    options = {"conference": place, "keys": KEYS, "by": COMMAND, "now": clock()}

    done = await asyncio.gather(
        *(import_participants(judged, Choice.ALL, **options) for _ in range(4))
    )

    assert sorted(one.added for one in done) == [0, 0, 0, 3]
    assert await Participant.count() == 3


async def test_the_journal_keeps_counts_and_no_names(db):
    place = await make_conference()

    await imported(place, FAMILY)

    (entry,) = await entries(Filter(acts=frozenset({Act.PARTICIPANTS_IMPORTED})))
    assert entry.facts == {"added": 3, "updated": 0, "left_out": 1}
    assert (entry.scope, entry.subject) == (place.key, place.id)


async def test_a_ticked_change_is_taken_over_and_the_rest_kept(db):
    place = await make_conference()
    await imported(place, FAMILY)
    changed = csv_of(
        ("Nr", "Vorname", "Nachname", "E-Mail", "Rolle", "Verpflegung"),
        ("1", "Ada", "Yıldız", "familie@example.org", "Rednerin", "halal"),
    )

    unticked = await imported(place, changed)
    done = await imported(place, changed, Choice.TICKED, {2})

    ada = next(one for one in await everybody_of(place, with_needs=True))
    assert unticked.updated == 0
    assert (done.added, done.updated) == (0, 1)
    assert ada.guest.role == "Rednerin"
    assert ada.guest.diet == "halal"
    assert ada.guest.organisation == "MiSO"
    (entry,) = await entries(Filter(subject=ada.id))
    assert entry.facts == {"columns": "role diet"}


async def test_a_new_name_ends_the_old_full_name(db):
    place = await make_conference()
    await make_participant(
        place,
        external_id="7",
        full_name="Dr. Ada Lovelace",
        given_name="Ada",
        family_name="Lovelace",
        email="ada@example.org",
    )
    content = csv_of(
        ("Nr", "Vorname", "Nachname", "E-Mail"),
        ("7", "Ada", "King", "ada@example.org"),
    )

    done = await imported(place, content, Choice.TICKED, {2})

    assert done.updated == 1
    assert await names_in(place) == ["Ada King"]


async def test_who_has_cancelled_is_not_registered_again(db):
    place = await make_conference()
    await imported(place, FAMILY)
    first = (await everybody_of(place))[0]
    await cancel(first.id, conference=place, by=COMMAND, now=clock())

    done = await imported(place, FAMILY)

    assert done.added == 0
    assert (await everybody_of(place))[0].cancelled_at is not None


async def test_deleted_needs_do_not_come_back_as_changes(db):
    place = await make_conference()
    await imported(place, FAMILY)
    await delete_needs(clock() + timedelta(days=60))

    judged = await judge_list(FAMILY, "liste.csv", conference=place)

    assert judged.report.count(RowStatus.CHANGED) == 0
    assert judged.report.count(RowStatus.ALREADY_THERE) == 3


async def test_columns_nobody_knows_are_mapped_by_hand(db):
    place = await make_conference()
    content = csv_of(("Spalte A", "Spalte B"), ("Ada", "MiSO"), ("Can", "Kargah"))
    mapping = (Column.FULL_NAME, Column.ORGANISATION)

    with pytest.raises(Unusable) as refused:
        await judge_list(content, "liste.csv", conference=place)
    await imported(place, content, mapping=mapping)

    assert refused.value.code == "mapping_unusable"
    assert await names_in(place) == ["Ada", "Can"]


async def test_a_mapping_that_fits_another_list_is_refused(db):
    place = await make_conference()

    with pytest.raises(Unusable) as refused:
        await judge_list(
            FAMILY, "liste.csv", conference=place, mapping=(Column.FULL_NAME,)
        )

    assert refused.value.code == "mapping_unusable"


async def test_progress_is_told_part_by_part(db):
    place = await make_conference()
    rows = [("Vorname", "Nachname"), *((f"Gast{n}", "Test") for n in range(250))]
    judged = await judge_list(csv_of(*rows), "liste.csv", conference=place)
    said = []

    await import_participants(
        judged,
        Choice.ALL,
        conference=place,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
        progress=lambda done, of: said.append((done, of)),
    )

    assert said == [(100, 250), (200, 250), (250, 250)]


async def test_two_conferences_have_their_own_guests(db):
    here, there = await make_conference("eins"), await make_conference("zwei")
    await imported(here, FAMILY)

    done = await imported(there, FAMILY)

    assert done.added == 3


@with_real_lists
async def test_the_real_list_gives_two_hundred_people(db):
    place = await make_conference()
    judged = await judge_list(real(WHOLE), WHOLE, conference=place)

    done = await imported(place, real(WHOLE))

    assert judged.report.count(RowStatus.POSSIBLE_DUPLICATE) == 2
    assert done.added == 200
    people = await everybody_of(place)
    assert len(people) == 200
    assert sum(not one.guest.email for one in people) == 50


@with_real_lists
@pytest.mark.parametrize("other", [WINDOWS, WIDE])
async def test_the_same_people_in_another_encoding_change_nothing(db, other):
    place = await make_conference()
    await imported(place, real(WHOLE))
    judged = await judge_list(real(other), other, conference=place)

    done = await imported(place, real(other))

    assert {row.status for row in judged.report.rows} == {RowStatus.ALREADY_THERE}
    assert (done.added, done.updated) == (0, 0)
    assert await Participant.count() == 200


@with_real_lists
@pytest.mark.parametrize("name, people", [(PRETIX, 50), (OPENSLIDES, 30)])
async def test_lists_of_other_programs_come_in_and_stay_the_same(db, name, people):
    place = await make_conference()

    done = await imported(place, real(name))
    again = await imported(place, real(name))

    assert done.added == people
    assert again.added == again.updated == 0


async def test_a_row_merges_only_the_columns_that_differ(db):
    place = await make_conference()
    await imported(place, FAMILY)
    judged = await judge_list(FAMILY, "liste.csv", conference=place)
    row = replace(judged.report.rows[0], status=RowStatus.CHANGED, changed=())
    report = replace(judged.report, rows=(row, *judged.report.rows[1:]))

    done = await import_participants(
        replace(judged, report=report),
        Choice.TICKED,
        {2},
        conference=place,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
    )

    assert done.updated == 0
    assert done.left_out[RowStatus.ALREADY_THERE] == 3
