"""Refuse changes of the journal."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from lip.database.migrations import sql_for

ID = "2026-11-22T02:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Refuse changes of the journal"

REFUSAL = "the journal is append-only"

ON_SQLITE = [
    f"CREATE TRIGGER journal_entry_keeps_{verb.lower()} BEFORE {verb} "
    f"ON journal_entry BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb in ("UPDATE", "DELETE")
]
ON_POSTGRES = [
    f"""
    CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
    """,
    """
    CREATE TRIGGER journal_entry_keeps BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_journal_change()
    """,
]


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="journal", description=DESCRIPTION
    )
    manager.add_raw(sql_for({"sqlite": ON_SQLITE, "postgres": ON_POSTGRES}))
    return manager
