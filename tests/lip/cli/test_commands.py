"""The command line as an organiser types it, in real processes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from typer.testing import CliRunner

from lip.cli.commands import app
from lip.sample.people import sample_guests
from tests.databases import Databases
from tests.factories import SECRET

LIST = """Vorname;Nachname;Verein;E-Mail;Verpflegung
Zeynep;Karakaş;Brücke e. V.;zeynep@example.org;halal
Ottokar;Weinhold;;;
Ottokar;Weinhold;;;
=1+1;Formel;;kein;
"""


Lip = Callable[..., str]


def lip_on(url: str, patch: pytest.MonkeyPatch) -> Lip:
    """Set what `lip` reads, and run it."""
    patch.setenv("DATABASE_URL", url)
    patch.setenv("LIP_SECRET", SECRET)
    patch.setenv("LIP_DURABLE", "0")
    patch.setenv("COLUMNS", "200")
    patch.setenv("LIP_BASE_URL", "http://127.0.0.1:8000")

    def run(*words: str, code: int = 0, typed: str = "") -> str:
        done = CliRunner().invoke(app, words, input=typed)
        assert not done.exception or isinstance(done.exception, SystemExit), done
        assert done.exit_code == code, (done.stdout, done.stderr)
        return done.stdout if code == 0 else done.stdout + done.stderr

    return run


@pytest.fixture
def lip(blank_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lip:
    """Runs `lip` on an empty database, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lip_on(blank_url, monkeypatch)


@pytest.fixture(scope="module")
def demo_told(databases: Databases, engine_name: str) -> dict[str, Any]:
    """What the first `lip demo` says; its database is there to be copied."""
    url = databases.blank(engine_name, "demo")
    with pytest.MonkeyPatch.context() as patch:
        told: dict[str, Any] = json.loads(
            lip_on(url, patch)("demo", "--no-serve", "--json")
        )
    return told


@pytest.fixture
def lip_with_demo(
    databases: Databases,
    engine_name: str,
    demo_told: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Lip]:
    """Runs `lip` on a copy of the filled database, in an empty folder."""
    url = databases.copied(engine_name, "demo_copied", of="demo")
    monkeypatch.chdir(tmp_path)
    yield lip_on(url, monkeypatch)
    databases.remove(url)


def in_a_process(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lip", *words],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_demo_offers_a_login_for_each_role_and_can_be_repeated(
    lip_with_demo, demo_told
):
    lip, first = lip_with_demo, demo_told

    again = json.loads(lip("demo", "--no-serve", "--json"))
    listed = json.loads(lip("account", "list", "--json"))

    assert first["conference"] == "demo"
    assert {login["role"] for login in first["logins"]} == {
        "administrator",
        "organiser",
        "door_helper",
        "moderator",
        "editor",
        "election_board",
    }
    assert again["logins"] == first["logins"]
    assert len(listed) == 7  # the election board has two
    assert "200" in lip("demo", "--no-serve")


def test_a_list_goes_from_file_to_paper_and_door(lip_with_demo, tmp_path):
    lip = lip_with_demo
    (tmp_path / "liste.csv").write_text(LIST, encoding="utf-8-sig")
    words = ("import", "participants", "liste.csv", "--conference", "demo")

    dry = json.loads(lip(*words, "--dry-run", "--json"))
    done = json.loads(lip(*words, "--json"))
    again = json.loads(lip(*words, "--json"))

    assert dry["dry_run"] is True
    assert dry["counts"]["new"] == 3
    assert dry["counts"]["possible_duplicate"] == 1
    assert done["imported"]["added"] == 3
    assert again["imported"]["added"] == 0
    lip("badges", "--conference", "demo", "--numbers", "201-203", "--out", "b.pdf")
    assert len(pypdf.PdfReader(tmp_path / "b.pdf").pages) == 1
    lip("door-list", "--conference", "demo")
    assert (tmp_path / "einlassliste.pdf").read_bytes().startswith(b"%PDF")


