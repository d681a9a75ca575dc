"""
After a purge no table, file or log holds anything of a person.

Everything that people may leave is filled in with words that stand nowhere else; then
years pass, and the files of the database are searched for these words, byte by byte.
"""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import anyio
import pytest

from lip.accounts.actions.grant_role import close_account
from lip.attendance.tables import Certificate
from lip.conference.actions.change_participant import change_participant
from lip.conference.actions.presence import come_back, step_out
from lip.conference.queries.conferences import conference_by_key
from lip.conference.queries.participants import participant
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_version import version_of
from lip.conference.tables import UploadedList
from lip.contributions import KINDS
from lip.database import StoreEngine, fetch
from lip.journal.rules.entries import COMMAND, SYSTEM
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Enclosure, Letter
from lip.registration.tables import (
    Answer,
    Consent,
    FormField,
    Invitation,
    Party,
    Place,
)
from lip.retention.actions.erase import erase_person
from lip.retention.actions.purge import SOON, clean_after_erasures, due, purge
from lip.retention.queries.records import break_of_chain
from proposals.tables import Proposal
from tests.database_files import database_files
from tests.door import scan
from tests.factories import (
    KEYS,
    make_conference,
    make_helper_link,
    make_participant,
    make_person,
    whole_days,
)

pytestmark = pytest.mark.anyio

DAY = datetime(2026, 11, 24, 10, tzinfo=UTC)
YEARS_ON = DAY + timedelta(days=5 * 366)
WORDS = (
    *("Zwiebelfisch", "Quarzuhrenpark", "فاطمةالزهراءالمجهولة", "Wolpertingerin"),
    *("zwiebelfisch@example.org", "0511-7766554433", "glutenfrei-und-halal-xyz"),
    *("Rollstuhl-Rampe-xyz", "Notiz-über-sie-xyz", "Beleg-Nr-XYZ-4711"),
    *("Antwort-zum-Verein-xyz", "einladung-xyz@example.org", "Einwilligung-xyz"),
    *("Brieftext-xyz", "Anlage-xyz", "hochgeladene-zeile-xyz", "Umgetauft-xyz"),
    *("gemeinsame-xyz@example.org", "Frau Helferin-xyz", "Konto-Person-xyz"),
    *("Bescheinigt-xyz", "Verfasserin-xyz"),
)
"""None of these stands anywhere else in a database, a log or this software."""


@pytest.fixture
async def crowded(committed_db: StoreEngine) -> StoreEngine:
    """Everything that people may leave, in great number, changed and moved about."""
    place = await make_conference(days=whole_days(DAY), now=DAY)
    for at in range(60):
        await _person(place, at)
    await UploadedList.insert(
        UploadedList(
            id=uuid4(),
            conference=place.id,
            filename="hochgeladene-zeile-xyz.csv",
            content=b"Vorname;hochgeladene-zeile-xyz\n" * 2000,
            uploaded_at=DAY,
        )
    )
    await Invitation.insert(
        Invitation(
            id=uuid4(),
            conference=place.id,
            name="Quarzuhrenpark",
            email="einladung-xyz@example.org",
            sealed_token=uuid4().hex,
            made_at=DAY,
            delete_on=DAY.date() + timedelta(days=30),
        )
    )
    await make_helper_link("konferenz", label="Frau Helferin-xyz", now=DAY)
    account = await make_person(
        name="konto-xyz", display_name="Konto-Person-xyz", now=DAY
    )
    await close_account(account.id, by=COMMAND, now=DAY)
    return committed_db


async def _person(place, at: int) -> None:
    said = {
        "given_name": "فاطمةالزهراءالمجهولة",
        "family_name": f"Zwiebelfisch {at}",
        "organisation": "Quarzuhrenpark",
        "badge_name": "Wolpertingerin",
        "email": "zwiebelfisch@example.org",
        "phone": "0511-7766554433",
        "diet": "glutenfrei-und-halal-xyz",
        "access": "Rollstuhl-Rampe-xyz " * 60,
        "note": "Notiz-über-sie-xyz " * 60,
        "external_id": "Beleg-Nr-XYZ-4711",
    }
    one = await make_participant(place, now=DAY, **said)
    there = await participant(place, one.id)
    await change_participant(
        one.id,
        Guest(**(said | {"family_name": f"Umgetauft-xyz {at}"})),
        conference=place,
        shown=version_of(there.guest),
        by=COMMAND,
        now=DAY,
    )
    if at % 2:
        await scan(one.code, now=DAY)
        for step in (step_out, come_back):
            await step(one.id, conference=place, by=COMMAND, now=DAY)
    await _registration(place, one.id, at)
    await _traces(place, one.id, at)
    await queue(_letter(one.id, at), now=DAY)


