"""Refuse changes of deletion records."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from lip.database.migrations import sql_for

ID = "2026-11-22T05:25:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Refuse changes of deletion records"

REFUSAL = "deletion records are append-only"

ON_SQLITE = [
    f"CREATE TRIGGER deletion_record_keeps_{verb.lower()} BEFORE {verb} "
    f"ON deletion_record BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb in ("UPDATE", "DELETE")
]
ON_POSTGRES = [
    f"""
    CREATE FUNCTION refuse_deletion_record_change() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
    """,
    """
    CREATE TRIGGER deletion_record_keeps BEFORE UPDATE OR DELETE ON deletion_record
    FOR EACH ROW EXECUTE FUNCTION refuse_deletion_record_change()
    """,
]


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="retention", description=DESCRIPTION
    )
    manager.add_raw(sql_for({"sqlite": ON_SQLITE, "postgres": ON_POSTGRES}))
    return manager
