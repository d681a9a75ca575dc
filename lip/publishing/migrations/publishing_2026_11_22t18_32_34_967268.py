from enum import Enum

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Date, Text, Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-22T18:32:34:967268"
VERSION = "1.38.0"
DESCRIPTION = "Say what is not accessible and how it was examined"


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="publishing", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="DutyPage",
        tablename="duty_page",
        column_name="examined_how",
        db_column_name="examined_how",
        column_class_name="Text",
        column_class=Text,
        params={
            "default": "",
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

    manager.add_column(
        table_class_name="DutyPage",
        tablename="duty_page",
        column_name="examined_on",
        db_column_name="examined_on",
        column_class_name="Date",
        column_class=Date,
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

    manager.add_column(
        table_class_name="DutyPage",
        tablename="duty_page",
        column_name="exceptions",
        db_column_name="exceptions",
        column_class_name="Text",
        column_class=Text,
        params={
            "default": "",
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

    manager.alter_column(
        table_class_name="SearchDocument",
        tablename="search_document",
        column_name="kind",
        db_column_name="kind",
        params={
            "choices": Enum(
                "SubjectKind",
                {
                    "CONFERENCE": "conference",
                    "PROPOSAL": "proposal",
                    "CLUSTER": "cluster",
                    "VOTING_ROUND": "voting_round",
                    "CHAPTER": "chapter",
                    "AMENDMENT": "amendment",
                    "MEASURE": "measure",
                    "PAPER": "paper",
                    "PROJECT": "project",
                    "NEWS": "news",
                    "VERSION": "version",
                    "CONTACT_POINT": "contact_point",
                    "BODY": "body",
                },
            )
        },
        old_params={
            "choices": Enum(
                "SubjectKind",
                {
                    "CONFERENCE": "conference",
                    "PROPOSAL": "proposal",
                    "CLUSTER": "cluster",
                    "VOTING_ROUND": "voting_round",
                    "CHAPTER": "chapter",
                    "AMENDMENT": "amendment",
                    "MEASURE": "measure",
                    "PAPER": "paper",
                    "PROJECT": "project",
                    "NEWS": "news",
                    "VERSION": "version",
                    "CONTACT_POINT": "contact_point",
                },
            )
        },
        column_class=Varchar,
        old_column_class=Varchar,
        schema=None,
    )

    return manager
