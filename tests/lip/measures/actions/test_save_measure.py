"""Sheets are kept whole, never overwritten, and refused with a reason."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.measure_indicator import add_value, remove_value
from lip.measures.actions.release import release, take_back
from lip.measures.actions.save_measure import Change, add_measure, save_part
from lip.measures.queries.measures import (
    all_measures,
    measure_by_id,
    public_measure,
)
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.outcomes import Faulty, Overtaken, Saved, mark_of
from lip.measures.rules.sheet import (
    CostLine,
    GoalLine,
    IndicatorLine,
    RelatedLine,
    Sheet,
)
from lip.measures.rules.values import ValueLine
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.sample.bodies import fill_in_bodies
from lip.sample.measure_texts import CONCEPT
from tests.factories import clock

pytestmark = pytest.mark.anyio

SHEET = Sheet(title=Said.of(de="Sprachkurse für alle"))


async def _add(sheet: Sheet = SHEET, request: UUID | None = None) -> UUID:
    return await add_measure(sheet, by=COMMAND, now=clock(), request=request)


async def _change(measure: UUID, **values: object) -> object:
    there = (await measure_by_id(measure)).sheet
    change = Change(values=values, mark=mark_of(there, values))
    return await save_part(measure, change, by=COMMAND, now=clock())


async def test_a_whole_sheet_comes_back_as_it_was_written(db: StoreEngine) -> None:
    measure = await _add(CONCEPT)

    there = await measure_by_id(measure)

    ids = [one.id for one in there.sheet.places]
    assert None not in ids
    places = tuple(replace(one, id=None) for one in there.sheet.places)
    assert replace(there.sheet, places=places) == CONCEPT
    assert [one.kind for one in there.history] == [StatusKind.DONE]


async def test_the_same_request_adds_one_measure(db: StoreEngine) -> None:
    request = uuid4()

    first = await _add(request=request)
    second = await _add(request=request)
    other = await _add()

    assert first == second != other
    keys = [one.key for one in await all_measures()]
    assert keys == ["sprachkurse-fur-alle", "sprachkurse-fur-alle-2"]


async def test_the_second_editor_is_shown_what_stands_there(db: StoreEngine) -> None:
    measure = await _add()
    mine = {"goals": (GoalLine(text=Said.of(de="meins")),)}
    mark = mark_of(SHEET, mine)
    await _change(measure, goals=(GoalLine(text=Said.of(de="schneller")),))

    outcome = await save_part(
        measure, Change(values=mine, mark=mark), by=COMMAND, now=clock()
    )

    assert isinstance(outcome, Overtaken)
    assert outcome.there.goals[0].text["de"] == "schneller"
    again = Change(values=mine, mark=outcome.mark)
    assert isinstance(await save_part(measure, again, by=COMMAND, now=clock()), Saved)
    assert (await measure_by_id(measure)).sheet.goals[0].text["de"] == "meins"


async def test_another_part_may_change_meanwhile(db: StoreEngine) -> None:
    measure = await _add()
    mark = mark_of(SHEET, {"code"})
    await _change(measure, funding=Said.of(de="Gefördert"))

    outcome = await save_part(
        measure, Change(values={"code": "A5"}, mark=mark), by=COMMAND, now=clock()
    )

    assert outcome == Saved(version=3)
    sheet = (await measure_by_id(measure)).sheet
    assert (sheet.code, sheet.funding["de"]) == ("A5", "Gefördert")


async def test_what_is_the_same_changes_nothing(db: StoreEngine) -> None:
    measure = await _add()

    outcome = await _change(measure, title=SHEET.title)

    assert outcome == Saved(version=1)
    assert (await measure_by_id(measure)).version == 1


async def test_a_new_status_stays_in_the_history(db: StoreEngine) -> None:
    measure = await _add()

    await _change(measure, status=Said.of(de="läuft"), status_kind=StatusKind.UNDER_WAY)

    kinds = [one.kind for one in (await measure_by_id(measure)).history]
    assert kinds == [StatusKind.NEW, StatusKind.UNDER_WAY]


async def test_what_cannot_be_is_refused_with_its_place(db: StoreEngine) -> None:
    await fill_in_bodies(now=clock())
    measure = await _add()
    district = (await measure_by_id(measure)).id
    cases: list[tuple[dict[str, object], str]] = [
        ({"title": Said()}, "measure_needs_title"),
        ({"citywide": True, "districts": (district,)}, "citywide_and_districts"),
        ({"districts": (uuid4(),)}, "unknown_district"),
        ({"responsible": uuid4()}, "unknown_body"),
        ({"related": (RelatedLine(other=measure),)}, "related_to_itself"),
        ({"related": (RelatedLine(other=uuid4()),)}, "unknown_measure"),
        ({"costs": (CostLine(cents=-1),)}, "negative_cost"),
        ({"target_count": -5}, "impossible_count"),
        ({"goals": (GoalLine(year=3),)}, "impossible_year"),
        ({"goals": (GoalLine(),) * 61}, "too_many_lines_in_measure"),
    ]

    for values, code in cases:
        outcome = await _change(measure, **values)
        assert isinstance(outcome, Faulty), code
        assert outcome.faults[0].code == code
    with pytest.raises(Unusable, match="measure_needs_title"):
        await _add(Sheet())
    assert (await measure_by_id(measure)).version == 1


async def test_two_measures_may_name_each_other(db: StoreEngine) -> None:
    first, second = await _add(), await _add()

    await _change(first, related=(RelatedLine(other=second),))
    outcome = await _change(second, related=(RelatedLine(other=first),))

    assert isinstance(outcome, Saved)


async def test_lines_keep_their_ids_and_values(db: StoreEngine) -> None:
    measure = await _add(
        replace(SHEET, indicators=(IndicatorLine(name=Said.of(de="Kurse")),))
    )
    other = await _add(
        replace(SHEET, indicators=(IndicatorLine(name=Said.of(de="fremd")),))
    )
    (mine,) = (await measure_by_id(measure)).sheet.indicators
    (theirs,) = (await measure_by_id(other)).sheet.indicators
    assert mine.id is not None
    value = ValueLine(at=PartialDate(2025), value="12.5")

    assert await add_value(mine.id, value, by=COMMAND, now=clock())
    assert not await add_value(mine.id, value, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="value_for_this_time_exists"):
        await add_value(mine.id, replace(value, value="3"), by=COMMAND, now=clock())
    renamed = replace(mine, name=Said.of(de="Sprachkurse"))
    await _change(measure, indicators=(renamed, replace(theirs, target="4")))

    there = await measure_by_id(measure)
    assert there.sheet.indicators[0] == renamed
    assert there.values == {mine.id: [value]}
    assert there.sheet.indicators[1].id != theirs.id
    assert (await measure_by_id(other)).sheet.indicators == (theirs,)
    assert await remove_value(mine.id, "2025", by=COMMAND, now=clock())
    assert not await remove_value(mine.id, "2025", by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="unknown_indicator"):
        await add_value(uuid4(), value, by=COMMAND, now=clock())


async def test_only_what_is_released_is_public(db: StoreEngine) -> None:
    measure, now = await _add(), clock()
    key = (await measure_by_id(measure)).key

    with pytest.raises(NotFound, match="unknown_measure"):
        await public_measure(key, now=now)
    assert await release(measure, by=COMMAND, now=now)
    assert not await release(measure, by=COMMAND, now=now)
    assert (await public_measure(key, now=now)).id == measure
    assert [one.id for one in await all_measures(public_at=now)] == [measure]
    assert await take_back(measure, by=COMMAND, now=now)
    assert not await take_back(measure, by=COMMAND, now=now)
    assert await all_measures(public_at=now) == []
