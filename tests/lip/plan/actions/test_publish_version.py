"""A version holds what was released, once, and nothing of it changes any more."""

import asyncio
from uuid import UUID, uuid4

import pytest

from lip.database import StoreEngine, fetch
from lip.errors import Conflict, Unusable
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.chapters import FirstText
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.actions.save_text import Words, add_language, save_text, set_state
from lip.plan.queries.chapters import text_in
from lip.plan.queries.drafts import drafts_of
from lip.plan.queries.versions import contents_of, texts_of, version_of, versions_of
from lip.plan.rules.freezing import GapKind, gaps_of
from lip.plan.rules.kinds import TextState
from lip.said import Said
from tests.factories import clock
from tests.lip.plan.chapters import TEXT, make_chapter, make_plan

pytestmark = pytest.mark.anyio


async def publish(plan: UUID, number: int, request: UUID | None = None) -> int:
    wish = VersionWish(number=number, name=Said.of(de=f"Fassung {number}"))
    return await publish_version(
        plan, wish, by=COMMAND, now=clock(), request=request or uuid4()
    )


async def test_a_version_stays_as_it_was_published(db: StoreEngine) -> None:
    plan = await make_plan()
    chapter = await make_chapter(plan, decided_on=None)
    await publish(plan.id, 1)
    first = await version_of(plan.id, 1)

    there = await text_in(chapter, "de")
    words = Words(title="Neu", text="Ganz neu.", began_with=there.version)
    await save_text(chapter, "de", words, by=COMMAND, now=clock())
    await set_state(chapter, "de", TextState.RELEASED, by=COMMAND, now=clock())
    await publish(plan.id, 2)

    (old,) = await texts_of(first.id, "de")
    (new,) = await texts_of((await version_of(plan.id, 2)).id, "de")
    assert (old.title, old.text, new.text) == ("Sprache", TEXT, "Ganz neu.")
    assert first == await version_of(plan.id, 1)
    assert len({first.digest, (await version_of(plan.id, 2)).digest}) == 2
    assert len(first.digest) == 64


async def test_the_same_request_publishes_once(db: StoreEngine) -> None:
    plan = await make_plan()
    await make_chapter(plan)
    request = uuid4()

    numbers = [await publish(plan.id, 1, request) for _ in range(2)]

    assert numbers == [1, 1]
    assert len(await versions_of(plan.id)) == 1


async def test_of_two_people_at_once_one_publishes_and_the_other_is_told(
    committed_db: StoreEngine,
) -> None:
    plan = await make_plan()
    await make_chapter(plan)

    results = await asyncio.gather(
        publish(plan.id, 1), publish(plan.id, 1), return_exceptions=True
    )

    refused = [one for one in results if isinstance(one, Conflict)]
    assert [one.code for one in refused] == ["version_published_meanwhile"]
    assert 1 in results
    assert len(await versions_of(plan.id)) == 1


async def test_what_is_missing_is_listed_and_nothing_is_published(
    db: StoreEngine,
) -> None:
    plan = await make_plan()
    await make_chapter(plan, " ", state=TextState.CHECKED)
    ready = await make_chapter(plan, title="Arbeit", number="2.")
    await add_language(
        ready, FirstText(language="ar", title="عمل", text="نص"), by=COMMAND, now=clock()
    )

    gaps = gaps_of(await drafts_of(plan.id, "de"), "de")

    assert [(one.kind, one.hint) for one in gaps] == [
        (GapKind.NO_WORDS, False),
        (GapKind.NOT_RELEASED, False),
        (GapKind.NOT_DECIDED, True),
        (GapKind.OTHER_LEFT_OUT, True),
        (GapKind.NOT_DECIDED, True),
    ]
    with pytest.raises(Unusable, match="version_incomplete"):
        await publish(plan.id, 1)
    assert not await fetch("SELECT id FROM frozen_chapter")


async def test_only_released_languages_are_frozen(db: StoreEngine) -> None:
    plan = await make_plan()
    chapter = await make_chapter(plan)
    for tag in ("ar", "en"):
        first = FirstText(language=tag, title="Title", text="Words")
        await add_language(chapter, first, by=COMMAND, now=clock())
    await set_state(chapter, "en", TextState.RELEASED, by=COMMAND, now=clock())

    await publish(plan.id, 1)

    version = await version_of(plan.id, 1)
    assert [one.language for one in await contents_of(version.id)] == ["de", "en"]
    assert version.chapters == 1
