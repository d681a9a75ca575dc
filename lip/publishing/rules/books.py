"""A whole plan as a value."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import ShownChapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What a version of a plan holds, in one language; sheets as canonical JSON."""

    plan: PlanFacts
    language: str
    version: int
    published_at: datetime
    chapters: Sequence[ShownChapter]
    measures: Sequence[str]
