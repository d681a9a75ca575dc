from enum import Enum

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-22T12:20:25:571503"
VERSION = "1.38.0"
DESCRIPTION = "Say what comes first where several are level"


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="elections", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="Election",
        tablename="election",
        column_name="ties",
        db_column_name="ties",
        column_class_name="Varchar",
        column_class=Varchar,
        params={
            "length": 20,
            "default": "lot",
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": Enum("TieRule", {"LOT": "lot", "RUNOFF": "runoff"}),
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    return manager
