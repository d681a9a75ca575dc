"""`lip suggest-clusters`, as someone types it and as the server starts it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lip.cli.suggesting import app
from lip.conference.queries.conferences import conference_by_key
from lip.database.migrations import migrate
from proposals.board.actions.suggest import ask_for_clusters
from proposals.board.queries.suggestions import newest_run
from proposals.board.rules.suggesting import RunState
from tests.factories import SECRET, make_conference
from tests.proposals.board.boards import TEXTS, a_deed
from tests.proposals.collections import collect, make_proposal
from tests.servers import arrange


@pytest.fixture
def lip(blank_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs `lip` on a conference with six proposals, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "DATABASE_URL": blank_url,
        "LIP_SECRET": SECRET,
        "LIP_DURABLE": "0",
        "COLUMNS": "200",
    }.items():
        monkeypatch.setenv(name, value)
    arrange(blank_url, _six_proposals)

    def run(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, ["suggest-clusters", *words])
        assert not done.exception or isinstance(done.exception, SystemExit), done
        assert done.exit_code == code, (done.stdout, done.stderr)
        return done.stdout if not code else done.stdout + done.stderr

    return run


async def _six_proposals() -> None:
    await migrate()
    conference = await make_conference()
    await collect(conference)
    for text in TEXTS:
        await make_proposal(conference, text, language="de")


def test_clusters_are_suggested_and_told_to_programs(lip):
    told = json.loads(
        lip("--conference", "konferenz", "--topics", "2", "--seed", "1", "--json")
    )

    assert (told["state"], told["proposals"], told["standing"]) == ("done", 6, 1)
    assert len(told["clusters"]) == 2
    numbers = [
        each["proposal"] for one in told["clusters"] for each in one["proposals"]
    ]
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]


def test_people_read_a_line_for_each_cluster(lip):
    said = lip("--conference", "konferenz", "--topics", "2")

    assert said.count("Vorschl") == 2


@pytest.mark.parametrize(
    "words,code",
    [
        ((), 2),
        (("--conference", "gibtsnicht"), 1),
        (("--conference", "konferenz", "--topics", "0"), 2),
        (("--conference", "konferenz", "--topics", "viele"), 2),
    ],
)
def test_what_cannot_be_done_is_said(lip, words: tuple[str, ...], code: int):
    lip(*words, code=code)


def test_what_waits_is_worked_through(lip, blank_url: str, monkeypatch):
    monkeypatch.setattr("os.nice", lambda _by: 0)  # the tests go on after it
    arrange(blank_url, _ask)

    lip("--waiting")

    arrange(blank_url, _expect_done)


async def _ask() -> None:
    await ask_for_clusters(topics=2, deed=a_deed(await _conference()))


async def _expect_done() -> None:
    run = await newest_run((await _conference()).id)
    assert run is not None
    assert run.state is RunState.DONE


async def _conference():
    return await conference_by_key("konferenz")
