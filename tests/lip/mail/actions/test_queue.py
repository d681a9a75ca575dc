import asyncio

import pytest

from lip.database import StoreEngine, fetch, transaction
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Enclosure, Fate, Trouble
from tests.letters import a_letter, clock, outbox

pytestmark = pytest.mark.anyio


async def test_the_same_key_twice_is_one_letter(db: StoreEngine):
    file = Enclosure(filename="a.pdf", media_type="application/pdf", content=b"x")
    letter = a_letter(key="ticket:1", enclosures=(file,))

    first = await queue(letter, now=clock())
    second = await queue(letter, now=clock())

    assert first == second
    assert len(await outbox()) == 1
    assert len(await fetch("SELECT id FROM mail_enclosure")) == 1


async def test_a_letter_asked_for_by_many_at_once_is_one(committed_db: StoreEngine):
    letter = a_letter(key="ticket:1")

    made = await asyncio.gather(*(queue(letter, now=clock()) for _ in range(12)))

    assert len(set(made)) == 1
    assert len(await outbox()) == 1


async def test_a_letter_goes_with_what_it_is_about(committed_db: StoreEngine):
    async def register() -> None:
        async with transaction():
            await queue(a_letter(), now=clock())
            raise RuntimeError("no place")

    with pytest.raises(RuntimeError, match="no place"):
        await register()

    assert await outbox() == []


async def test_a_wrong_address_is_kept_for_people_to_see(db: StoreEngine):
    await queue(a_letter(to_address=" amal@example "), now=clock())

    [row] = await outbox()
    assert (row["fate"], row["trouble"]) == (Fate.FAILED, Trouble.ADDRESS_UNUSABLE)
    assert row["next_try_at"] is None


async def test_subject_and_name_are_kept_in_one_line(db: StoreEngine):
    await queue(a_letter(subject="Ihr\r\nTicket", to_name="A\nB"), now=clock())

    [row] = await outbox()
    assert (row["subject"], row["to_name"]) == ("Ihr Ticket", "A B")