def test_codes_check_in_once_and_strangers_do_not(lip_with_demo, tmp_path):
    lip = lip_with_demo
    lip("export", "participants", "--conference", "demo", "--with-codes", "--out", "x")
    last = (tmp_path / "x").read_text(encoding="utf-8-sig").splitlines()[-1]
    code = next(cell.strip('"') for cell in last.split(";") if cell.count("-") == 2)

    first = json.loads(lip("check-in", "--conference", "demo", code, "--json"))
    second = json.loads(
        lip("check-in", "--conference", "demo", "--json", typed=f"{code}\n")
    )
    stranger = lip("check-in", "--conference", "demo", "2222-3333-4444", code=1)

    assert first[0]["outcome"] == "welcome"
    assert second[0]["outcome"] == "inside"
    assert "Unbekannt" in stranger
    journal = json.loads(
        lip("journal", "--act", "checked_in", "--limit", "1", "--json")
    )
    assert journal[0]["by"]["kind"] == "command"


def test_codes_and_needs_are_exported_only_when_asked_for(lip_with_demo, tmp_path):
    lip = lip_with_demo

    lip("export", "participants", "--conference", "demo", "--out", "plain.csv")
    lip("export", "participants", "--conference", "demo", "--with-needs", "--out", "n")

    plain = (tmp_path / "plain.csv").read_text(encoding="utf-8-sig")
    assert "halal" not in plain
    assert "Ticket-Code" not in plain
    assert "halal" in (tmp_path / "n").read_text(encoding="utf-8-sig")


def test_a_backup_comes_back_only_when_told(lip_with_demo, tmp_path):
    lip = lip_with_demo
    lip("backup", "stand.lip.gz")
    before = json.loads(lip("account", "list", "--json"))
    lip("account", "create", "neu", "--role", "moderator", "--json")

    refused = lip("restore", "stand.lip.gz", code=1)
    lip("restore", "stand.lip.gz", "--overwrite")

    assert "--overwrite" in refused
    assert json.loads(lip("account", "list", "--json")) == before
    assert json.loads(lip("backup", "--list", "--json"))[0]["file"] == "stand.lip.gz"


def test_accounts_are_created_listed_and_reset(lip):
    made = json.loads(
        lip("account", "create", "Katrin", "--role", "organiser", "--json")
    )
    new = json.loads(lip("account", "reset", "katrin", "--json"))
    (listed,) = json.loads(lip("account", "list", "--json"))

    assert made["password"] != new["password"]
    assert listed["roles"] == [{"role": "organiser", "conference": ""}]
    assert "„katrin“" in lip("account", "create", "katrin", "--role", "editor", code=1)


@pytest.mark.parametrize(
    "words, code, said",
    [
        (("import", "participants", "nix.csv", "--conference", "x"), 1, "„x“"),
        (("check-in", "--conference", "x", "ABC"), 1, "„x“"),
        (("restore", "nix.lip.gz"), 1, "nix.lip.gz"),
        (("account", "reset", "niemand"), 1, "niemand"),
        (("serve", "--workers", "0"), 2, "--workers"),
        (("badges",), 2, "--conference"),
        (("unsinn",), 2, "unsinn"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_does_not_work_is_said_in_a_sentence(lip, words, code, said):
    answer = lip(*words, code=code)

    assert said in answer


def test_settings_that_are_wrong_are_said_at_once(lip, monkeypatch):
    monkeypatch.setenv("LIP_BASE_URL", "nowhere")

    assert "LIP_BASE_URL" in lip("migrate", code=2)


@pytest.mark.slow
def test_the_terminal_chooses_the_language():
    german = in_a_process("--help", LC_ALL="de_DE.UTF-8")
    english = in_a_process("--help", LC_ALL="en_GB.UTF-8")

    assert "Das Journal lesen." in german.stdout
    assert "Read the journal" in english.stdout


def test_the_sample_has_two_hundred_different_people_in_many_scripts():
    guests = sample_guests(200)

    assert len({guest.name for guest in guests}) == 200
    assert len({guest.language for guest in guests}) == 14
    assert all(
        not guest.email or guest.email.endswith("@example.org") for guest in guests
    )
