from enum import Enum

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.columns.column_types import UUID, ForeignKey, Integer, Varchar
from piccolo.columns.defaults.uuid import UUID4
from piccolo.columns.indexes import IndexMethod
from piccolo.constraints import Unique
from piccolo.table import Table


class FollowUp(Table, tablename="follow_up", schema=None):
    id = UUID(
        default=UUID4(),
        null=False,
        primary_key=True,
        unique=False,
        index=False,
        index_method=IndexMethod.btree,
        choices=None,
        db_column_name=None,
        secret=False,
    )


class Proposal(Table, tablename="proposal", schema=None):
    id = UUID(
        default=UUID4(),
        null=False,
        primary_key=True,
        unique=False,
        index=False,
        index_method=IndexMethod.btree,
        choices=None,
        db_column_name=None,
        secret=False,
    )


class Trace(Table, tablename="trace", schema=None):
    id = UUID(
        default=UUID4(),
        null=False,
        primary_key=True,
        unique=False,
        index=False,
        index_method=IndexMethod.btree,
        choices=None,
        db_column_name=None,
        secret=False,
    )


ID = "2026-11-22T18:24:59:784707"
VERSION = "1.38.0"
DESCRIPTION = "Lines with their wording, proposals that traces spoke for, reports"


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="tracing", description=DESCRIPTION
    )

    manager.add_table(
        class_name="TracedProposal",
        tablename="traced_proposal",
        schema=None,
        columns=None,
    )

    manager.add_table(
        class_name="Reported", tablename="reported", schema=None, columns=None
    )

    manager.add_column(
        table_class_name="TracedProposal",
        tablename="traced_proposal",
        column_name="id",
        db_column_name="id",
        column_class_name="UUID",
        column_class=UUID,
        params={
            "default": UUID4(),
            "null": False,
            "primary_key": True,
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
        table_class_name="TracedProposal",
        tablename="traced_proposal",
        column_name="trace",
        db_column_name="trace",
        column_class_name="ForeignKey",
        column_class=ForeignKey,
        params={
            "references": Trace,
            "on_delete": OnDelete.cascade,
            "on_update": OnUpdate.cascade,
            "target_column": None,
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
        table_class_name="TracedProposal",
        tablename="traced_proposal",
        column_name="proposal",
        db_column_name="proposal",
        column_class_name="ForeignKey",
        column_class=ForeignKey,
        params={
            "references": Proposal,
            "on_delete": OnDelete.cascade,
            "on_update": OnUpdate.cascade,
            "target_column": None,
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
        table_class_name="TracedProposal",
        tablename="traced_proposal",
        column_name="answer",
        db_column_name="answer",
        column_class_name="ForeignKey",
        column_class=ForeignKey,
        params={
            "references": FollowUp,
            "on_delete": OnDelete.set_null,
            "on_update": OnUpdate.cascade,
            "target_column": None,
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
        table_class_name="Reported",
        tablename="reported",
        column_name="id",
        db_column_name="id",
        column_class_name="UUID",
        column_class=UUID,
        params={
            "default": UUID4(),
            "null": False,
            "primary_key": True,
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
        table_class_name="Reported",
        tablename="reported",
        column_name="measure",
        db_column_name="measure",
        column_class_name="UUID",
        column_class=UUID,
        params={
            "default": None,
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
        table_class_name="Reported",
        tablename="reported",
        column_name="chapter",
        db_column_name="chapter",
        column_class_name="UUID",
        column_class=UUID,
        params={
            "default": None,
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

    manager.add_constraint(
        table_class_name="TracedProposal",
        tablename="traced_proposal",
        constraint_name="one_proposal_per_trace",
        constraint_class=Unique,
        params={"columns": ["trace", "proposal"], "nulls_distinct": True},
        schema=None,
    )

    manager.add_constraint(
        table_class_name="Reported",
        tablename="reported",
        constraint_name="one_report_per_measure",
        constraint_class=Unique,
        params={"columns": ["measure", "chapter"], "nulls_distinct": True},
        schema=None,
    )

    manager.add_column(
        table_class_name="Trace",
        tablename="trace",
        column_name="base_version",
        db_column_name="base_version",
        column_class_name="Integer",
        column_class=Integer,
        params={
            "default": 0,
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
        table_class_name="Trace",
        tablename="trace",
        column_name="language",
        db_column_name="language",
        column_class_name="Varchar",
        column_class=Varchar,
        params={
            "length": 35,
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
        table_class_name="Trace",
        tablename="trace",
        column_name="from_kind",
        db_column_name="from_kind",
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

    manager.alter_column(
        table_class_name="Trace",
        tablename="trace",
        column_name="to_kind",
        db_column_name="to_kind",
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
