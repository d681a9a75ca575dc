"""A run deletes what is due of every kind, and leaves records that hold."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest

from lip.conference.kept import KINDS
from lip.conference.tables import Need, Participant
from lip.database import fetch
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, SYSTEM
from lip.retention.actions.purge import due, purge
from lip.retention.queries.records import all_records, break_of_chain, records_of
from lip.retention.rules.records import START, Cause, Deleted, Flaw
from tests.factories import make_conference, make_participant, whole_days

pytestmark = pytest.mark.anyio

DAY = datetime(2026, 11, 24, 10, tzinfo=UTC)
WEEKS_ON = DAY + timedelta(days=15)
MONTHS_ON = DAY + timedelta(days=200)


async def two_conferences() -> None:
    for key, many in (("eins", 1), ("zwei", 2)):
        place = await make_conference(key, days=whole_days(DAY), now=DAY)
        for _ in range(many):
            await make_participant(place, now=DAY, diet="halal", family_name="Geheim")


async def test_a_dry_run_tells_and_changes_nothing(db):
    await two_conferences()

    told = await due(KINDS, now=WEEKS_ON)

    assert list(told.deleted) == [
        Deleted(kind="needs", rows=1, scope="eins"),
        Deleted(kind="needs", rows=2, scope="zwei"),
    ]
    assert told.rows == 3
    assert await Need.count() == 3
    assert await all_records() == []


async def test_a_run_does_what_the_dry_run_told(db):
    await two_conferences()

    told = await due(KINDS, now=MONTHS_ON)
    done = await purge(KINDS, by=SYSTEM, now=MONTHS_ON)

    assert done.deleted == told.deleted
    assert {one.kind for one in done.deleted} == {"needs", "guests"}
    assert await Participant.count() == 0


async def test_the_second_run_finds_nothing_and_writes_nothing(db):
    await two_conferences()
    await purge(KINDS, by=SYSTEM, now=MONTHS_ON)
    before = await all_records()

    again = await purge(KINDS, by=SYSTEM, now=MONTHS_ON)

    assert again.deleted == []
    assert await all_records() == before


async def test_records_say_what_when_and_by_whom_and_name_nobody(db):
    await two_conferences()

    done = await purge(KINDS, by=COMMAND, now=WEEKS_ON)

    first, second = await all_records()
    assert (first.number, first.kind, first.scope, first.rows) == (
        1,
        "needs",
        "eins",
        1,
    )
    assert (first.at, first.due_before, first.run) == (WEEKS_ON, WEEKS_ON, done.run)
    assert (first.cause, first.actor_kind, first.actor) == (Cause.DUE, "command", None)
    assert (first.before, second.before) == (START, first.digest)
    told = str(await fetch("SELECT * FROM deletion_record"))
    assert "Geheim" not in told
    assert "halal" not in told


async def test_the_chain_can_be_checked_without_this_software(db):
    await two_conferences()
    await purge(KINDS, by=SYSTEM, now=MONTHS_ON)

    before = "0" * 64
    for row in await fetch("SELECT * FROM deletion_record ORDER BY number"):
        told = [
            row["number"],
            str(row["run"]),
            row["at"].astimezone(UTC).isoformat(timespec="microseconds"),
            row["due_before"].astimezone(UTC).isoformat(timespec="microseconds"),
            row["kind"],
            row["scope"],
            row["rows"],
            row["cause"],
            row["actor_kind"],
            str(row["actor"] or ""),
            before,
        ]
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        assert row["digest"] == hashlib.sha256(text.encode()).hexdigest()
        before = row["digest"]


async def test_the_journal_notes_the_end_of_the_chain(db):
    await two_conferences()

    await purge(KINDS, by=SYSTEM, now=WEEKS_ON)

    [entry] = await entries(Filter(acts=frozenset({Act.DATA_PURGED})))
    [*_, last] = await all_records()
    assert entry.facts["head"] == last.digest
    assert (entry.facts["rows"], entry.facts["records"]) == (3, 2)
    assert await break_of_chain() is None


@pytest.mark.parametrize(
    "attack",
    ["DELETE FROM deletion_record", "UPDATE deletion_record SET rows = 0"],
)
async def test_the_database_refuses_to_change_records(committed_db, attack: str):
    await two_conferences()
    await purge(KINDS, by=SYSTEM, now=WEEKS_ON)

    with pytest.raises(Exception, match="append-only"):
        await fetch(attack)

    assert len(await all_records()) == 2


async def test_who_gets_around_the_database_is_found_out(committed_db, engine_name):
    await two_conferences()
    await purge(KINDS, by=SYSTEM, now=WEEKS_ON)
    for trigger in (
        ["deletion_record_keeps_update", "deletion_record_keeps_delete"]
        if engine_name == "sqlite"
        else ["deletion_record_keeps ON deletion_record"]
    ):
        await committed_db.run_ddl(f"DROP TRIGGER {trigger}")

    await fetch("DELETE FROM deletion_record WHERE number = 2")

    broken = await break_of_chain()
    assert broken is not None
    assert broken.flaw is Flaw.CUT_OFF
    await restore_triggers(committed_db, engine_name)


async def restore_triggers(engine, engine_name: str) -> None:
    """PostgreSQL's database is used by other tests."""
    if engine_name == "postgres":
        await engine.run_ddl(
            "CREATE TRIGGER deletion_record_keeps BEFORE UPDATE OR DELETE ON "
            "deletion_record FOR EACH ROW EXECUTE FUNCTION "
            "refuse_deletion_record_change()"
        )


async def test_records_of_a_conference_come_newest_first_by_page(db):
    await two_conferences()
    await purge(KINDS, by=SYSTEM, now=MONTHS_ON)

    ours, number = await records_of("zwei")
    everything, all_of_them = await records_of(None)

    assert [one.kind for one in ours] == ["guests", "needs"]
    assert (number, all_of_them) == (2, 4)
    assert [one.number for one in everything] == [4, 3, 2, 1]
