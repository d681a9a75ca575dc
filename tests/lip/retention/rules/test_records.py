"""The chain of deletion records: nothing can be taken out, changed or cut off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.retention.rules.records import (
    START,
    Break,
    Cause,
    Flaw,
    Record,
    broken_at,
    by_scope,
    digest_of,
    missing_end,
)

NOON = datetime(2027, 5, 25, 3, 0, 0, 123456, tzinfo=UTC)


def chain(length: int) -> list[Record]:
    records: list[Record] = []
    for number in range(1, length + 1):
        record = Record(
            number=number,
            run=UUID(int=number),
            at=NOON + timedelta(days=number),
            due_before=NOON,
            kind="needs",
            scope="konferenz",
            rows=number * 7,
            cause=Cause.DUE,
            actor_kind="system",
            actor=None,
            before=records[-1].digest if records else START,
        )
        records.append(replace(record, digest=digest_of(record)))
    return records


def test_the_digest_is_the_one_that_anybody_can_compute():
    [record] = chain(1)

    assert record.digest == (
        "8afca602c251ade17c637221ceb3e1f34693f70fb2cda34c36ac5ce13dab3506"
    )


def test_a_digest_does_not_hang_on_the_time_zone():
    [record] = chain(1)
    elsewhere = timezone(timedelta(hours=2))

    assert digest_of(replace(record, at=record.at.astimezone(elsewhere))) == (
        record.digest
    )


@given(length=st.integers(min_value=0, max_value=12))
def test_an_untouched_chain_is_whole(length: int):
    records = chain(length)

    assert broken_at(records, noted=[one.digest for one in records]) is None


@given(length=st.integers(min_value=2, max_value=9), data=st.data())
def test_taking_out_any_record_but_the_last_is_noticed(length: int, data):
    records = chain(length)
    at = data.draw(st.integers(min_value=0, max_value=length - 2))

    broken = broken_at(records[:at] + records[at + 1 :])

    assert broken == Break(number=at + 1, flaw=Flaw.GAP)


@given(length=st.integers(min_value=2, max_value=9), data=st.data())
def test_taking_one_out_and_counting_anew_is_noticed(length: int, data):
    records = chain(length)
    at = data.draw(st.integers(min_value=0, max_value=length - 2))
    left = records[:at] + records[at + 1 :]

    broken = broken_at([replace(r, number=n) for n, r in enumerate(left, start=1)])

    assert broken == Break(number=at + 1, flaw=Flaw.BROKEN)


@pytest.mark.parametrize(
    "changes",
    [
        {"rows": 1},
        {"kind": "guests"},
        {"scope": ""},
        {"at": NOON},
        {"due_before": NOON + timedelta(seconds=1)},
        {"cause": Cause.WISH},
        {"actor_kind": "command"},
        {"actor": UUID(int=5)},
        {"run": UUID(int=99)},
    ],
)
def test_changing_anything_is_noticed(changes):
    records = chain(3)
    records[1] = replace(records[1], **changes)

    assert broken_at(records) == Break(number=2, flaw=Flaw.CHANGED)


def test_changing_one_with_its_digest_breaks_the_next():
    records = chain(3)
    other = replace(records[1], rows=0)
    records[1] = replace(other, digest=digest_of(other))

    assert broken_at(records) == Break(number=3, flaw=Flaw.BROKEN)


def test_cutting_off_the_end_is_noticed_by_what_the_journal_noted():
    records = chain(4)

    broken = broken_at(records[:3], noted=[records[-1].digest])

    assert broken_at(records[:3]) is None
    assert broken == Break(number=4, flaw=Flaw.CUT_OFF)


def test_a_longer_chain_goes_on_where_a_shorter_one_ends():
    records = chain(5)

    assert missing_end(records[:2], records) == records[2:]
    assert missing_end(records, records[:2]) == ()
    assert missing_end([replace(records[0], rows=0)], records) == ()
    assert missing_end([], records) == records


@pytest.mark.parametrize(
    "rows, told",
    [
        (0, {}),
        (4, {"": 4}),
        ({}, {}),
        ({"b": 1, "a": 2, "c": 0}, {"a": 2, "b": 1}),
    ],
)
def test_rows_are_read_with_or_without_a_conference(rows, told):
    assert by_scope(rows) == told
