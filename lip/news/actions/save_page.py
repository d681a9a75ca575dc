"""Add a project or news, and change it without overwriting anybody."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from piccolo.table import Table

from lip.conference.rules.keys import proposed_key
from lip.database import lock_rows, transaction
from lip.errors import Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.entries import Actor, Entry
from lip.measures.queries.rows import columns_of
from lip.measures.rules.outcomes import Faulty, Outcome, Overtaken, Saved
from lip.news.actions.kinds import ACTS, OWN
from lip.news.queries.names import all_names
from lip.news.queries.pages import LINES, keys_taken, page_by_id
from lip.news.rules.sheets import PageKind, Sheet, faults, mark_of_page
from lip.news.tables import ProjectEvent, Quotation

_LINES: Final[dict[str, type[Table]]] = {
    "events": ProjectEvent,
    "quotations": Quotation,
}


async def add_page(
    kind: PageKind,
    sheet: Sheet,
    *,
    by: Actor,
    now: datetime,
    key: str = "",
    request: UUID | None = None,
) -> UUID:
    """Add a draft; the same request adds it once."""
    act = ACTS[kind].added

    async def write() -> UUID:
        for fault in faults(sheet, (await all_names()).known):
            raise Unusable(fault.code)
        page = uuid4()
        row = OWN[kind](
            id=page,
            key=await _free_key(kind, key or proposed_key(sheet.title.pick("de").text)),
            created_at=now,
            changed_at=now,
            **columns_of(sheet),
        )
        await OWN[kind].insert(row)
        await _write_lines(kind, page, sheet)
        await record(Entry(at=now, by=by, act=act, subject=page, request=request))
        return page

    return await once(act, write, request=request)


async def save_page(
    kind: PageKind,
    page: UUID,
    sheet: Sheet,
    *,
    mark: str,
    by: Actor,
    now: datetime,
) -> Outcome:
    """Save what somebody wrote over a mark, unless another was faster."""
    own = OWN[kind]
    async with transaction():
        await lock_rows(own.select(own.id).where(own.id == page))
        before = await page_by_id(kind, page)
        if sheet == before.sheet:
            return Saved(version=before.version)
        if (there := mark_of_page(before.sheet)) != mark:
            return Overtaken(there=before.sheet, mark=there)
        if found := tuple(faults(sheet, (await all_names()).known)):
            return Faulty(faults=found)
        columns: dict[Any, Any] = columns_of(sheet)
        columns |= {"version": before.version + 1, "changed_at": now}
        await own.update(columns).where(own.id == page)
        await _write_lines(kind, page, sheet)
        await record(Entry(at=now, by=by, act=ACTS[kind].changed, subject=page))
    return Saved(version=before.version + 1)


async def _write_lines(kind: PageKind, page: UUID, sheet: Sheet) -> None:
    """Write the lines anew; nobody else names them."""
    for name, (_table, column, _made) in LINES[kind].items():
        table = _LINES[name]
        of_page = table._meta.get_column_by_name(column)  # noqa: SLF001 - the same for each table
        await table.delete().where(of_page == page)
        rows = [
            table(**{
                "id": uuid4(),
                column: page,
                "position": position,
                **columns_of(line),
            })
            for position, line in enumerate(getattr(sheet, name), start=1)
        ]
        if rows:
            await table.insert(*rows)


async def _free_key(kind: PageKind, wanted: str) -> str:
    taken = await keys_taken(kind)
    stem = wanted or kind.value
    key, turn = stem, 1
    while key in taken:
        turn += 1
        key = f"{stem}-{turn}"
    return key
