"""Read projects and news, one or all, in the same number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, Literal
from uuid import UUID

from lip.database import fetch, fetch_in
from lip.errors import NotFound
from lip.measures.queries.rows import line_from
from lip.news.rules.sheets import (
    EventLine,
    NewsSheet,
    PageFacts,
    PageKind,
    ProjectSheet,
    QuotationLine,
)

Rows = Sequence[Mapping[str, Any]]

TABLES: Final[Mapping[PageKind, tuple[str, type[Any]]]] = {
    PageKind.PROJECT: ("project", ProjectSheet),
    PageKind.NEWS: ("news_item", NewsSheet),
}
"""Where a page is kept, and what it is."""

LINES: Final[Mapping[PageKind, Mapping[str, tuple[str, str, type[Any]]]]] = {
    PageKind.PROJECT: {
        "events": ("project_event", "project", EventLine),
        "quotations": ("quotation", "project", QuotationLine),
    },
    PageKind.NEWS: {"quotations": ("quotation", "news", QuotationLine)},
}
"""Where the lines of a page are kept, the column that names it, what they are."""

UNKNOWN: Final = {
    PageKind.PROJECT: "unknown_project",
    PageKind.NEWS: "unknown_news",
}
_PUBLIC: Final = "public_from IS NOT NULL AND public_from <= ?"


async def all_pages(
    kind: PageKind, *, public_at: datetime | None = None, lines: bool = True
) -> Sequence[PageFacts]:
    """List all, or those that everybody may read: projects in order, newest news."""
    table = TABLES[kind][0]
    where = f" WHERE {_PUBLIC}" if public_at else ""
    values = (public_at,) if public_at else ()
    rows = await fetch(f"SELECT * FROM {table}{where} ORDER BY key", *values)  # noqa: S608
    return _in_order(kind, await _whole(kind, rows, lines=lines))


async def pages_by_id(
    kind: PageKind, ids: Collection[UUID]
) -> Mapping[UUID, PageFacts]:
    """Find some, without their lines; those that are not there are left out."""
    rows = await fetch_in(f"SELECT * FROM {TABLES[kind][0]} WHERE id IN", ids)  # noqa: S608
    return {one.id: one for one in await _whole(kind, rows, lines=False)}


async def page_by_id(kind: PageKind, page: UUID) -> PageFacts:
    """Find one, or raise NotFound."""
    return await _one(
        kind,
        await fetch(f"SELECT * FROM {TABLES[kind][0]} WHERE id = ?", page),  # noqa: S608
    )


async def public_page(kind: PageKind, key: str, *, now: datetime) -> PageFacts:
    """Find one that everybody may read, or raise NotFound."""
    rows = await fetch(
        f"SELECT * FROM {TABLES[kind][0]} WHERE {_PUBLIC} AND key = ?",  # noqa: S608
        now,
        key,
    )
    return await _one(kind, rows)


async def pages_about(
    kind: PageKind, column: Literal["measure", "project"], subject: UUID
) -> Sequence[PageFacts]:
    """List the pages that name a measure or project, drafts too, without lines."""
    table = TABLES[kind][0]
    rows = await fetch(f"SELECT * FROM {table} WHERE {column} = ?", subject)  # noqa: S608
    return _in_order(kind, await _whole(kind, rows, lines=False))


async def keys_taken(kind: PageKind) -> frozenset[str]:
    """Give the places in addresses that pages of a kind have."""
    rows = await fetch(f"SELECT key FROM {TABLES[kind][0]}")  # noqa: S608 - ours
    return frozenset(row["key"] for row in rows)


async def _one(kind: PageKind, rows: Rows) -> PageFacts:
    if not rows:
        raise NotFound(UNKNOWN[kind])
    return (await _whole(kind, rows, lines=True))[0]


async def _whole(kind: PageKind, rows: Rows, *, lines: bool) -> Sequence[PageFacts]:
    ids = [row["id"] for row in rows]
    found: dict[str, Mapping[UUID, tuple[Any, ...]]] = {}
    if lines and ids:
        for name, (table, column, made) in LINES[kind].items():
            found[name] = await _lines(table, column, made, ids)
    return [
        PageFacts(
            kind=kind,
            id=row["id"],
            key=row["key"],
            sheet=line_from(
                TABLES[kind][1],
                {**row, **{name: of.get(row["id"], ()) for name, of in found.items()}},
            ),
            version=row["version"],
            created_at=row["created_at"],
            changed_at=row["changed_at"],
            public_from=row["public_from"],
        )
        for row in rows
    ]


async def _lines(
    table: str, column: str, made: type[Any], ids: Sequence[UUID]
) -> Mapping[UUID, tuple[Any, ...]]:
    select = f"SELECT * FROM {table} WHERE {column} IN"  # noqa: S608 - our own names
    rows = await fetch_in(select, ids, "ORDER BY position, id")
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(line_from(made, row))
    return {one: tuple(lines) for one, lines in found.items()}


def _in_order(kind: PageKind, there: Sequence[PageFacts]) -> Sequence[PageFacts]:
    if kind is PageKind.PROJECT:
        return sorted(there, key=lambda one: (one.sheet.position, one.key))
    return sorted(there, key=_happened, reverse=True)


def _happened(one: PageFacts) -> tuple[date, datetime]:
    day = one.sheet.dated.last if one.sheet.dated else one.created_at.date()
    return day, one.created_at
