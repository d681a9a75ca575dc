"""Add a chapter, change its head, move it, take it out of the draft."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.database import lock_rows, transaction
from lip.errors import Conflict, Unusable
from lip.fields.rules.order import last_place, moved
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, ActorKind, Entry
from lip.plan.queries.chapters import (
    chapter_by_id,
    chapters_of,
    keys_of,
)
from lip.plan.rules.chapters import (
    MOST_CHAPTERS,
    ChapterFacts,
    ChapterHead,
    key_of,
    usable_language,
)
from lip.plan.rules.kinds import SavedBy
from lip.plan.rules.markdown import check_text, cleaned
from lip.plan.rules.nesting import (
    MOST_LEVELS,
    fault_of_parent,
    nested,
    siblings,
)
from lip.plan.tables import Chapter, ChapterText, Plan, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterWish(ChapterHead):
    """What is to be said of a chapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstText:
    """The words with which a chapter, or a language of it, begins."""

    language: str
    title: str
    text: str = ""
    saved_by: SavedBy = SavedBy.EDITOR


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChapter:
    """A chapter to be added; without a `key` it gets one from number and title."""

    wish: ChapterWish = field(default_factory=ChapterWish)
    first: FirstText
    key: str = ""


async def add_chapter(
    plan: UUID,
    new: NewChapter,
    *,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> UUID:
    """Add a chapter at the end; the same request adds it once."""
    _check(new.wish)
    text = check_first(new.first)

    async def write() -> UUID:
        there = await _locked(plan)
        if len(there) >= MOST_CHAPTERS:
            raise Conflict("too_many_chapters", most=MOST_CHAPTERS)
        _check_parent(there, None, new.wish.parent)
        words = new.key or f"{new.wish.number} {new.first.title}"
        row = Chapter(
            id=uuid4(),
            plan=plan,
            position=last_place(there),
            key=key_of(words, await keys_of(plan)),
            created_at=now,
            changed_at=now,
            **_columns(new.wish),
        )
        await Chapter.insert(row)
        await insert_text(row.id, new.first, text, by=by, now=now)
        await record(_entry(Act.CHAPTER_ADDED, row.id, by, now, request))
        return row.id

    return await once(Act.CHAPTER_ADDED, write, request=request)


async def change_chapter(
    chapter: UUID, wish: ChapterWish, *, by: Actor, now: datetime
) -> bool:
    """Change a chapter's head; tell whether anything is different now."""
    _check(wish)
    plan = (await chapter_by_id(chapter)).plan
    async with transaction():
        there = await _locked(plan)
        before = await chapter_by_id(chapter)
        columns = _columns(wish)
        if columns == _columns(_wish_of(before)):
            return False
        if wish.parent != before.parent:
            _check_parent(there, chapter, wish.parent)
        await Chapter.update({**columns, "changed_at": now}).where(
            Chapter.id == chapter
        )
        await record(_entry(Act.CHAPTER_CHANGED, chapter, by, now))
    return True


async def move_chapter(chapter: UUID, *, up: bool, by: Actor, now: datetime) -> bool:
    """
    Move a chapter a place up or down; tell whether anything is different now.

    It changes places with the next one that stands within the same chapter.
    """
    plan = (await chapter_by_id(chapter)).plan
    async with transaction():
        parents = {one.id: one.parent for one in await _locked(plan)}
        if chapter not in parents:
            return False
        order = list(parents)
        mixed = moved(order, chapter, up=up, beside=siblings(parents, chapter))
        if mixed == order:
            return False
        for position, one in enumerate(nested({one: parents[one] for one in mixed})):
            await Chapter.update({
                Chapter.position: position + 1,
                Chapter.changed_at: now,
            }).where(Chapter.id == one)
        await record(_entry(Act.CHAPTER_MOVED, chapter, by, now))
    return True


async def remove_chapter(chapter: UUID, *, by: Actor, now: datetime) -> bool:
    """
    Take a chapter out of the draft, or nothing if it is; versions keep it.

    What stands within it moves up to where it stood.
    """
    async with transaction():
        there = await _locked_chapter(chapter)
        if there.removed:
            return False
        await Chapter.update({
            Chapter.parent: there.parent,
            Chapter.changed_at: now,
        }).where(Chapter.parent == chapter)
        await Chapter.update({
            Chapter.removed_at: now,
            Chapter.changed_at: now,
        }).where(Chapter.id == chapter)
        await record(_entry(Act.CHAPTER_REMOVED, chapter, by, now))
    return True


def check_first(first: FirstText) -> str:
    """Give the words as they are kept; refuse what cannot begin a text."""
    if not usable_language(first.language):
        raise Unusable("language_unusable", language=first.language)
    if not first.title.strip():
        raise Unusable("chapter_needs_title")
    check_text(first.text)
    return cleaned(first.text)


async def insert_text(
    chapter: UUID, first: FirstText, text: str, *, by: Actor, now: datetime
) -> UUID:
    """Write the first words of a language, and keep them as its first wording."""
    row = ChapterText(
        id=uuid4(),
        chapter=chapter,
        language=first.language,
        title=first.title,
        text=text,
        version=1,
        changed_at=now,
    )
    await ChapterText.insert(row)
    await Wording.insert(
        Wording(
            id=uuid4(),
            chapter_text=row.id,
            version=1,
            title=first.title,
            text=text,
            saved_by=first.saved_by,
            person=person_of(by),
            saved_at=now,
        )
    )
    return row.id


def person_of(by: Actor) -> UUID | None:
    """Say whose account it was, if it was one."""
    return by.id if by.kind is ActorKind.PERSON else None


async def _locked(plan: UUID) -> list[ChapterFacts]:
    await lock_rows(Plan.select(Plan.id).where(Plan.id == plan))
    return list(await chapters_of(plan))


async def _locked_chapter(chapter: UUID) -> ChapterFacts:
    await lock_rows(Chapter.select(Chapter.id).where(Chapter.id == chapter))
    return await chapter_by_id(chapter)


def _columns(wish: ChapterWish) -> dict[Any, Any]:
    return {
        "parent": wish.parent,
        "code": wish.code,
        "number": wish.number,
        "kind": wish.kind.dump(),
        "status": wish.status.value,
        "field": wish.field,
        "initiator": wish.initiator,
        "initiator_name": "" if wish.initiator else wish.initiator_name,
        "decided_on": wish.decided_on.dump() if wish.decided_on else "",
        "submitted_at": wish.submitted_at,
    }


def _wish_of(there: ChapterFacts) -> ChapterWish:
    said = {one.name: getattr(there, one.name) for one in fields(ChapterWish)}
    return ChapterWish(**said)


def _check(wish: ChapterWish) -> None:
    if wish.decided_on is not None and not 1900 <= wish.decided_on.year <= 2199:
        raise Unusable("decided_on_unusable")


def _check_parent(
    there: Sequence[ChapterFacts], chapter: UUID | None, parent: UUID | None
) -> None:
    parents = {one.id: one.parent for one in there}
    if fault := fault_of_parent(parents, chapter, parent):
        raise Conflict(fault.value, most=MOST_LEVELS)


def _entry(  # noqa: PLR0917 - a short form
    act: Act, chapter: UUID, by: Actor, now: datetime, request: UUID | None = None
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=chapter, request=request)
