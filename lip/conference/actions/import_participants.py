"""
Import a guest list: judge it first, then write what the organiser has chosen.

Judging changes nothing. Writing is one transaction, and repeating it changes nothing:
every row has a source key, of which a conference has each only once.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lip.conference.actions.change_participant import write_guest
from lip.conference.actions.register import add_participants
from lip.conference.files.sheets import read_sheet, recognise_sheet
from lip.conference.files.wording import problem_sentence
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import existing_guests, participants_by_id
from lip.conference.rules.column import Column
from lip.conference.rules.columns import Recognised, check_mapping
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_list import (
    Choice,
    Existing,
    ImportReport,
    JudgedRow,
    RowStatus,
    chosen,
    judge,
)
from lip.conference.rules.guest_rows import read_row
from lip.conference.rules.sheet import Sheet
from lip.conference.tables import Conference
from lip.database import fetch, lock_rows, transaction
from lip.errors import Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys

AT_ONCE = 100
"""How many people are written between two words about progress."""

_NAME_PARTS = frozenset({Column.GIVEN_NAME, Column.FAMILY_NAME})

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A list as it was read, with the verdict on every row."""

    sheet: Sheet
    recognised: Recognised
    mapping: tuple[Column, ...]
    report: ImportReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDone:
    """
    What an import came to.

    `left_out` counts by verdict; a row that someone else imported in the meantime
    counts as already there. The lines tell which rows were written.
    """

    added: int
    updated: int
    left_out: Mapping[RowStatus, int]
    lines_added: frozenset[int]
    lines_updated: frozenset[int]


async def judge_list(
    content: bytes,
    filename: str,
    *,
    conference: ConferenceFacts,
    mapping: Sequence[Column] | None = None,
    sheet: str = "",
    encoding: str = "",
) -> Judged:
    """
    Read and judge a list without changing anything, or raise Unusable.

    Without `mapping` the headings decide; `sheet` names a sheet of an Excel file,
    `encoding` overrides what was detected in a text file.
    """
    existing = await existing_guests(conference)

    def work() -> Judged:
        read = read_sheet(
            content, filename=filename, sheet_name=sheet, encoding=encoding
        )
        return judge_sheet(
            read, conference=conference.id, existing=existing, mapping=mapping
        )

    return await asyncio.to_thread(work)


def judge_sheet(
    sheet: Sheet,
    *,
    conference: UUID,
    existing: Sequence[Existing] = (),
    mapping: Sequence[Column] | None = None,
) -> Judged:
    """Judge a sheet that was read already."""
    recognised = recognise_sheet(sheet)
    columns = recognised.mapping if mapping is None else tuple(mapping)
    for problem in check_mapping(columns, sheet.headings):
        if problem.blocks:
            raise Unusable("mapping_unusable", problem=problem_sentence(problem))
    report = judge(
        [read_row(row, columns) for row in sheet.rows],
        conference=conference,
        existing=existing,
        mapped=frozenset(columns),
    )
    return Judged(sheet=sheet, recognised=recognised, mapping=columns, report=report)


async def import_participants(
    judged: Judged,
    choice: Choice,
    lines: Collection[int] = (),
    *,
    conference: ConferenceFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
    progress: Progress | None = None,
) -> ImportDone:
    """Write the chosen rows in one transaction; importing again changes nothing."""
    wanted = chosen(judged.report, choice, frozenset(lines))
    async with transaction():
        await lock_rows(
            Conference.select(Conference.id).where(Conference.id == conference.id)
        )
        there = await _known_sources(conference)
        adding = [
            row
            for row in wanted
            if row.participant is None and row.source_key not in there
        ]
        await _add(adding, conference=conference, keys=keys, now=now, said=progress)
        updated = await _update(
            [row for row in wanted if row.participant is not None],
            conference=conference,
            by=by,
            now=now,
        )
        done = _done(judged.report, wanted=wanted, added=adding, updated=updated)
        if done.added or done.updated:
            await record(_entry(done, conference, by, now))
    return done


async def _known_sources(conference: ConferenceFacts) -> frozenset[UUID]:
    rows = await fetch(
        "SELECT source_key FROM participant "
        "WHERE conference = ? AND source_key IS NOT NULL",
        conference.id,
    )
    return frozenset(row["source_key"] for row in rows)


async def _add(
    rows: Sequence[JudgedRow],
    *,
    conference: ConferenceFacts,
    keys: Keys,
    now: datetime,
    said: Progress | None,
) -> None:
    for start in range(0, len(rows), AT_ONCE):
        part = rows[start : start + AT_ONCE]
        await add_participants(
            [(row.guest, row.source_key) for row in part],
            conference=conference,
            keys=keys,
            now=now,
        )
        if said:
            said(start + len(part), len(rows))


async def _update(
    rows: Sequence[JudgedRow],
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> Sequence[JudgedRow]:
    """Write changed rows into their participants; return those that differed."""
    people = [row.participant for row in rows if row.participant]
    there = await participants_by_id(conference, people)
    updated, entries = [], []
    for row in rows:
        assert row.participant is not None
        current = there[row.participant]
        guest = _merged(current.guest, row)
        if guest == current.guest:
            continue
        changed = await write_guest(current, guest, conference=conference, now=now)
        updated.append(row)
        entries.append(
            Entry(
                at=now,
                by=by,
                act=Act.PARTICIPANT_CHANGED,
                subject=current.id,
                scope=conference.key,
                facts={"columns": " ".join(changed)},
            )
        )
    await record(*entries)
    return updated


def _merged(current: Guest, row: JudgedRow) -> Guest:
    """Take over the columns that differ; a new name ends an old full name."""
    said = {column.value: getattr(row.guest, column.value) for column in row.changed}
    if not _NAME_PARTS.isdisjoint(row.changed):
        said["full_name"] = row.guest.full_name
    return replace(current, **said)


def _done(
    report: ImportReport,
    *,
    wanted: Iterable[JudgedRow],
    added: Sequence[JudgedRow],
    updated: Sequence[JudgedRow],
) -> ImportDone:
    lines_added = frozenset(row.line for row in added)
    lines_updated = frozenset(row.line for row in updated)
    overtaken = {row.line for row in wanted} - lines_added - lines_updated
    left_out = Counter(
        RowStatus.ALREADY_THERE if row.line in overtaken else row.status
        for row in report.rows
        if row.line not in lines_added and row.line not in lines_updated
    )
    return ImportDone(
        added=len(added),
        updated=len(updated),
        left_out={status: left_out[status] for status in RowStatus},
        lines_added=lines_added,
        lines_updated=lines_updated,
    )


def _entry(
    done: ImportDone, conference: ConferenceFacts, by: Actor, now: datetime
) -> Entry:
    return Entry(
        at=now,
        by=by,
        act=Act.PARTICIPANTS_IMPORTED,
        subject=conference.id,
        scope=conference.key,
        facts={
            "added": done.added,
            "updated": done.updated,
            "left_out": sum(done.left_out.values()),
        },
    )
