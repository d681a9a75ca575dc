"""Find arrivals by day."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from lip.database.migrations import sql_for

ID = "2026-11-22T02:00:00:000001"
VERSION = "1.38.0"
DESCRIPTION = "Find arrivals by day"

BY_DAY = "CREATE INDEX check_in_by_day ON check_in (conference, day)"


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="conference", description=DESCRIPTION
    )
    manager.add_raw(sql_for({"sqlite": BY_DAY, "postgres": BY_DAY}))
    return manager
