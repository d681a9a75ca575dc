"""Values come back the same from both engines."""

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import uuid4

import pytest
from piccolo.columns import (
    JSON,
    JSONB,
    UUID,
    BigInt,
    Boolean,
    Bytea,
    Date,
    DoublePrecision,
    Integer,
    Interval,
    Numeric,
    Text,
    Time,
    Timestamp,
    Timestamptz,
)
from piccolo.table import Table

from lip.database import execute_many, fetch, in_batches


class Everything(Table, tablename="test_everything"):
    id = UUID(primary_key=True)
    text = Text(null=True)
    whole = Integer(null=True)
    big = BigInt(null=True)
    flag = Boolean(null=True)
    raw = Bytea(null=True)
    moment = Timestamptz(null=True, default=None)
    local = Timestamp(null=True, default=None)
    day = Date(null=True, default=None)
    hour = Time(null=True, default=None)
    span = Interval(null=True, default=None)
    exact = Numeric(digits=(12, 4), null=True)
    rough = DoublePrecision(null=True)
    facts = JSON(null=True)
    more = JSONB(null=True)


VALUES = {
    "text": "Ş ı ß 'quoted' \"x\" 👩🏽‍💻 عربي",
    "whole": -(2**31),
    "big": 2**62 + 1,
    "flag": False,
    "raw": b"\x00\xff'",
    "moment": datetime(2026, 10, 25, 2, 30, 0, 1, UTC),
    "local": datetime(2026, 10, 25, 2, 30),  # noqa: DTZ001  # on purpose
    "day": date(1970, 1, 1),
    "hour": time(23, 59, 59, 999999),
    "span": timedelta(days=3, microseconds=1),
    "exact": Decimal("12345.6789"),
    "rough": 0.1,
    "facts": {"a": [1, 2.5, None, True, "ß"]},
    "more": {"n": 7},
}


@pytest.fixture
async def table(blank_db):
    await Everything.create_table()
    return Everything


async def test_every_kind_of_value_survives(table):
    row = table(**VALUES)
    await row.save()

    [back] = await table.select().output(load_json=True)

    assert back == {"id": row.id} | VALUES
    assert back["moment"].utcoffset() == timedelta(0)


async def test_nothing_stays_nothing(table):
    row = table(**dict.fromkeys(VALUES))
    await row.save()

    [back] = await table.select().output(load_json=True)

    assert back == {"id": row.id} | dict.fromkeys(VALUES)


@pytest.mark.parametrize("value", [7, "seven", None, [], 1.5, True, "1e5"])
async def test_json_of_one_value_is_still_json(table, value):
    await table(facts=json.dumps(value), more=json.dumps(value)).save()

    [back] = await table.select(table.facts, table.more).output(load_json=True)

    assert back == {"facts": value, "more": value}


async def test_moments_of_any_zone_come_back_in_utc_and_compare(table):
    tehran = timezone(timedelta(hours=3, minutes=30))
    moment = datetime(2026, 5, 4, 12, 0, tzinfo=tehran)
    await table(moment=moment).save()

    found = await table.select(table.moment).where(
        (table.moment >= moment) & (table.moment < moment + timedelta(microseconds=1))
    )

    assert found == [{"moment": moment}]
    assert found[0]["moment"].tzinfo == UTC


async def test_moments_sort_by_time_with_and_without_fractions(table):
    noon = datetime(2026, 5, 4, 12, tzinfo=UTC)
    moments = [noon + timedelta(microseconds=n) for n in (0, 1, 100_000, 1_000_000)]
    for moment in reversed(moments):
        await table(moment=moment).save()

    rows = await table.select(table.moment).order_by(table.moment)

    assert [row["moment"] for row in rows] == moments


async def test_plain_sql_takes_and_gives_the_same_values(table):
    key = uuid4()
    sql = "INSERT INTO test_everything (id, moment, flag, raw) VALUES (?, ?, ?, ?)"
    await fetch(sql, key, VALUES["moment"], True, b"\x01")

    rows = await fetch(
        "SELECT id, moment, flag, raw FROM test_everything WHERE id = ?", key
    )

    assert rows == [
        {"id": key, "moment": VALUES["moment"], "flag": True, "raw": b"\x01"}
    ]


async def test_many_rows_are_inserted_in_batches_and_by_the_statement(table):
    rows = [table(whole=number) for number in range(5_000)]
    for part in in_batches(rows, columns=15):
        await table.insert(*part)
    await execute_many(
        "INSERT INTO test_everything (id, whole) VALUES (?, ?)",
        [(uuid4(), number) for number in range(5_000)],
    )

    assert await table.count() == 10_000


def test_batches_keep_order_and_miss_nothing():
    rows = list(range(100_000))

    parts = list(in_batches(rows, columns=3))

    assert [row for part in parts for row in part] == rows
    assert max(len(part) * 3 for part in parts) <= 32_767
