"""Add a measure, and change a part of its sheet without overwriting anybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.rules.keys import RESERVED, proposed_key
from lip.database import transaction
from lip.errors import Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.measures.actions.changing import locked_measure
from lip.measures.actions.write_lines import write_lines
from lip.measures.queries.measures import keys_taken
from lip.measures.queries.names import all_names
from lip.measures.queries.rows import columns_of
from lip.measures.rules.checking import Known, faults
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.outcomes import (
    Fault,
    Faulty,
    Outcome,
    Overtaken,
    Saved,
    mark_of,
)
from lip.measures.rules.recognising import with_papers
from lip.measures.rules.sheet import Sheet
from lip.measures.tables import Measure, StatusChange
from lip.partial_dates import PartialDate
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    New values for parts of a sheet; `mark` says what they were written over.

    `updated` is what the sheet shall give as its last change from now on.
    """

    values: Mapping[str, Any]
    mark: str
    note: Said = field(default_factory=Said)
    updated: PartialDate | None = None


async def add_measure(
    sheet: Sheet,
    *,
    by: Actor,
    now: datetime,
    key: str = "",
    request: UUID | None = None,
) -> UUID:
    """Add a draft; the same request adds it once."""
    sheet = with_papers(sheet)

    async def write() -> UUID:
        for fault in await _faults(sheet, None):
            raise Unusable(fault.code)
        measure = uuid4()
        await Measure.insert(
            Measure(
                id=measure,
                key=await _free_key(key or proposed_key(sheet.title.pick("de").text)),
                created_at=now,
                changed_at=now,
                **columns_of(sheet),
            )
        )
        await write_lines(measure, sheet, Sheet())
        await _note_status(measure, sheet, Said(), now)
        await record(
            Entry(
                at=now, by=by, act=Act.MEASURE_ADDED, subject=measure, request=request
            )
        )
        return measure

    return await once(Act.MEASURE_ADDED, write, request=request)


async def save_part(
    measure: UUID, change: Change, *, by: Actor, now: datetime
) -> Outcome:
    """Change a part of a sheet, unless somebody else has changed it meanwhile."""
    async with transaction():
        before = await locked_measure(measure)
        sheet = with_papers(replace(before.sheet, **change.values))
        there = mark_of(before.sheet, change.values)
        if sheet == before.sheet:
            return Saved(version=before.version)
        if there != change.mark:
            return Overtaken(there=before.sheet, mark=there)
        if change.updated:
            sheet = replace(sheet, updated=change.updated)
        if found := await _faults(sheet, measure):
            return Faulty(faults=found)
        await _write(before, sheet, change.note, now)
        await record(Entry(at=now, by=by, act=Act.MEASURE_CHANGED, subject=measure))
    return Saved(version=before.version + 1)


async def _write(before: MeasureFacts, sheet: Sheet, note: Said, now: datetime) -> None:
    columns: dict[Any, Any] = columns_of(sheet)
    columns |= {"version": before.version + 1, "changed_at": now}
    await Measure.update(columns).where(Measure.id == before.id)
    await write_lines(before.id, sheet, before.sheet)
    was = before.sheet
    if (sheet.status, sheet.status_kind) != (was.status, was.status_kind):
        await _note_status(before.id, sheet, note, now)


async def _note_status(measure: UUID, sheet: Sheet, note: Said, now: datetime) -> None:
    """Keep how far it has come; what was said before stays."""
    await StatusChange.insert(
        StatusChange(
            id=uuid4(),
            measure=measure,
            kind=sheet.status_kind,
            label=sheet.status.dump(),
            note=note.dump(),
            at=now,
        )
    )


async def _faults(sheet: Sheet, measure: UUID | None) -> tuple[Fault, ...]:
    names = await all_names()
    known = Known(
        districts=names.districts.keys(),
        fields=names.fields.keys(),
        bodies=names.bodies.keys(),
        measures=names.measures.keys(),
    )
    return tuple(faults(sheet, known, measure=measure))


async def _free_key(wanted: str) -> str:
    taken = await keys_taken() | RESERVED | {""}
    stem, key, turn = wanted or "vorhaben", wanted, 1
    while key in taken:
        turn += 1
        key = f"{stem}-{turn}" if wanted else f"{stem}-{turn - 1}"
    return key
