"""Gather what is public of plan, measures and papers, as programs are told of it."""

from collections.abc import Sequence
from datetime import datetime

from lip.opendata.documents.oparl_papers import Known, paper
from lip.opendata.documents.oparl_plan import Beside, chapter, measure, plan_term
from lip.opendata.queries.open_plan import PublicPlan, public_plan
from lip.opendata.rules.oparl import Thing
from lip.opendata.rules.site import Site


async def plan_things(site: Site, *, now: datetime) -> Sequence[Thing]:
    """List terms, chapters, measures and papers."""
    found = await public_plan(now)
    beside, known = _beside(found), _known(found)
    return [
        *(plan_term(one, site) for one in found.plans),
        *(chapter(one, beside, site) for one in found.chapters),
        *(measure(one, beside, site) for one in found.measures),
        *(paper(one, known, site) for one in found.papers),
    ]


def _beside(found: PublicPlan) -> Beside:
    return Beside(
        steps=found.steps,
        above=found.above,
        below=found.below,
        related=found.related,
        fields=found.fields,
        districts=found.districts,
    )


def _known(found: PublicPlan) -> Known:
    return Known(
        ids=found.ids,
        by_source={one.source_id: one.id for one in found.papers if one.source_id},
        related=found.related,
    )
