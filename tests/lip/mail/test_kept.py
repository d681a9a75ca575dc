"""Letters are deleted in time, and with the person they are about."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.mail.kept import KINDS
from lip.mail.rules.letters import Enclosure
from tests.factories import make_conference
from tests.letters import outbox, queued

pytestmark = pytest.mark.anyio

[LETTERS] = KINDS
FILE = Enclosure(filename="t.pdf", media_type="application/pdf", content=b"x")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


async def test_a_letter_goes_after_its_day_with_its_enclosures(db: StoreEngine):
    await queued(delete_on=date(2026, 11, 23), enclosures=(FILE,))
    await queued(delete_on=date(2026, 11, 23), scope="andere")
    await queued(delete_on=date(2026, 11, 24), subject="bleibt")

    counted = await LETTERS.count_due(NOON)
    deleted = await LETTERS.delete_due(NOON)

    assert counted == deleted == {"konferenz": 1, "andere": 1}
    assert [row["subject"] for row in await outbox()] == ["bleibt"]
    assert await fetch("SELECT id FROM mail_enclosure") == []
    assert await LETTERS.count_due(NOON) == {}


async def test_a_person_reads_what_was_written_to_her(db: StoreEngine):
    person = uuid4()
    await queued(about=person, subject="Ihr Ticket", text="Guten Tag")
    await queued(about=uuid4())

    [facts] = await LETTERS.of_person(person)

    assert facts["Betreff"] == "Ihr Ticket"
    assert facts["An diese Adresse"] == "amal@example.org"
    assert facts["Text"] == "Guten Tag"
    assert facts["Verbleib"] == "wartet"


async def test_erasing_a_person_erases_her_letters_also_waiting_ones(db: StoreEngine):
    person = uuid4()
    await queued(2, about=person, enclosures=(FILE,))
    await queued(about=uuid4())

    erased = await LETTERS.erase(person)

    assert erased == 2
    assert len(await outbox()) == 1
    assert await fetch("SELECT id FROM mail_enclosure") == []


async def test_it_says_what_is_kept_until_when(db: StoreEngine):
    conference = await make_conference()
    await queued(2, delete_on=date(2026, 12, 1))
    await queued(delete_on=date(2026, 12, 2))
    assert LETTERS.ahead is not None

    ahead = await LETTERS.ahead(conference.id)

    assert [(one.rows, one.until) for one in ahead] == [
        (2, date(2026, 12, 1)),
        (1, date(2026, 12, 2)),
    ]
