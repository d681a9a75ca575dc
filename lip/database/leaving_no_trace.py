"""
Leave nothing of deleted rows in the files of the database.

SQLite overwrites what is deleted (`secure_delete`), but moving rows about leaves
copies in free space, and the write-ahead log holds pages as they were. So after a
purge the file is written anew and the log cut to nothing. PostgreSQL writes each
table anew and forgets its statistics; its own write-ahead log is recycled by the
server when it sees fit.
"""

import logging
from asyncio import sleep
from collections.abc import Mapping

from lip.database.binding import current_engine
from lip.database.sqlite_engine import SQLiteStoreEngine
from lip.database.urls import StoreEngine

log = logging.getLogger(__name__)

_CUT = "PRAGMA wal_checkpoint(TRUNCATE)"
_TRIES = 3
_PAUSE = 0.2
_TABLES = """
SELECT quote_ident(tablename) AS name,
    pg_relation_filenode(quote_ident(tablename)::regclass) AS file
FROM pg_tables WHERE schemaname = current_schema()
    AND tablename NOT IN ('journal_entry', 'deletion_record', 'migration')
UNION ALL
SELECT 'pg_catalog.pg_statistic',
    pg_relation_filenode('pg_catalog.pg_statistic'::regclass)
FROM pg_database
WHERE datname = current_database() AND pg_has_role(datdba, 'USAGE')
"""
"""All but those of which nothing is deleted; statistics are the owner's to clean."""

_CAN_FORGET = 180_000
_FORGET = """
SELECT pg_clear_attribute_stats(schemaname, tablename, attname, inherited)
FROM pg_stats WHERE schemaname = current_schema()
"""
"""The planner's statistics quote frequent values; from PostgreSQL 18 on they can go."""


async def leave_no_trace() -> bool:
    """Write the database anew without what was deleted; tell whether all was."""
    engine = current_engine()
    if engine.transaction_exists():
        return False  # whoever is inside another transaction has not deleted yet
    if isinstance(engine, SQLiteStoreEngine):
        return await _on_sqlite(engine)
    return await _on_postgres(engine)


async def _on_sqlite(engine: SQLiteStoreEngine) -> bool:
    await engine.run("VACUUM")
    for _ in range(_TRIES):  # a reader may still look at old pages
        [outcome] = await engine.run(_CUT)
        if not outcome["busy"]:
            return True
    log.warning("the write-ahead log was in use and keeps old pages for now")
    return False


async def _on_postgres(engine: StoreEngine) -> bool:
    """Skip what is in use just now: nobody should wait for this."""
    if engine.engine_type != "postgres":
        return False  # CockroachDB cleans by itself, after its own time
    [row] = await engine.run("SELECT current_setting('server_version_num') AS number")
    if int(row["number"]) >= _CAN_FORGET:
        await engine.run(_FORGET)
    before = await _files(engine)
    left = set(before)
    for _ in range(_TRIES):
        for name in sorted(left):
            await engine.run(f"VACUUM (FULL, SKIP_LOCKED) {name}")
        now = await _files(engine)
        left = {name for name in left if now.get(name) == before[name]}
        if not left:
            return True
        await sleep(_PAUSE)
    log.warning("tables in use keep old pages for now: %s", ", ".join(sorted(left)))
    return False


async def _files(engine: StoreEngine) -> Mapping[str, int]:
    return {row["name"]: row["file"] for row in await engine.run(_TABLES)}
