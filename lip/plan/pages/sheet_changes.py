"""What changed in measures between two versions, in the language of the page."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from lip.measures.documents.sheet_words import sheet_parts
from lip.measures.queries.thawed import thawed
from lip.plan.queries.drafts import sheets_to_freeze
from lip.plan.queries.versions import VersionFacts, frozen_sheets
from lip.plan.rules.freezing import Sheet
from lip.plan.rules.sheet_diff import Field, SheetChange, WholeSheet, compare_sheets
from lip.words import current_language


async def sheet_changes(old: VersionFacts, new: VersionFacts) -> Sequence[SheetChange]:
    """Compare the measures of two versions."""
    before, after = await frozen_sheets(old.id), await frozen_sheets(new.id)
    return await _compared(before, after, at=new.published_at)


async def sheet_changes_in_draft(
    latest: VersionFacts | None, *, now: datetime
) -> Sequence[SheetChange]:
    """Say what a version published now would change in measures."""
    before = await frozen_sheets(latest.id) if latest else []
    return await _compared(before, await sheets_to_freeze(now=now), at=now)


async def _compared(
    old: Sequence[Sheet], new: Sequence[Sheet], *, at: datetime
) -> Sequence[SheetChange]:
    same = set(old) & set(new)

    def compare() -> Sequence[SheetChange]:
        return compare_sheets(
            [_whole(one, at) for one in old if one not in same],
            [_whole(one, at) for one in new if one not in same],
        )

    return await asyncio.to_thread(compare)


def _whole(sheet: Sheet, at: datetime) -> WholeSheet:
    there = thawed(sheet.measure, sheet.document, at=at)
    return WholeSheet(
        id=sheet.measure,
        key=there.measure.key,
        title=there.measure.sheet.title.pick(current_language()),
        fields=[
            Field(name=one.name, heading=one.heading, text="\n\n".join(one.lines))
            for one in sheet_parts(there.measure, there.names)
        ],
    )
