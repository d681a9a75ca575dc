"""A backup is whole, exact and portable, and a failed restore changes nothing."""

import asyncio
import gzip
import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.accounts.tables import Person, RoleGrant
from lip.database import (
    current_engine,
    engine_from_url,
    execute_many,
    fetch,
    transaction,
    use_engine,
)
from lip.database.backup import backup, list_backups, restore
from lip.database.backup_values import read, written
from lip.database.migrations import applied, available, migrate
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.tables import JournalEntry

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=1, microseconds=1)
ADA = UUID(int=1)
APPEND_ONLY = "2026-11-22T02:00:00:000000"  # the migration that brings the triggers


async def filled():
    person = Person(id=ADA, name="Ada Ş 👩🏽‍💻\n", folded_name="ada", created_at=LATER)
    await person.save()
    await RoleGrant(id=UUID(int=2), person=person, role="organiser").save()
    await JournalEntry(id=UUID(int=3), at=NOW, act="x", facts='{"a":[1,"ß"]}').save()


async def everything():
    people = await Person.select().order_by(Person.id)
    grants = await RoleGrant.select().order_by(RoleGrant.id)
    return people, grants, await JournalEntry.select()


async def test_restored_rows_are_the_saved_rows(committed_db, tmp_path):
    await filled()
    before = await everything()
    report = await backup(tmp_path / "a.lip.gz", now=NOW)
    await Person.update({Person.name: "Eve"}, force=True)

    restored = await restore(tmp_path / "a.lip.gz", overwrite=True)

    assert await everything() == before
    assert (restored.rows, restored.sha256) == (report.rows, report.sha256)
    assert report.rows == 3
    assert await applied() >= available()


async def test_journal_is_still_append_only_after_a_restore(committed_db, tmp_path):
    await filled()
    await backup(tmp_path / "a.lip.gz", now=NOW)

    await restore(tmp_path / "a.lip.gz", overwrite=True)

    with pytest.raises(Exception, match="append-only"):
        await fetch("DELETE FROM journal_entry")


async def test_full_database_is_not_overwritten_unasked(committed_db, tmp_path):
    await filled()
    await backup(tmp_path / "a.lip.gz", now=NOW)

    with pytest.raises(Conflict, match="database_not_empty"):
        await restore(tmp_path / "a.lip.gz")


async def test_backup_moves_to_any_other_engine(committed_db, databases, tmp_path):
    await filled()
    before = await everything()
    await backup(tmp_path / "a.lip.gz", now=NOW)
    other = "postgres" if committed_db.engine_type == "sqlite" else "sqlite"
    url = await asyncio.to_thread(databases.blank, other, "moved")
    use_engine(engine_from_url(url))

    await restore(tmp_path / "a.lip.gz")

    after = await everything()
    await current_engine().close_connection_pool()
    await asyncio.to_thread(databases.remove, url)
    assert after == before


async def test_backup_of_an_older_schema_is_migrated(committed_db, tmp_path):
    await filled()
    path = tmp_path / "a.lip.gz"
    await backup(path, now=NOW)
    rewrite(path, lambda ran: [pair for pair in ran if pair[1] != APPEND_ONLY])

    await restore(path, overwrite=True)

    assert await applied() >= available()
    with pytest.raises(Exception, match="append-only"):
        await fetch("DELETE FROM journal_entry")


async def test_backup_of_a_newer_version_is_refused(committed_db, tmp_path):
    path = tmp_path / "a.lip.gz"
    await backup(path, now=NOW)
    rewrite(path, lambda ran: [*ran, ["journal", "2999-01-01T00:00:00:000000"]])

    with pytest.raises(Unusable, match="backup_of_newer_version"):
        await restore(path)


def rewrite(path, change):
    """Write the backup as it would be with other migrations."""
    lines = gzip.decompress(path.read_bytes()).splitlines()
    header = json.loads(lines[0])
    header["migrations"] = change(header["migrations"])
    lines[0] = json.dumps(header).encode()
    digest = sha256(b"".join(line + b"\n" for line in lines[:-1])).hexdigest()
    lines[-1] = json.dumps({"sha256": digest}).encode()
    path.write_bytes(gzip.compress(b"\n".join(lines) + b"\n"))