async def _registration(place, participant, at: int) -> None:
    party, field = uuid4(), uuid4()
    await Party.insert(
        Party(
            id=party,
            conference=place.id,
            email="gemeinsame-xyz@example.org",
            created_at=DAY,
        )
    )
    await Place.insert(Place(participant=participant, party=party, queued_at=DAY))
    await FormField.insert(FormField(id=field, conference=place.id, key=f"f{at}"))
    await Answer.insert(
        Answer(
            id=uuid4(),
            participant=participant,
            field=field,
            value="Antwort-zum-Verein-xyz",
        )
    )


async def _traces(place, participant, at: int) -> None:
    await Certificate.insert(
        Certificate(
            id=uuid4(),
            conference=place.id,
            participant=participant,
            number=at,
            sealed_code=uuid4().hex,
            facts='{"name": "Bescheinigt-xyz"}',
            issued_at=DAY,
            delete_on=DAY.date() + timedelta(days=730),
        )
    )
    await Proposal.insert(
        Proposal(
            id=uuid4(),
            conference=place.id,
            number=at,
            participant=participant,
            author_name="Verfasserin-xyz",
            created_at=DAY,
            changed_at=DAY,
        )
    )
    await Consent.insert(
        Consent(
            id=uuid4(),
            participant=participant,
            wording="Einwilligung-xyz",
            given_at=DAY,
        )
    )


def _letter(participant, at: int) -> Letter:
    return Letter(
        key=f"brief-{at}",
        scope="konferenz",
        to_address="zwiebelfisch@example.org",
        to_name="Zwiebelfisch",
        about=participant,
        language="de",
        subject="Ihr Ticket",
        text="Brieftext-xyz " * 80,
        html="<p>Brieftext-xyz</p>",
        enclosures=(
            Enclosure(
                filename="Anlage-xyz.txt",
                media_type="text/plain",
                content=b"Anlage-xyz",
            ),
        ),
        delete_on=DAY.date() + timedelta(days=30),
    )


async def test_the_words_are_there_to_begin_with(crowded):
    """Else the next tests could not fail."""
    missing = set(WORDS) - _found_in(await database_files())

    assert missing == set()


async def test_after_a_purge_no_file_holds_anything_of_a_person(crowded, caplog):
    with caplog.at_level(logging.DEBUG):
        done = await purge(KINDS, by=SYSTEM, now=YEARS_ON)

    assert done.traceless
    assert _found_in(await database_files()) == set()
    assert (await due(KINDS, now=YEARS_ON)).rows == 0
    assert await break_of_chain() is None
    assert _found_in([caplog.text.encode()]) == set()


async def test_minutes_after_an_erasure_nothing_of_her_is_left(crowded):
    people = await fetch("SELECT id FROM participant")
    place = await conference_by_key("konferenz")
    for row in people:
        await erase_person(
            row["id"], conference=place, kinds=KINDS, keys=KEYS, by=SYSTEM, now=DAY
        )

    for _ in range(100):  # the next round goes again for what was in use just now
        if clean := await clean_after_erasures(now=DAY + SOON):
            break
        await anyio.sleep(0.3)
    assert clean

    hers = set(WORDS[:11]) | {"Einwilligung-xyz", "Brieftext-xyz", "Umgetauft-xyz"}
    hers |= {"Bescheinigt-xyz", "Verfasserin-xyz"}
    hers -= {"Quarzuhrenpark"}  # an invitation that nobody has answered says it too
    assert hers & _found_in(await database_files()) == set()


async def test_files_are_left_alone_while_nobody_is_erased(db):
    await make_participant(await make_conference(days=whole_days(DAY), now=DAY))

    assert not await clean_after_erasures(now=DAY + SOON)


def _found_in(contents: Iterable[bytes]) -> set[str]:
    whole = list(contents)
    return {
        word for word in WORDS if any(word.encode() in content for content in whole)
    }
