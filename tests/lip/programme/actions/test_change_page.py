"""Two editors never overwrite each other, and saving twice is saving once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.change_page import change_page
from lip.programme.queries.pages import page_of
from lip.programme.rules.public_page import PublicPage, StoredPage
from lip.said import Said
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio

PAGE = PublicPage(
    title=Said.of(ar="مؤتمر"),
    subtitle=Said.of(de="Für alle", en="For everybody"),
    text=Said.of(de="# Was\n\nAlles."),
    access=Said.of(de="Ohne Stufen"),
    interpreting=Said.of(de="Ins Arabische"),
    funders=Said.of(de="Land"),
    summary=Said.of(de="Kurz"),
    address="Platz 1\n12345 Stadt",
    map_url="https://karte.example/x",
    languages=("de", "ar"),
    contact_name="Ada",
    contact_email="ada@example.org",
    contact_phone="0511 1",
    organiser_address="Straße 2",
    organiser_represented_by="Vorstand",
)


@pytest.fixture
async def conference(db) -> ConferenceFacts:
    return await make_conference("eins")


async def acts_of(key: str) -> list[Act]:
    return [one.act for one in await entries(Filter(scope=key))]


async def test_a_page_comes_back_as_it_was_written(conference):
    now = clock()

    changed = await change_page(conference, PAGE, shown="", by=COMMAND, now=now)

    assert changed
    assert await page_of(conference.id) == StoredPage(page=PAGE, changed_at=now)
    assert Act.PAGE_CHANGED in await acts_of("eins")


async def test_the_same_page_again_changes_nothing(conference):
    await change_page(conference, PAGE, shown="", by=COMMAND, now=clock())
    before = await acts_of("eins")

    changed = await change_page(conference, PAGE, shown="", by=COMMAND, now=clock())

    assert not changed
    assert await acts_of("eins") == before


async def test_who_had_an_old_page_before_her_overwrites_nothing(conference):
    await change_page(conference, PAGE, shown="", by=COMMAND, now=clock())
    other = replace(PAGE, address="Anderswo")

    with pytest.raises(Conflict, match="page_changed_meanwhile"):
        await change_page(conference, other, shown="", by=COMMAND, now=clock())

    stored = await page_of(conference.id)
    assert stored.page == PAGE
    assert await change_page(
        conference, other, shown=stored.version, by=COMMAND, now=clock()
    )


async def test_every_change_has_a_version_of_its_own(conference):
    now = clock()
    await change_page(conference, PAGE, shown="", by=COMMAND, now=now)
    first = (await page_of(conference.id)).version

    earlier = now - timedelta(minutes=5)  # a second server's clock is behind
    other = replace(PAGE, address="Anderswo")
    await change_page(conference, other, shown=first, by=COMMAND, now=earlier)

    assert (await page_of(conference.id)).version != first


@pytest.mark.parametrize(
    "change, why",
    [
        ({"map_url": "javascript:alert(1)"}, "map_link_unusable"),
        ({"contact_email": "ada@"}, "contact_email_unusable"),
    ],
)
async def test_what_cannot_be_a_link_or_an_address_is_refused(conference, change, why):
    with pytest.raises(Unusable, match=why):
        await change_page(
            conference, replace(PAGE, **change), shown="", by=COMMAND, now=clock()
        )

    assert await page_of(conference.id) == StoredPage()
