"""Kinds of council papers, of their parts and of how they hang together."""

from enum import StrEnum
from typing import Final


class PaperKind(StrEnum):
    """What a paper is; decides which blocks it has."""

    INFORMATION = "information"
    DECISION = "decision"
    MOTION = "motion"
    AMENDMENT = "amendment"
    INQUIRY = "inquiry"
    OTHER = "other"


WITH_MOTION: Final = frozenset({
    PaperKind.DECISION,
    PaperKind.MOTION,
    PaperKind.AMENDMENT,
})
"""Papers that ask for a decision: only they have a motion and its reasons."""
WITH_GENDER: Final = frozenset({
    PaperKind.INFORMATION,
    PaperKind.DECISION,
    PaperKind.MOTION,
})
"""Papers that must say how men and women are concerned."""
WITH_COST: Final = frozenset({PaperKind.INFORMATION, PaperKind.DECISION})
"""Papers that must say what they cost."""


class SectionKind(StrEnum):
    """What a section of a paper is for; gender aspects and costs are required."""

    TEXT = "text"
    MOTION = "motion"
    REASONS = "reasons"
    GENDER = "gender"
    COST = "cost"


class ConsultationRole(StrEnum):
    """What a body does with a paper (OParl `role`)."""

    FOR_INFORMATION = "for_information"
    ADVICE = "advice"
    DECISION = "decision"


class RelationKind(StrEnum):
    """How another paper belongs to this one."""

    ORIGINAL = "original"
    ORIGIN = "origin"
    AMENDMENT = "amendment"
    RELATED = "related"
