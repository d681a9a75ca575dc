"""`lip purge`, old backups, and what a restore brings back, as someone types it."""

import gzip
import json
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from lip.cli.commands import app
from lip.conference.queries.conferences import conference_by_key
from lip.contributions import KINDS
from lip.database import fetch
from lip.database.migrations import migrate
from lip.journal.rules.entries import COMMAND
from lip.retention.actions.erase import erase_person
from tests.factories import (
    KEYS,
    SECRET,
    clock,
    make_conference,
    make_participant,
    whole_days,
)
from tests.servers import arrange

LONG_AGO = clock() - timedelta(days=300)


@pytest.fixture
def lip(blank_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs `lip` on a conference of last year, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "DATABASE_URL": blank_url,
        "LIP_SECRET": SECRET,
        "LIP_DURABLE": "0",
        "COLUMNS": "200",
    }.items():
        monkeypatch.setenv(name, value)
    arrange(blank_url, _last_year)

    def run(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, words)
        assert not done.exception or isinstance(done.exception, SystemExit), done
        assert done.exit_code == code, (done.stdout, done.stderr)
        return done.stdout + done.stderr

    return run


async def _last_year() -> None:
    await migrate()
    place = await make_conference("alt", days=whole_days(LONG_AGO), now=LONG_AGO)
    for name in ("Zwiebelfisch", "Wolpertinger"):
        await make_participant(place, now=LONG_AGO, family_name=name, diet="halal")


def people(url: str) -> int:
    async def count() -> int:
        return int((await fetch("SELECT count(*) AS many FROM participant"))[0]["many"])

    return arrange(url, count)


def told(text: str) -> Any:
    return json.loads(text)


def test_a_dry_run_lists_what_is_due_and_deletes_nothing(lip, blank_url: str):
    words = lip("purge", "--dry-run")
    program = told(lip("purge", "--dry-run", "--json"))

    assert "Gästeliste und Tickets  alt" in words
    assert program["dry_run"]
    assert program["deleted"] == [
        {"kind": "needs", "conference": "alt", "rows": 2},
        {"kind": "guests", "conference": "alt", "rows": 2},
    ]
    assert people(blank_url) == 2


def test_purging_deletes_says_so_and_finds_nothing_again(lip, blank_url: str):
    first = told(lip("purge", "--json"))
    again = lip("purge")

    assert (first["rows"], first["traceless"]) == (4, True)
    assert "Nichts ist fällig." in again
    assert people(blank_url) == 0


def test_records_are_verified(lip):
    lip("purge")

    words = lip("purge", "--verify")
    program = told(lip("purge", "--verify", "--json"))

    assert "2 Löschvermerke, vollständig und unverändert." in words
    assert (program["records"], program["whole"]) == (2, True)


def test_a_record_that_was_changed_is_found_out(lip, blank_url: str):
    if not blank_url.startswith("sqlite"):
        pytest.skip("the file of SQLite is what somebody could edit")
    lip("purge")
    with sqlite3.connect(blank_url.removeprefix("sqlite:///")) as raw:
        raw.execute("DROP TRIGGER deletion_record_keeps_update")
        raw.execute("UPDATE deletion_record SET rows = 1 WHERE number = 2")
    raw.close()

    words = lip("purge", "--verify", code=1)
    program = told(lip("purge", "--verify", "--json", code=1))

    assert "Der Löschvermerk Nr. 2 wurde verändert." in words
    assert (program["whole"], program["number"]) == (False, 2)


def test_a_young_backup_is_named_once_something_in_it_has_gone(lip):
    lip("backup", "stand.lip.gz")
    lip("purge")

    [one] = told(lip("backup", "--list", "--json"))
    words = lip("backup", "--list", ".")

    assert (one["lapsed"], one["too_old"]) == (["needs", "guests"], False)
    assert "Seitdem gelöscht, hier noch enthalten: Bedarfe" in words


def test_a_backup_older_than_the_longest_retention_ends_with_a_code(
    lip, tmp_path: Path
):
    folder = tmp_path / "sicherungen"
    folder.mkdir()
    lip("backup", "--folder", str(folder))
    [file] = folder.iterdir()
    stamped(file, clock() - timedelta(days=1000))

    words = lip("backup", "--list", str(folder), code=4)
    [one] = told(lip("backup", "--list", str(folder), "--json", code=4))

    assert "Bitte löschen: älter als die längste Frist" in words
    assert one["too_old"]
    assert one["age_days"] == 1000


def stamped(file: Path, made_at: datetime) -> None:
    """Give a backup another stamp; its digest no longer fits, its head still does."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        head, *rest = lines.readlines()
    content = json.loads(head)
    content["made_at"] = made_at.isoformat()
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines([json.dumps(content) + "\n", *rest])


def test_a_folder_without_backups_says_so(lip, tmp_path: Path):
    assert "keine Sicherung" in lip("backup", "--list", str(tmp_path))


def test_restoring_deletes_at_once_what_has_become_due(lip, blank_url: str):
    lip("backup", "stand.lip.gz")
    lip("purge")

    words = lip("restore", "stand.lip.gz", "--overwrite")
    verified = lip("purge", "--verify")

    assert "Seit dieser Sicherung fällig geworden und gleich gelöscht:" in words
    assert "Gästeliste und Tickets" in words
    assert people(blank_url) == 0
    assert "4 Löschvermerke, vollständig" in verified


def test_restoring_does_not_bring_back_whom_a_wish_erased(lip, blank_url: str):
    arrange(blank_url, _coming)
    lip("backup", "stand.lip.gz")
    arrange(blank_url, _erase_one)

    program = told(lip("restore", "stand.lip.gz", "--overwrite", "--json"))

    assert program["erased_again"] == 1
    assert program["records_carried"] == 1
    assert names(blank_url) == ["Bleibt"]
    assert told(lip("purge", "--verify", "--json"))["whole"]


async def _coming() -> None:
    place = await make_conference("neu")
    for name in ("Geht", "Bleibt"):
        await make_participant(place, family_name=name)


async def _erase_one() -> None:
    [row] = await fetch("SELECT id FROM participant WHERE family_name = ?", "Geht")
    place = await conference_by_key("neu")
    await erase_person(
        row["id"],
        conference=place,
        kinds=KINDS,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
    )


def names(url: str) -> list[str]:
    async def read() -> list[str]:
        return [row["family_name"] for row in await fetch("SELECT * FROM participant")]

    return arrange(url, read)
