from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Boolean, Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-22T05:17:33:308316"
VERSION = "1.38.0"
DESCRIPTION = "Note which letters are due, and who waits only once"


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="registration", description=DESCRIPTION
    )

    manager.drop_column(
        table_class_name="Place",
        tablename="place",
        column_name="standing",
        db_column_name="standing",
        schema=None,
    )

    manager.add_column(
        table_class_name="Place",
        tablename="place",
        column_name="letter_due",
        db_column_name="letter_due",
        column_class_name="Varchar",
        column_class=Varchar,
        params={
            "length": 20,
            "default": "",
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": True,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    manager.add_column(
        table_class_name="SignUp",
        tablename="sign_up",
        column_name="letter_due",
        db_column_name="letter_due",
        column_class_name="Boolean",
        column_class=Boolean,
        params={
            "default": False,
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": True,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    return manager
