"""Add a project or news, and change it without overwriting anybody."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

from piccolo.table import Table

from lip.conference.rules.keys import proposed_key
from lip.database import lock_rows, transaction
from lip.errors import Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.measures.queries.rows import columns_of
from lip.news.queries.names import all_names
from lip.news.queries.pages import LINES, keys_taken, page_by_id
from lip.news.rules.sheets import Fault, PageKind, Sheet, faults
from lip.news.tables import NewsItem, Project, ProjectEvent, Quotation

OWN: Final[dict[PageKind, Any]] = {
    PageKind.PROJECT: Project,
    PageKind.NEWS: NewsItem,
}
_LINES: Final[dict[str, type[Table]]] = {
    "events": ProjectEvent,
    "quotations": Quotation,
}
_ADDED: Final = {
    PageKind.PROJECT: Act.PROJECT_ADDED,
    PageKind.NEWS: Act.NEWS_ADDED,
}
_CHANGED: Final = {
    PageKind.PROJECT: Act.PROJECT_CHANGED,
    PageKind.NEWS: Act.NEWS_CHANGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Kept, as this version."""

    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """Somebody else was faster: what stands there now, and its version."""

    there: Sheet
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Faulty:
    """Not kept; what is wrong, in the order of the form."""

    faults: tuple[Fault, ...]


Outcome: TypeAlias = Saved | Overtaken | Faulty


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
        act = _ADDED[kind]
        await record(Entry(at=now, by=by, act=act, subject=page, request=request))
        return page

    return await once(_ADDED[kind], write, request=request)


async def save_page(
    kind: PageKind,
    page: UUID,
    sheet: Sheet,
    *,
    version: int,
    by: Actor,
    now: datetime,
) -> Outcome:
    """Save what somebody began to change at a version, unless another was faster."""
    own = OWN[kind]
    async with transaction():
        await lock_rows(own.select(own.id).where(own.id == page))
        before = await page_by_id(kind, page)
        if sheet == before.sheet:
            return Saved(version=before.version)
        if before.version != version:
            return Overtaken(there=before.sheet, version=before.version)
        if found := tuple(faults(sheet, (await all_names()).known)):
            return Faulty(faults=found)
        columns: dict[Any, Any] = columns_of(sheet)
        columns |= {"version": version + 1, "changed_at": now}
        await own.update(columns).where(own.id == page)
        await _write_lines(kind, page, sheet)
        await record(Entry(at=now, by=by, act=_CHANGED[kind], subject=page))
    return Saved(version=version + 1)


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
