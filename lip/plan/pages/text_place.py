"""Which text an address of the editor means."""

from dataclasses import dataclass

from lip.plan.queries.chapters import chapter_by_key, text_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.chapters import ChapterFacts, TextFacts
from lip.plan.rules.plans import PlanFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What an address of the editor means."""

    plan: PlanFacts
    chapter: ChapterFacts
    text: TextFacts


async def place_of(plan: str, chapter: str, language: str) -> Place:
    """Find it, or raise NotFound."""
    there = await plan_by_key(plan)
    one = await chapter_by_key(there.id, chapter)
    return Place(plan=there, chapter=one, text=await text_in(one.id, language))
