"""Chapters stand within chapters, never in a circle, and move among their like."""

import asyncio
from dataclasses import replace
from uuid import UUID

import pytest

from lip.database import StoreEngine
from lip.errors import Conflict
from lip.journal.rules.entries import COMMAND
from lip.plan.actions.chapters import (
    ChapterWish,
    change_chapter,
    move_chapter,
    remove_chapter,
)
from lip.plan.queries.chapters import chapter_by_id, chapters_of
from tests.factories import clock
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio


async def put(chapter: UUID, parent: UUID | None) -> None:
    there = await chapter_by_id(chapter)
    wish = ChapterWish(number=there.number, parent=parent)
    await change_chapter(chapter, wish, by=COMMAND, now=clock())


async def order(plan: UUID) -> list[tuple[str, int]]:
    return [(one.number, one.level) for one in await chapters_of(plan)]


async def test_chapters_are_put_into_others_moved_and_taken_out(
    db: StoreEngine,
) -> None:
    plan = await make_plan()
    a, b, c, d = [
        await make_chapter(plan, number=number, title=number) for number in "ABCD"
    ]

    await put(c, a)
    await put(d, a)
    within = await order(plan.id)
    moved = [
        await move_chapter(one, up=up, by=COMMAND, now=clock())
        for one, up in ((d, True), (d, True), (b, False), (a, False))
    ]
    turned = await order(plan.id)
    await remove_chapter(a, by=COMMAND, now=clock())

    assert within == [("A", 0), ("C", 1), ("D", 1), ("B", 0)]
    assert moved == [True, False, False, True]
    assert turned == [("B", 0), ("A", 0), ("D", 1), ("C", 1)]
    assert await order(plan.id) == [("B", 0), ("D", 0), ("C", 0)]


async def test_a_chapter_within_itself_and_one_of_another_plan_are_refused(
    db: StoreEngine,
) -> None:
    plan, other = await make_plan(), await make_plan("anders")
    a, b = await make_chapter(plan), await make_chapter(plan, parent=None)
    foreign = await make_chapter(other)
    await put(b, a)

    refused = []
    for chapter, parent in ((a, b), (a, a), (a, foreign)):
        with pytest.raises(Conflict) as refusal:
            await put(chapter, parent)
        refused.append(refusal.value.code)

    assert refused == [
        *("chapter_within_itself", "chapter_within_itself", "unknown_parent_chapter")
    ]
    assert (await chapter_by_id(a)).parent is None


async def test_two_who_put_chapters_into_each_other_make_no_circle(
    committed_db: StoreEngine,
) -> None:
    plan = await make_plan()
    a, b = await make_chapter(plan), await make_chapter(plan)

    results = await asyncio.gather(put(a, b), put(b, a), return_exceptions=True)

    assert [type(one) for one in results if one] == [Conflict]
    assert len({one.level for one in await chapters_of(plan.id)}) == 2


async def test_what_is_said_of_a_chapter_leaves_its_place(db: StoreEngine) -> None:
    plan = await make_plan()
    a = await make_chapter(plan)
    b = await make_chapter(plan, parent=a)
    there = await chapter_by_id(b)

    wish = ChapterWish(number="9.", parent=a, status=there.status)
    changed = await change_chapter(b, wish, by=COMMAND, now=clock())
    again = await change_chapter(b, replace(wish), by=COMMAND, now=clock())

    assert (changed, again) == (True, False)
    assert (await chapter_by_id(b)).parent == a
