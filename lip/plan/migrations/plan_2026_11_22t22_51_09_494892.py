from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Boolean
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-22T22:51:09:494892"
VERSION = "1.38.0"
DESCRIPTION = "Versions whose terms came later"


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="plan", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="PlanVersion",
        tablename="plan_version",
        column_name="terms_later",
        db_column_name="terms_later",
        column_class_name="Boolean",
        column_class=Boolean,
        params={
            "default": False,
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    return manager
