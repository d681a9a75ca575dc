"""The same migrations run on both engines."""

import asyncio
import importlib
import sys

import pytest
from piccolo.columns import UUID, ForeignKey, Integer, Text, Varchar
from piccolo.columns.base import OnDelete
from piccolo.conf.apps import AppConfig, AppRegistry
from piccolo.constraints import Check, Unique
from piccolo.table import Table

import lip.piccolo_conf
from lip.database import fetch, is_unique_violation, transaction
from lip.database.migrations import (
    applied,
    available,
    migrate,
    new_migration,
    revision,
    sql_for,
)

FUNCTION = """
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$
"""
ON_POSTGRES = """
    CREATE TRIGGER house_stays BEFORE DELETE ON house
    FOR EACH ROW EXECUTE FUNCTION refuse()
"""
ON_SQLITE = """
    CREATE TRIGGER house_stays BEFORE DELETE ON house
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""
APPEND_ONLY = sql_for({"sqlite": ON_SQLITE, "postgres": [FUNCTION, ON_POSTGRES]})


def first_tables():
    class House(Table):
        id = UUID(primary_key=True)
        street = Varchar(length=40)
        number = Integer()

    return [House]


def later_tables():
    class House(Table):
        id = UUID(primary_key=True)
        street = Varchar(length=40)
        number = Integer()
        nickname = Varchar(length=20, unique=True, null=True, default=None)
        note = Text(default="-")

        one_house_per_address = Unique([street, number])
        numbers_count_from_one = Check(number >= 1)

    class Room(Table):
        id = UUID(primary_key=True)
        house = ForeignKey(House, null=False, on_delete=OnDelete.cascade)
        name = Text(unique=True, index=True)

        room_has_a_name = Check(name != "")

    return [House, Room]


@pytest.fixture
def area(tmp_path, monkeypatch):
    """An area of its own, instead of the real ones."""
    folder = tmp_path / "town"
    (folder / "migrations").mkdir(parents=True)
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader("town.piccolo_app", None)
    )
    module.APP_CONFIG = AppConfig(
        app_name="town",
        migrations_folder_path=str(folder / "migrations"),
        table_classes=first_tables(),
    )
    monkeypatch.setitem(sys.modules, "town.piccolo_app", module)
    monkeypatch.setattr(
        lip.piccolo_conf, "APP_REGISTRY", AppRegistry(apps=["town.piccolo_app"])
    )
    return module.APP_CONFIG


async def test_additions_keep_the_rows_and_bring_the_promises(area, blank_db):
    await new_migration("town")
    await migrate()
    [house] = area.table_classes
    await house(street="Lange Straße", number=1).save()
    area.table_classes = later_tables()
    await new_migration("town")

    await migrate()

    house, room = area.table_classes
    row = await house.objects().first()
    assert (row.street, row.nickname, row.note) == ("Lange Straße", None, "-")
    await room(house=row, name="Saal").save()
    assert await refused(house(street="Lange Straße", number=1)) == "unique"
    assert await refused(house(street="Lange Straße", number=0)) == "other"
    assert await refused(room(house=row, name="")) == "other"
    assert await refused(room(house=row, name="Saal")) == "unique"


async def refused(row):
    try:
        async with transaction():
            await row.save()
    except Exception as error:  # noqa: BLE001
        return "unique" if is_unique_violation(error) else "other"
    return "accepted"


async def test_adding_a_check_deletes_no_row_that_refers_to_the_table(area, blank_db):
    house, room = area.table_classes = later_tables()
    del house._meta.constraints[1]
    await new_migration("town")
    await migrate()
    row = house(street="Lange Straße", number=1)
    await row.save()
    await room(house=row, name="Saal").save()
    area.table_classes = later_tables()
    await new_migration("town")

    await migrate()

    house, room = area.table_classes
    assert await room.count() == 1
    assert await refused(house(street="Lange Straße", number=0)) == "other"


async def test_rows_that_break_a_new_promise_leave_the_schema_as_it_was(area, blank_db):
    await new_migration("town")
    await migrate()
    [house] = area.table_classes
    await house(street="Lange Straße", number=0).save()
    before = await revision()
    area.table_classes = later_tables()
    await new_migration("town")

    with pytest.raises(Exception, match="numbers_count_from_one"):
        await migrate()

    assert await revision() == before
    assert await fetch("SELECT street FROM house") == [{"street": "Lange Straße"}]


async def test_second_run_changes_nothing(area, blank_db):
    await new_migration("town")
    assert len(available() - await applied()) == 1

    first = await migrate()
    second = await migrate()

    assert len(first) == 1
    assert second == []
    assert await applied() >= available()
    assert await revision() == f"town={first[0]}"


async def test_unchanged_tables_need_no_migration(area, blank_db):
    await new_migration("town")

    assert await new_migration("town") is None


async def test_each_engine_runs_its_own_words(area, blank_db):
    await new_migration("town")
    await migrate()
    [house] = area.table_classes
    await house(street="Lange Straße", number=1).save()

    await APPEND_ONLY()

    with pytest.raises(Exception, match="append-only"):
        await fetch("DELETE FROM house")


async def test_processes_that_start_together_migrate_once(blank_url):
    program = (
        "import asyncio\n"
        "from lip.database.migrations import migrate\n"
        "print(len(asyncio.run(migrate())))\n"
    )

    processes = [await started(program, blank_url) for _ in range(3)]
    outputs = [await process.communicate() for process in processes]

    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sorted(int(out) > 0 for out, _ in outputs) == [False, False, True]


async def started(program, url):
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        env={"DATABASE_URL": url, "PATH": ""},
        stdout=asyncio.subprocess.PIPE,
    )
