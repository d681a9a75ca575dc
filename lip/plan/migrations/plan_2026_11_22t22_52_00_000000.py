"""Mark versions that were given their terms only when terms began to be frozen."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from lip.database.migrations import sql_for

ID = "2026-11-22T22:52:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Mark versions whose terms came later"

_MARKED = (
    "UPDATE plan_version SET terms_later = TRUE WHERE published_at < "
    "(SELECT ran_on FROM migration WHERE app_name = 'plan' "
    "AND name = '2026-11-22T18:20:00:000000')"
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="plan", description=DESCRIPTION
    )
    manager.add_raw(sql_for({"sqlite": _MARKED, "postgres": _MARKED}))
    return manager
