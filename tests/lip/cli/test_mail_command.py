"""`lip mail`, on a real outbox and a real mail server."""

import json

import pytest
from typer.testing import CliRunner

from lip.cli.commands import app
from tests.databases import Databases
from tests.factories import SECRET, make_conference
from tests.letters import queued
from tests.mail_server import post_office
from tests.servers import arrange


@pytest.fixture
def url(databases: Databases, engine_name: str, monkeypatch: pytest.MonkeyPatch):
    made = databases.migrated(engine_name, "mail_command")
    monkeypatch.setenv("DATABASE_URL", made)
    monkeypatch.setenv("LIP_SECRET", SECRET)
    monkeypatch.setenv("COLUMNS", "200")
    yield made
    databases.remove(made)


def lip(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, words)
    assert done.exit_code == code, (done.stdout, done.stderr)
    return done.stdout if code == 0 else done.stderr


async def furnish() -> None:
    await make_conference()
    await queued(subject="Ihr [bold]Ticket", to_name="Amal")


def test_the_outbox_is_listed_and_sent(url: str, monkeypatch: pytest.MonkeyPatch):
    arrange(url, furnish)

    before = json.loads(lip("mail", "list", "--conference", "konferenz", "--json"))
    table = lip("mail", "list", "--conference", "konferenz")
    with post_office() as post:
        monkeypatch.setenv("LIP_SMTP_URL", f"smtp://127.0.0.1:{post.port}")
        monkeypatch.setenv("LIP_MAIL_FROM", "post@example.org")
        sent = json.loads(lip("mail", "send", "--json"))
        nothing = json.loads(lip("mail", "send", "--json"))
    after = json.loads(
        lip("mail", "list", "--conference", "konferenz", "--fate", "sent", "--json")
    )

    assert [one["fate"] for one in before] == ["waiting"]
    assert "Ihr [bold]Ticket" in table
    assert (sent, nothing) == ({"sent": 1}, {})
    assert [one["id"] for one in after] == [before[0]["id"]]
    assert len(post.received) == 1


def test_without_a_mail_server_it_says_what_is_missing(url: str):
    assert "LIP_SMTP_URL fehlt" in lip("mail", "send", code=1)
