from enum import Enum

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Timestamptz, Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-22T05:17:47:991153"
VERSION = "1.38.0"
DESCRIPTION = "Letters that are of no use after a moment"


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="mail", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="MailOut",
        tablename="mail_out",
        column_name="send_until",
        db_column_name="send_until",
        column_class_name="Timestamptz",
        column_class=Timestamptz,
        params={
            "default": None,
            "null": True,
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

    manager.alter_column(
        table_class_name="MailOut",
        tablename="mail_out",
        column_name="trouble",
        db_column_name="trouble",
        params={
            "choices": Enum(
                "Trouble",
                {
                    "NONE": "",
                    "ADDRESS_UNUSABLE": "address_unusable",
                    "ADDRESS_BEYOND_ASCII": "address_beyond_ascii",
                    "UNREACHABLE": "unreachable",
                    "NOT_ENCRYPTED": "not_encrypted",
                    "LOGIN_REFUSED": "login_refused",
                    "TOLD_TO_WAIT": "told_to_wait",
                    "REFUSED": "refused",
                    "TOO_LATE": "too_late",
                    "GAVE_UP": "gave_up",
                    "NO_RECEIPT": "no_receipt",
                    "STOPPED_MIDWAY": "stopped_midway",
                },
            )
        },
        old_params={
            "choices": Enum(
                "Trouble",
                {
                    "NONE": "",
                    "ADDRESS_UNUSABLE": "address_unusable",
                    "ADDRESS_BEYOND_ASCII": "address_beyond_ascii",
                    "UNREACHABLE": "unreachable",
                    "NOT_ENCRYPTED": "not_encrypted",
                    "LOGIN_REFUSED": "login_refused",
                    "TOLD_TO_WAIT": "told_to_wait",
                    "REFUSED": "refused",
                    "GAVE_UP": "gave_up",
                    "NO_RECEIPT": "no_receipt",
                    "STOPPED_MIDWAY": "stopped_midway",
                },
            )
        },
        column_class=Varchar,
        old_column_class=Varchar,
        schema=None,
    )

    return manager
