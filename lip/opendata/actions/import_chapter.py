"""Take a chapter from a file into the draft of a plan; again changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lip.errors import Conflict
from lip.journal.rules.entries import Actor
from lip.opendata.files.chapters import ReadChapter
from lip.plan.actions.chapters import (
    ChapterWish,
    FirstText,
    NewChapter,
    add_chapter,
    change_chapter,
)
from lip.plan.actions.save_text import Clash, Words, save_text
from lip.plan.queries.chapters import chapter_by_id, chapters_of, text_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.chapters import ChapterFacts, key_of
from lip.plan.rules.kinds import SavedBy


class Came(StrEnum):
    """What an import came to."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Which plan and which language a file is for."""

    plan: str
    language: str


async def import_chapter(
    read: ReadChapter, where: Where, *, by: Actor, now: datetime
) -> tuple[Came, ChapterFacts]:
    """Add a chapter, or save its words anew; it is known by its code or its title."""
    plan = await plan_by_key(where.plan)
    there = _known(read, await chapters_of(plan.id))
    if there is None:
        new = NewChapter(wish=_wish(read, None), first=_first(read, where))
        made = await add_chapter(plan.id, new, by=by, now=now)
        return Came.ADDED, await chapter_by_id(made)
    changed = await change_chapter(there.id, _wish(read, there), by=by, now=now)
    began = await text_in(there.id, where.language)
    words = Words(
        title=read.title,
        text=read.text,
        began_with=began.version,
        saved_by=SavedBy.IMPORT,
    )
    saved = await save_text(there.id, where.language, words, by=by, now=now)
    if isinstance(saved, Clash):
        raise Conflict("chapter_changed_meanwhile")
    came = Came.CHANGED if changed or saved.changed else Came.SAME
    return came, await chapter_by_id(there.id)


def _known(read: ReadChapter, there: Sequence[ChapterFacts]) -> ChapterFacts | None:
    """Find the chapter by what people call it, or by number and title."""
    key = key_of(f"{read.number} {read.title}")
    found = [
        one
        for one in there
        if (read.code and one.code == read.code) or (not read.code and one.key == key)
    ]
    return found[0] if found else None


def _first(read: ReadChapter, where: Where) -> FirstText:
    return FirstText(
        language=where.language,
        title=read.title,
        text=read.text,
        saved_by=SavedBy.IMPORT,
    )


def _wish(read: ReadChapter, there: ChapterFacts | None) -> ChapterWish:
    """Say what the file says, and keep what it knows nothing of."""
    return ChapterWish(
        parent=there.parent if there else None,
        code=read.code or (there.code if there else ""),
        number=read.number or (there.number if there else ""),
        kind=there.kind if there else ChapterWish().kind,
        status=there.status if there else read.status,
        field=there.field if there else None,
        initiator=there.initiator if there and not read.initiator else None,
        initiator_name=read.initiator or (there.initiator_name if there else ""),
        decided_on=read.decided_on or (there.decided_on if there else None),
        submitted_at=there.submitted_at if there else read.submitted_at,
    )
