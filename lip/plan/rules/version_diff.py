"""What changed between two versions of a plan, chapter by chapter, in words."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from lip.plan.rules.diff import Passage, PassageKind, compare, paragraphs
from lip.plan.rules.words import Piece, compare_words


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeChapter:
    """A chapter of a version; `id` is the same in all versions."""

    id: Hashable
    key: str
    head: str
    text: str


Part: TypeAlias = Passage | int
"""A paragraph that changed, or so many that did not."""


@dataclass(slots=True, kw_only=True)
class ChapterChange:
    """What became of a chapter; a head is empty where a version has it not."""

    key: str
    old_head: str = ""
    new_head: str = ""
    passages: list[Passage] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Tell whether anything is different."""
        return self.old_head != self.new_head or any(
            one.kind is not PassageKind.SAME for one in self.passages
        )

    @property
    def head(self) -> Sequence[Piece]:
        """Tell what became of its title."""
        return compare_words(self.old_head, self.new_head)

    @property
    def count(self) -> int:
        """Count the paragraphs that are different; one that moved counts once."""
        unseen = {PassageKind.SAME, PassageKind.MOVED_AWAY}
        return sum(one.kind not in unseen for one in self.passages)

    def parts(self) -> Sequence[Part]:
        """Give what changed, with the number of unchanged paragraphs between."""
        made: list[Part] = []
        runs = groupby(self.passages, key=lambda one: one.kind is PassageKind.SAME)
        for same, run in runs:
            ones = list(run)
            made += [len(ones)] if same else ones
        return made


def compare_versions(
    old: Sequence[WholeChapter], new: Sequence[WholeChapter]
) -> Sequence[ChapterChange]:
    """
    Compare all chapters at once, so that a paragraph can move between them.

    In the order of the new version; chapters that are gone stand at the end.
    """
    changes = {one.id: ChapterChange(key=one.key, new_head=one.head) for one in new}
    for one in old:
        there = changes.setdefault(one.id, ChapterChange(key=one.key))
        there.old_head = one.head
    before, after = _chapters_of_paragraphs(old), _chapters_of_paragraphs(new)
    for passage in compare(_joined(old), _joined(new)):
        if passage.new_place >= 0:
            changes[after[passage.new_place]].passages.append(passage)
        else:
            changes[before[passage.old_place]].passages.append(passage)
    return list(changes.values())


def _joined(chapters: Sequence[WholeChapter]) -> str:
    return "\n\n".join(one.text.strip() for one in chapters if one.text.strip())


def _chapters_of_paragraphs(chapters: Sequence[WholeChapter]) -> Sequence[Hashable]:
    """Say of every paragraph whose it is."""
    return [
        one.id for one in chapters for _ in paragraphs(one.text.strip()) if one.text
    ]
