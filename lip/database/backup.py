"""
A consistent copy of a running database, and the way back.

The copy is one file in a form of our own, the same from every engine: what was
saved on SQLite can be restored on PostgreSQL. Older copies are restored in the
schema of their time and then migrated.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import ModuleType

from lip.database import backup_postgres, backup_sqlite
from lip.database.backup_file import (
    BackupWriter,
    Header,
    Part,
    check_whole,
    header_of,
    new_backup_file,
    parts_of,
)
from lip.database.binding import current_engine
from lip.database.migrations import (
    available,
    bring_up,
    revision_of,
    schema_lock,
)
from lip.database.urls import StoreEngine
from lip.errors import Conflict, Unusable

ENDING = ".lip.gz"

Progress = Callable[[str, int], None]  # a table, and rows since the last call


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """What was saved or restored."""

    path: Path
    made_at: datetime
    revision: str
    tables: int
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBackup:
    """A backup in a folder."""

    path: Path
    made_at: datetime
    revision: str
    bytes: int


async def backup(
    target: Path, *, now: datetime, progress: Progress | None = None
) -> BackupReport:
    """Save everything in a new file."""
    if await asyncio.to_thread(target.exists):
        raise Conflict("file_exists", name=target.name)
    engine = current_engine()
    async with _of(engine).snapshot(engine) as (migrations, parts):
        header = Header(made_at=now, migrations=frozenset(migrations))
        with new_backup_file(target) as file:
            file.begin(header)
            await _save(parts, file, progress)
            digest = file.end()
    return BackupReport(
        path=target,
        made_at=now,
        revision=revision_of(header.migrations),
        tables=file.tables,
        rows=file.rows,
        bytes=_size(target),
        sha256=digest,
    )


async def restore(
    source: Path, *, overwrite: bool = False, progress: Progress | None = None
) -> BackupReport:
    """Make the database what it was; on any failure leave it as it is."""
    digest = await asyncio.to_thread(check_whole, source)
    header = header_of(source)
    if header.migrations - available():
        raise Unusable("backup_of_newer_version", name=source.name)
    engine = current_engine()
    async with schema_lock():
        if not overwrite and await _of(engine).has_rows(engine):
            raise Conflict("database_not_empty")
        await _of(engine).drop_all(engine)
        await bring_up(header.migrations)
        tables, rows = await _load(engine, source, progress)
        await bring_up()
    return BackupReport(
        path=source,
        made_at=header.made_at,
        revision=revision_of(header.migrations),
        tables=tables,
        rows=rows,
        bytes=_size(source),
        sha256=digest,
    )


def list_backups(folder: Path) -> Sequence[StoredBackup]:
    """Return the backups in a folder, newest first."""
    found = []
    for path in folder.glob(f"*{ENDING}"):
        try:
            header = header_of(path)
        except Unusable:
            continue
        found.append(
            StoredBackup(
                path=path,
                made_at=header.made_at,
                revision=revision_of(header.migrations),
                bytes=_size(path),
            )
        )
    return sorted(found, key=lambda stored: stored.made_at, reverse=True)


def _of(engine: StoreEngine) -> ModuleType:
    return backup_sqlite if engine.engine_type == "sqlite" else backup_postgres


async def _save(
    parts: AsyncIterator[Part], file: BackupWriter, progress: Progress | None
) -> None:
    """Write the tables; packing is work for a thread."""
    current = ""
    async for table, columns, rows in parts:
        if table != current:
            file.begin_table(table, columns)
            current = table
        await asyncio.to_thread(file.add, rows)
        if progress is not None:
            progress(table, len(rows))


async def _load(
    engine: StoreEngine, source: Path, progress: Progress | None
) -> tuple[int, int]:
    """Insert the rows of a backup; return how many tables and rows."""
    tables, number = set(), 0
    parts = parts_of(source)
    async with _of(engine).loading(engine):
        while part := await asyncio.to_thread(next, parts, None):
            table, _, rows = part
            await _of(engine).load(engine, part)
            tables.add(table)
            number += len(rows)
            if progress is not None:
                progress(table, len(rows))
    return len(tables), number


def _size(path: Path) -> int:
    return path.stat().st_size