@pytest.mark.parametrize("damage", ["cut", "flipped", "exchanged"])
async def test_damaged_file_is_refused_and_nothing_changes(
    committed_db, tmp_path, damage
):
    await filled()
    before = await everything()
    path = tmp_path / "a.lip.gz"
    await backup(path, now=NOW)
    raw = bytearray(path.read_bytes())
    if damage == "cut":
        del raw[-20:]
    elif damage == "flipped":
        middle = len(raw) // 2
        raw[middle : middle + 8] = bytes(8)  # one bit alone may mean the same
    else:
        raw = gzip.compress(gzip.decompress(raw).replace(b"ada", b"eve"))
    path.write_bytes(raw)

    with pytest.raises(Unusable, match="damaged_backup"):
        await restore(path, overwrite=True)

    assert await everything() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        gzip.compress(b'{"kind": "x"}\n', mtime=0),
        gzip.compress(b"1", mtime=0),
    ],
)
async def test_foreign_file_is_refused(committed_db, tmp_path, content):
    path = tmp_path / "a.lip.gz"
    path.write_bytes(content)

    with pytest.raises(Unusable, match="not_a_backup"):
        await restore(path, overwrite=True)


async def test_missing_file_is_not_found(committed_db, tmp_path):
    with pytest.raises(NotFound, match="no_such_file"):
        await restore(tmp_path / "a.lip.gz")


async def test_failure_while_loading_leaves_everything_as_it_was(
    committed_db, tmp_path
):
    await filled()
    path = tmp_path / "a.lip.gz"
    await backup(path, now=NOW)
    await Person.update({Person.name: "Eve"}, force=True)
    before = await everything()

    def stumble(table, rows):
        if table == "role_grant":
            raise KeyError(table)

    with pytest.raises(KeyError):
        await restore(path, overwrite=True, progress=stumble)

    assert await everything() == before


async def test_saving_goes_on_while_others_write(committed_db, tmp_path):
    rows = [(UUID(int=n), f"p{n}", f"p{n}", NOW) for n in range(10, 20_010)]
    await execute_many(
        "INSERT INTO person (id, name, folded_name, created_at) VALUES (?, ?, ?, ?)",
        rows,
    )
    saving = asyncio.create_task(backup(tmp_path / "a.lip.gz", now=NOW))
    writes = 0

    while not saving.done():
        async with transaction():
            name = f"late{writes}"
            await Person(name=name, folded_name=name, created_at=NOW).save()
        writes += 1

    assert writes > 10
    assert 20_000 <= (await saving).rows < 20_000 + writes
    restored = await restore(tmp_path / "a.lip.gz", overwrite=True)
    assert restored.rows == (await saving).rows


async def test_no_half_written_file_is_left_behind(committed_db, tmp_path):
    await filled()

    def stumble(table, rows):
        raise KeyError(table)

    with pytest.raises(KeyError):
        await backup(tmp_path / "a.lip.gz", now=NOW, progress=stumble)

    assert list(tmp_path.iterdir()) == []


async def test_existing_file_is_kept(committed_db, tmp_path):
    (tmp_path / "a.lip.gz").write_text("mine")

    with pytest.raises(Conflict, match="file_exists"):
        await backup(tmp_path / "a.lip.gz", now=NOW)

    assert (tmp_path / "a.lip.gz").read_text() == "mine"


async def test_backups_are_listed_newest_first(committed_db, tmp_path):
    await backup(tmp_path / "a.lip.gz", now=NOW)
    await backup(tmp_path / "b.lip.gz", now=LATER)
    (tmp_path / "c.lip.gz").write_text("no backup")

    listed = list_backups(tmp_path)

    assert [(one.path.name, one.made_at) for one in listed] == [
        ("b.lip.gz", LATER),
        ("a.lip.gz", NOW),
    ]
    assert "journal=" in listed[0].revision


def test_only_the_owner_may_read_a_backup(blank_url_bound, tmp_path):
    async def save():
        await migrate()
        await backup(tmp_path / "a.lip.gz", now=NOW)

    asyncio.run(save())

    assert (tmp_path / "a.lip.gz").stat().st_mode & 0o777 == 0o600


single = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.binary(),
    st.uuids(),
    st.datetimes(timezones=st.just(UTC)),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.decimals(allow_nan=False),
)


@given(st.one_of(single, st.lists(single)))
def test_every_value_comes_back_as_it_was(value):

    again = read(json.loads(json.dumps(written(value))))

    assert again == value
    assert type(again) is type(value)


def test_examples_of_values_look_like_this():
    values = [ADA, NOW, date(2026, 5, 4), time(9, 30), timedelta(seconds=1)]
    values += [Decimal("1.10"), b"\x00", [1, b"\xff"]]

    assert [written(value) for value in values] == [
        {"uuid": "00000000-0000-0000-0000-000000000001"},
        {"datetime": "2026-05-04T09:30:00+00:00"},
        {"date": "2026-05-04"},
        {"time": "09:30:00"},
        {"microseconds": 1_000_000},
        {"decimal": "1.10"},
        {"bytes": "AA=="},
        {"list": [1, {"bytes": "/w=="}]},
    ]
