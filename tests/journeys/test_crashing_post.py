"""
The outbox while everything crashes: our server by `kill -9`, and the mail server.

The mail server of the tests counts what it has really got: no letter is ever there
twice, and none is lost. Waiting for minutes is shortened by moving the clock times in
the outbox back, as if they had passed.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta

import pytest

from lip.database import fetch
from lip.mail.rules.letters import Fate
from tests.databases import Databases
from tests.factories import clock
from tests.letters import outbox, queued
from tests.mail_server import PostOffice, post_office
from tests.servers import Server, arrange

pytestmark = pytest.mark.slow

LETTERS = 60
PATIENCE = 120  # seconds
A_WHILE = timedelta(hours=1)


@pytest.fixture
def url(databases: Databases, engine_name: str) -> Iterator[str]:
    made = databases.migrated(engine_name, "crashing_post")
    yield made
    databases.remove(made)


def server_for(url: str, post: PostOffice, *, workers: int = 1) -> Server:
    return Server(
        url,
        workers=workers,
        LIP_SMTP_URL=f"smtp://127.0.0.1:{post.port}",
        LIP_MAIL_FROM="LIP <post@example.org>",
    )


def fates_in(url: str) -> Counter[str]:
    rows = arrange(url, outbox)
    return Counter(row["fate"] for row in rows)


def let_time_pass(url: str) -> None:
    """Move what is noted in the outbox an hour back, while no server sends."""

    async def move() -> None:
        for row in await outbox():
            moved = {
                column: row[column] - A_WHILE
                for column in ("sending_since", "handed_over_at", "next_try_at")
                if row[column] is not None
            }
            if moved and row["fate"] in {Fate.SENDING, Fate.WAITING}:
                places = ", ".join(f"{column} = ?" for column in moved)
                await fetch(
                    f"UPDATE mail_out SET {places} WHERE id = ?",
                    *moved.values(),
                    row["id"],
                )

    arrange(url, move)


def let_the_waiting_go(url: str) -> None:
    """Make the time come for what waits; what a server has under way is its own."""
    sentence = "UPDATE mail_out SET next_try_at = ? WHERE fate = ?"
    arrange(url, lambda: fetch(sentence, clock() - A_WHILE, Fate.WAITING))


def until(happened: Callable[[], bool], what: str) -> None:
    last = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < last, f"waited in vain until {what}"
        time.sleep(0.1)


def settled(url: str) -> bool:
    found = fates_in(url)
    return not found[Fate.WAITING] and not found[Fate.SENDING]


def kill_once(server: Server) -> Callable[[], Awaitable[None]]:
    """Kill our server the first time the mail server gets to this point."""
    left = [server]

    async def kill() -> None:
        if left:
            await asyncio.to_thread(left.pop().kill)

    return kill


def test_killed_again_and_again_it_loses_nothing_and_sends_nothing_twice(url: str):
    arrange(url, lambda: queued(LETTERS))
    kills = 3

    with post_office() as post:
        post.delay = 0.03
        for number in range(1, kills + 1):
            server = server_for(url, post)
            server.start()
            goal = number * LETTERS // (kills + 2)
            until(lambda goal=goal: len(post.received) >= goal, "letters arrive")
            server.kill()
            let_time_pass(url)
        server = server_for(url, post)
        server.start()
        until(lambda: settled(url), "every letter has its fate")
        server.stop()

    rows = arrange(url, outbox)
    arrived = post.counts
    assert set(arrived.values()) == {1}
    for row in rows:
        assert row["fate"] in {Fate.SENT, Fate.UNCERTAIN}
        if row["fate"] == Fate.SENT:
            assert arrived[row["message_id"]] == 1
    uncertain = [row for row in rows if row["fate"] == Fate.UNCERTAIN]
    assert len(uncertain) <= kills * 3  # what was on the three lines at that moment
    assert len(rows) == LETTERS


def test_killed_before_the_text_a_letter_goes_out_once_after_the_restart(url: str):
    with post_office() as post:
        server = server_for(url, post)
        server.start()
        post.at_rcpt = kill_once(server)
        arrange(url, queued)
        until(lambda: fates_in(url)[Fate.SENDING] == 1, "the letter is taken up")
        until(lambda: server._process is None, "the server is killed")
        before = (dict(post.counts), fates_in(url))
        let_time_pass(url)
        server.start()
        until(lambda: settled(url), "it is sent")
        server.stop()

    assert before == ({}, {Fate.SENDING: 1})
    assert fates_in(url) == {Fate.SENT: 1}
    assert list(post.counts.values()) == [1]


def test_killed_before_the_receipt_a_letter_is_uncertain_and_not_sent_again(url: str):
    with post_office() as post:
        server = server_for(url, post)
        server.start()
        post.at_text = kill_once(server)
        arrange(url, queued)
        until(lambda: server._process is None, "the server is killed")
        let_time_pass(url)
        server.start()
        until(lambda: settled(url), "its fate is noted")
        let_time_pass(url)
        server.stop()
        server.start()
        server.stop()

    assert fates_in(url) == {Fate.UNCERTAIN: 1}
    assert list(post.counts.values()) == [1]


def test_stopped_politely_it_finishes_what_is_under_way(url: str):
    arrange(url, lambda: queued(20))

    with post_office() as post:
        post.delay = 0.05
        server = server_for(url, post)
        server.start()
        until(lambda: len(post.received) >= 4, "letters arrive")
        server.stop()
        found = fates_in(url)

    assert found[Fate.UNCERTAIN] == found[Fate.SENDING] == 0
    assert found[Fate.SENT] == len(post.counts)
    assert set(post.counts.values()) == {1}


def test_a_mail_server_that_crashes_and_comes_back_gets_every_letter(url: str):
    arrange(url, lambda: queued(LETTERS))

    with post_office() as first:
        first.delay = 0.05
        server = server_for(url, first)
        server.start()
        until(lambda: len(first.received) >= 10, "letters arrive")
    until(lambda: fates_in(url)[Fate.SENDING] == 0, "the loss is noticed")
    let_the_waiting_go(url)
    with post_office(port=first.port) as second:
        until(lambda: settled(url) or not let_the_waiting_go(url), "all are settled")
        until(lambda: settled(url), "all are settled")
    server.stop()

    counts = first.counts + second.counts
    found = fates_in(url)
    assert set(counts.values()) == {1}
    assert found[Fate.SENT] + found[Fate.UNCERTAIN] == LETTERS
    assert found[Fate.UNCERTAIN] <= 3
    assert found[Fate.SENT] <= len(counts)


def test_two_workers_send_every_letter_once(url: str):
    if url.startswith("sqlite"):
        pytest.skip("SQLite has one process")
    arrange(url, lambda: queued(LETTERS))

    with post_office() as post:
        post.delay = 0.02
        one, two = server_for(url, post, workers=2), server_for(url, post)
        one.start()
        two.start()
        until(lambda: settled(url), "all are sent")
        one.stop()
        two.stop()

    assert fates_in(url) == {Fate.SENT: LETTERS}
    assert len(post.counts) == LETTERS
    assert set(post.counts.values()) == {1}
