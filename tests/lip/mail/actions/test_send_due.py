"""Letters meet a real SMTP server, in all its moods."""

from datetime import timedelta

import pytest

from lip.database import StoreEngine, fetch
from lip.mail.actions.send_due import send_due
from lip.mail.rules.letters import Enclosure, Fate, Trouble
from tests.letters import clock, fates, office_at, outbox, queued
from tests.mail_server import (
    GARBLED,
    HANG_UP_AFTER,
    HANG_UP_BEFORE,
    LATER,
    NEVER,
    OK,
    SILENT,
    post_office,
)
from tests.servers import free_port

pytestmark = pytest.mark.anyio


async def make_all_due() -> None:
    """Let the pause after a try be over."""
    await fetch(
        "UPDATE mail_out SET next_try_at = ? WHERE fate = 'waiting'",
        clock() - timedelta(seconds=1),
    )


async def test_a_letter_goes_out_whole_and_once(committed_db: StoreEngine):
    pdf = Enclosure(filename="Ticket.pdf", media_type="application/pdf", content=b"%P")
    await queued(enclosures=(pdf,), stop_at="https://lip.example.org/t/x")

    with post_office() as post:
        first = await send_due(office_at(post.port))
        second = await send_due(office_at(post.port))

    (letter,) = post.received
    message = letter.message
    plain = message.get_body(("plain",))
    page = message.get_body(("html",))
    (enclosed,) = message.iter_attachments()
    assert (first[Fate.SENT], second.total()) == (1, 0)
    assert letter.sender == "post@example.org"
    assert letter.to == "amal@example.org"
    assert message["From"] == "LIP <post@example.org>"
    assert message["To"] == "Amal Muster <amal@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "de"
    assert message["List-Unsubscribe"] == "<https://lip.example.org/t/x>"
    assert plain is not None
    assert plain.get_content() == "Guten Tag,\r\n.\r\nhier ist Ihr Ticket.\r\n"
    assert page is not None
    assert "<p>Guten Tag</p>" in page.get_content()
    assert enclosed.get_filename() == "Ticket.pdf"
    assert enclosed.get_content() == b"%P"
    (row,) = await outbox()
    assert row["fate"] == Fate.SENT
    assert row["sent_at"] is not None
    assert letter.id == row["message_id"]


async def test_a_letter_put_off_by_the_server_is_tried_again(
    committed_db: StoreEngine,
):
    await queued()

    with post_office() as post:
        post.plan.append(LATER)
        await send_due(office_at(post.port))
        (row,) = await outbox()
        at_once = await send_due(office_at(post.port))
        await make_all_due()
        await send_due(office_at(post.port))

    assert row["fate"] == Fate.WAITING
    assert row["trouble"] == Trouble.TOLD_TO_WAIT
    assert row["next_try_at"] > clock()
    assert "try again later" in row["last_answer"]
    assert at_once.total() == 0
    assert await fates() == [Fate.SENT]
    assert len(post.received) == 1


async def test_a_letter_refused_for_good_is_left_with_the_servers_words(
    committed_db: StoreEngine, caplog: pytest.LogCaptureFixture
):
    await queued()

    with caplog.at_level("DEBUG"), post_office() as post:
        post.plan.append(NEVER)
        await send_due(office_at(post.port))

    (row,) = await outbox()
    assert row["fate"] == Fate.FAILED
    assert row["trouble"] == Trouble.REFUSED
    assert row["last_answer"] == "550 5.1.1 no such user here"
    logged = [r.getMessage() for r in caplog.records if r.name.startswith("lip")]
    assert logged == ["letters: 1 failed"]


async def test_a_connection_lost_before_the_text_is_tried_again(
    committed_db: StoreEngine,
):
    await queued()

    with post_office() as post:
        post.plan.append(HANG_UP_BEFORE)
        await send_due(office_at(post.port))
        (row,) = await outbox()
        await make_all_due()
        await send_due(office_at(post.port))

    assert (row["fate"], row["trouble"]) == (Fate.WAITING, Trouble.UNREACHABLE)
    assert row["handed_over_at"] is None
    assert await fates() == [Fate.SENT]
    assert set(post.counts.values()) == {1}


@pytest.mark.parametrize("mood", [HANG_UP_AFTER, SILENT, GARBLED])
async def test_a_letter_without_receipt_is_uncertain_and_never_sent_again(
    committed_db: StoreEngine, mood: str
):
    await queued()

    with post_office() as post:
        post.plan.append(mood)
        await send_due(office_at(post.port, receipt_patience=0.5))
        (row,) = await outbox()
        await make_all_due()
        await send_due(office_at(post.port))

    assert (row["fate"], row["trouble"]) == (Fate.UNCERTAIN, Trouble.NO_RECEIPT)
    assert row["handed_over_at"] is not None
    assert await fates() == [Fate.UNCERTAIN]
    assert len(post.received) == 1


async def test_others_are_sent_when_one_breaks_the_connection(
    committed_db: StoreEngine,
):
    await queued(12)

    with post_office() as post:
        post.plan.extend([OK, HANG_UP_AFTER, NEVER, LATER])
        await send_due(office_at(post.port))

    found = await fates()
    assert found.count(Fate.UNCERTAIN) == 1
    assert found.count(Fate.FAILED) == 1
    assert found.count(Fate.WAITING) == 1
    assert found.count(Fate.SENT) == 9
    assert set(post.counts.values()) == {1}


async def test_while_nobody_is_at_work_no_letter_loses_a_try(
    committed_db: StoreEngine,
):
    await queued(5)
    port = free_port()

    await send_due(office_at(port))

    rows = await outbox()
    assert {row["fate"] for row in rows} == {Fate.WAITING}
    assert {row["trouble"] for row in rows} == {Trouble.UNREACHABLE}
    assert {row["tries"] for row in rows} == {0}
    assert all(row["next_try_at"] > clock() for row in rows)
    await make_all_due()
    with post_office(port=port) as post:
        await send_due(office_at(post.port))
    assert await fates() == [Fate.SENT] * 5
    assert len(post.counts) == 5


async def test_a_letter_that_is_of_no_use_any_more_stays(committed_db: StoreEngine):
    await queued(send_until=clock() - timedelta(minutes=1))

    with post_office() as post:
        await send_due(office_at(post.port))

    (row,) = await outbox()
    assert (row["fate"], row["trouble"]) == (Fate.FAILED, Trouble.TOO_LATE)
    assert post.received == []
