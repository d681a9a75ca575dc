"""Chapters within chapters: in which order they are read, and no circles."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import takewhile
from typing import Final, TypeAlias
from uuid import UUID

MOST_LEVELS: Final = 4
"""Chapters within each other; deeper ones do not fit on a phone."""

Parents: TypeAlias = Mapping[UUID, UUID | None]
"""What each chapter stands within; those of one parent in their order."""


class NestingFault(StrEnum):
    """Why a chapter cannot stand within another."""

    CIRCULAR = "chapter_within_itself"
    TOO_DEEP = "chapter_too_deep"
    NOT_THERE = "unknown_parent_chapter"


def nested(parents: Parents) -> Mapping[UUID, int]:
    """
    Give every chapter once, in reading order, with its level from 0.

    What stands within something that is not there, or within itself, stands at the top.
    """
    within: dict[UUID | None, list[UUID]] = {}
    for one, parent in parents.items():
        within.setdefault(parent if parent in parents else None, []).append(one)
    levels: dict[UUID, int] = {}
    for first in (*within.get(None, ()), *parents):
        waiting = [(first, 0)]
        while waiting:
            one, level = waiting.pop()
            if one not in levels:
                levels[one] = level
                parts = reversed(within.get(one, ()))
                waiting += [(part, level + 1) for part in parts]
    return levels


def siblings(parents: Parents, one: UUID) -> list[UUID]:
    """List what stands within the same chapter, in its order."""
    within = {
        other: parent if parent in parents else None
        for other, parent in parents.items()
    }
    return [other for other, parent in within.items() if parent == within[one]]


def fault_of_parent(
    parents: Parents, one: UUID | None, parent: UUID | None
) -> NestingFault | None:
    """Say why a chapter (none: a new one) cannot stand within another, if it cannot."""
    if parent is None:
        return None
    if parent not in parents:
        return NestingFault.NOT_THERE
    above: list[UUID] = []
    at: UUID | None = parent
    while at is not None and at in parents and at not in above:
        above.append(at)
        at = parents[at]
    if one in above:
        return NestingFault.CIRCULAR
    deep = len(above) + (_height(parents, one) if one else 1)
    return NestingFault.TOO_DEEP if deep > MOST_LEVELS else None


def _height(parents: Parents, one: UUID) -> int:
    """Count the levels of a chapter with all that stands within it."""
    levels = nested({**parents, one: None})
    behind = list(levels)[list(levels).index(one) + 1 :]
    below = takewhile(bool, (levels[other] for other in behind))
    return 1 + max(below, default=0)
