"""People decide about letters; what is going out is left alone."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Conflict, NotFound
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.mail.actions.decide import call_off, mark_sent, send_again
from lip.mail.rules.letters import Fate, Trouble
from tests.letters import clock, outbox, queued

pytestmark = pytest.mark.anyio

WHERE = {"scope": "konferenz", "by": COMMAND}


async def a_letter_that_is(fate: Fate) -> UUID:
    await queued(about=uuid4(), send_until=clock() + timedelta(hours=1))
    await fetch("UPDATE mail_out SET fate = ?, tries = 4", fate.value)
    [row] = await outbox()
    return UUID(str(row["id"]))


@pytest.mark.parametrize(
    "fate", [Fate.WAITING, Fate.FAILED, Fate.UNCERTAIN, Fate.CALLED_OFF]
)
async def test_what_has_not_gone_out_can_be_sent_again(db: StoreEngine, fate: Fate):
    one = await a_letter_that_is(fate)

    await send_again(one, address="neu@example.org", now=clock(), **WHERE)

    [row] = await outbox()
    assert (row["fate"], row["trouble"], row["tries"]) == (
        Fate.WAITING,
        Trouble.NONE,
        0,
    )
    assert row["to_address"] == "neu@example.org"
    assert row["send_until"] is None
    assert row["next_try_at"] <= clock()
    [entry] = await entries(Filter(scope="konferenz"))
    assert (entry.act, entry.subject) == (Act.LETTER_SENT_AGAIN, row["about"])
    assert entry.facts == {}


@pytest.mark.parametrize(
    "fate, code",
    [(Fate.SENDING, "letter_under_way"), (Fate.SENT, "letter_already_sent")],
)
async def test_what_goes_or_went_out_is_not_sent_again(
    db: StoreEngine, fate: Fate, code: str
):
    one = await a_letter_that_is(fate)

    with pytest.raises(Conflict) as refused:
        await send_again(one, now=clock(), **WHERE)

    assert refused.value.code == code
    [row] = await outbox()
    assert row["fate"] == fate


async def test_a_waiting_letter_can_be_called_off_once(db: StoreEngine):
    one = await a_letter_that_is(Fate.WAITING)

    await call_off(one, now=clock(), **WHERE)
    await call_off(one, now=clock(), **WHERE)

    [row] = await outbox()
    assert row["fate"] == Fate.CALLED_OFF
    assert len(await entries(Filter(scope="konferenz"))) == 1


async def test_only_a_waiting_letter_can_be_called_off(db: StoreEngine):
    one = await a_letter_that_is(Fate.UNCERTAIN)

    with pytest.raises(Conflict, match="letter_changed_meanwhile"):
        await call_off(one, now=clock(), **WHERE)


async def test_people_may_say_that_it_was_sent(db: StoreEngine):
    one = await a_letter_that_is(Fate.UNCERTAIN)

    await mark_sent(one, now=clock(), **WHERE)
    await mark_sent(one, now=clock(), **WHERE)

    [row] = await outbox()
    assert row["fate"] == Fate.SENT
    assert row["sent_at"] is not None
    assert len(await entries(Filter(scope="konferenz"))) == 1


async def test_a_letter_of_another_conference_is_unknown(db: StoreEngine):
    one = await a_letter_that_is(Fate.WAITING)

    with pytest.raises(NotFound, match="unknown_letter"):
        await call_off(one, scope="andere", by=COMMAND, now=clock())
