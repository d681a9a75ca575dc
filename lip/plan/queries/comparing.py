"""Compare two versions of a plan, or its latest with the draft."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from lip.plan.queries.drafts import drafts_of
from lip.plan.queries.versions import FrozenText, VersionFacts, texts_of
from lip.plan.rules.freezing import DraftText, frozen_part
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.version_diff import (
    ChapterChange,
    WholeChapter,
    compare_versions,
)

MOST_KEPT: Final = 12


@dataclass(slots=True)
class Comparisons:
    """Comparisons of versions, kept because versions never change."""

    _kept: OrderedDict[tuple[UUID | None, UUID, str], Sequence[ChapterChange]] = field(
        default_factory=OrderedDict
    )

    async def of(
        self, old: VersionFacts | None, new: VersionFacts, language: str
    ) -> Sequence[ChapterChange]:
        """Compare two versions; without an old one everything is new."""
        key = (old.id if old else None, new.id, language)
        if key not in self._kept:
            before = await texts_of(old.id, language) if old else []
            after = await texts_of(new.id, language)
            self._kept[key] = await _compared(_frozen(before), _frozen(after))
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


async def changes_in_draft(
    plan: PlanFacts, latest: VersionFacts | None, language: str
) -> Sequence[ChapterChange]:
    """Say what a version published now would change, in one language."""
    before = await texts_of(latest.id, language) if latest else []
    drafts = frozen_part(await drafts_of(plan.id, plan.language))
    after = [one for one in drafts if one.language == language]
    return await _compared(_frozen(before), _drafted(after))


async def _compared(
    old: Sequence[WholeChapter], new: Sequence[WholeChapter]
) -> Sequence[ChapterChange]:
    return await asyncio.to_thread(compare_versions, old, new)


def _frozen(texts: Sequence[FrozenText]) -> Sequence[WholeChapter]:
    return [
        WholeChapter(id=one.chapter, key=one.key, head=one.head, text=one.text)
        for one in texts
    ]


def _drafted(texts: Sequence[DraftText]) -> Sequence[WholeChapter]:
    return [
        WholeChapter(
            id=one.chapter,
            key=one.key,
            head=f"{one.number} {one.title}" if one.number else one.title,
            text=one.text,
        )
        for one in texts
    ]
