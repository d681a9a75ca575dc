"""Logs of a real server: no address, no code, no name, no secret."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from lip.web.logs import hide_secrets
from tests.factories import SECRET
from tests.servers import PATIENCE, ROOT, free_port, until_it_answers

CODE = "ABCD-EFGH-JKMN"
VISITED = [
    f"/t/{CODE}",
    "/t/ABCDEFGHJKMN",
    "/sign-in/link/tok3n-tok3n-tok3n",
    f"/door/demo?code={CODE}&q=Ayşe",
    f"/sign-in?next=/t/{CODE}",
    "/nix/ABCDEFGHJKMN",
]


@pytest.mark.parametrize(
    "text",
    [
        f"GET /t/{CODE} HTTP/1.1",
        "path=/ar/t/abcdefghjkmn?x",
        "scan of ABCDEFGHJKMN failed",
        "'/sign-in/link/tok3n-tok3n' broke",
        "authorization: Bearer tok3n-tok3n",
        "/door/x?q=Ay%C5%9Fe&code=ABCDEFGHJKMN",
    ],
)
def test_secrets_are_hidden_wherever_they_stand(text: str):
    hidden = hide_secrets(text)

    assert "…" in hidden
    assert not any(
        word in hidden.upper() for word in ("ABCD", "TOK3N", "AY%C5", "EFGH")
    )


def test_ordinary_words_stay():
    line = "page broke: KeyError in /conferences/demo/participants"

    assert hide_secrets(line) == line


@pytest.mark.slow
def test_a_server_under_fire_names_nobody(tmp_path: Path):
    path, log = tmp_path / "logs.sqlite", tmp_path / "log"

    with log.open("wb") as errors:
        _visit(path, errors.fileno())

    text = log.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    broken = [line for line in lines if line["event"] == "page broke"]
    assert len(broken) >= len(VISITED)
    assert all(line["level"] == "error" and line["exception"] for line in broken)
    assert "/t/…" in {line["path"] for line in broken}
    for secret in ("ABCD", "EFGH", "tok3n", "Ay", "203.0.113.9", "vier ruhige"):
        assert secret not in text


def _visit(path: Path, errors: int) -> None:
    """Start a server and take its tables away: every page breaks and is logged."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "lip", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{path}", "LIP_SECRET": SECRET},
        stderr=errors,
        stdout=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        with httpx.Client(base_url=address, timeout=PATIENCE) as client:
            until_it_answers(process, address)
            _drop_tables(path)
            _knock(client)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def _knock(client: httpx.Client) -> None:
    for path in VISITED:
        client.get(path, headers={"x-forwarded-for": "203.0.113.9"})
    client.post("/sign-in", data={"name": "Ay", "password": "vier ruhige"})
    for path in VISITED:
        client.get(path, headers={"authorization": "Bearer tok3n-tok3n"})
    client.cookies.set("lip", "tok3n-tok3n")
    for path in VISITED:
        client.get(path)


def _drop_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        for (name,) in names.fetchall():
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
