"""What a paper lacks before everybody may read it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from lip.papers.rules.kinds import (
    WITH_COST,
    WITH_GENDER,
    WITH_MOTION,
    SectionKind,
)
from lip.papers.rules.papers import Paper


class Gap(StrEnum):
    """What a paper lacks; the first of them keeps it from being released."""

    TITLE = "paper_needs_title"
    GENDER = "paper_needs_gender"
    MOTION = "paper_needs_motion"
    COST = "paper_says_nothing_of_cost"
    RECIPIENTS = "paper_has_no_recipient"
    DATE = "paper_has_no_date"


FORBIDDING: Final = frozenset({Gap.TITLE, Gap.GENDER, Gap.MOTION})


def gaps(paper: Paper) -> Sequence[Gap]:
    """Say what a paper lacks; what came from elsewhere is as it is."""
    facts = paper.facts
    if facts.source_id:
        return []
    said = {one.kind for one in paper.sections if one.text.strip()}
    lacking = {
        Gap.TITLE: not facts.title,
        Gap.GENDER: facts.kind in WITH_GENDER and SectionKind.GENDER not in said,
        Gap.MOTION: facts.kind in WITH_MOTION and SectionKind.MOTION not in said,
        Gap.COST: facts.kind in WITH_COST
        and not facts.cost_sentence
        and not paper.costs,
        Gap.RECIPIENTS: not paper.recipients,
        Gap.DATE: facts.dated is None,
    }
    return [gap for gap in Gap if lacking[gap]]
