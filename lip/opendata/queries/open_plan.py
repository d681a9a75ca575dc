"""Read what is public of plan, measures and papers, and how they hang together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.bodies.queries.bodies import all_districts
from lip.bodies.queries.steps import steps_of
from lip.bodies.rules.bodies import DistrictFacts
from lip.bodies.rules.steps import StepFacts
from lip.fields.queries.fields import all_fields
from lip.fields.rules.fields import FieldFacts
from lip.measures.queries.measures import all_measures
from lip.measures.rules.measures import MeasureFacts
from lip.papers.queries.for_programs import open_papers
from lip.papers.rules.open_papers import OpenPaper
from lip.plan.queries.for_programs import OpenChapter, OpenPlan, open_plans
from lip.subjects import SubjectKind
from lip.tracing.queries.for_programs import became

Links = Mapping[UUID, Sequence[UUID]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPlan:
    """All that is public of plans, measures and papers; links join public ones only."""

    plans: Sequence[OpenPlan]
    measures: Sequence[MeasureFacts]
    papers: Sequence[OpenPaper]
    steps: Mapping[UUID, Sequence[StepFacts]]
    below: Links
    related: Links
    fields: Mapping[UUID, FieldFacts]
    districts: Mapping[UUID, DistrictFacts]

    @property
    def chapters(self) -> Sequence[OpenChapter]:
        """All chapters of all plans, in their order."""
        return [one for plan in self.plans for one in plan.chapters]

    @property
    def ids(self) -> frozenset[UUID]:
        """The ids of all chapters, measures and papers."""
        parts = (
            {one.id for one in self.chapters},
            {one.id for one in self.measures},
            {one.id for one in self.papers},
        )
        return frozenset[UUID]().union(*parts)

    @property
    def above(self) -> Links:
        """What stands above, read the other way."""
        return turned(self.below)


async def public_plan(now: datetime) -> PublicPlan:
    """Read everything; the number of queries does not grow with it."""
    plans, papers = await open_plans(), await open_papers(now)
    measures = await all_measures(public_at=now)
    chapters = [one for plan in plans for one in plan.chapters]
    ids = {
        *(one.id for one in chapters),
        *(one.id for one in measures),
        *(one.id for one in papers),
    }
    return PublicPlan(
        plans=plans,
        measures=measures,
        papers=papers,
        steps=await _steps(chapters, measures, now),
        below=_below(chapters, await _links(ids, _DOWN), ids),
        related=_related(await _links(ids, _ASIDE), measures, papers),
        fields={one.id: one for one in await all_fields()},
        districts={one.id: one for one in await all_districts()},
    )


_DOWN = ((SubjectKind.CHAPTER, SubjectKind.MEASURE),)
_ASIDE = (
    (SubjectKind.MEASURE, SubjectKind.PAPER),
    (SubjectKind.CHAPTER, SubjectKind.PAPER),
)


def turned(links: Links) -> Links:
    """Read links the other way."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for start, ends in links.items():
        for end in ends:
            found[end].append(start)
    return found


async def _steps(
    chapters: Sequence[OpenChapter], measures: Sequence[MeasureFacts], now: datetime
) -> Mapping[UUID, Sequence[StepFacts]]:
    of_chapters = [one.id for one in chapters]
    of_measures = [one.id for one in measures]
    return {
        **await steps_of(SubjectKind.CHAPTER, of_chapters, now=now),
        **await steps_of(SubjectKind.MEASURE, of_measures, now=now),
    }


async def _links(
    ids: Collection[UUID], kinds: Iterable[tuple[SubjectKind, SubjectKind]]
) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for start, end in kinds:
        for one, ends in (await became(start, end)).items():
            if one in ids:
                found[one] += [it for it in ends if it in ids]
    return found


def _below(
    chapters: Sequence[OpenChapter], links: dict[UUID, list[UUID]], ids: set[UUID]
) -> Links:
    """Chapters below a chapter first, then the measures that came of it."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for one in chapters:
        if one.parent in ids and one.parent is not None:
            found[one.parent].append(one.id)
    for start, ends in links.items():
        found[start] += ends
    return found


def _related(
    links: dict[UUID, list[UUID]],
    measures: Sequence[MeasureFacts],
    papers: Sequence[OpenPaper],
) -> Links:
    """Papers that a measure names by number belong to it, in both directions."""
    by_reference = {one.reference: one.id for one in papers}
    for one in measures:
        named = [by_reference.get(line.paper) for line in one.sheet.council]
        links[one.id] += [it for it in named if it is not None]
    both: dict[UUID, list[UUID]] = defaultdict(list)
    for way in (links, turned(links)):
        for start, ends in way.items():
            both[start] += [it for it in ends if it not in both[start]]
    return both
