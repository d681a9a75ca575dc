"""What people propose and remark to drafts, as it stands to the words of today."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from lip.database import fetch
from lip.plan.queries.amendments import amendments_of
from lip.plan.queries.remarks import remarks_of
from lip.plan.queries.standing import (
    ShownAmendment,
    ShownRemark,
    Wordings,
    wordings_for,
)
from lip.plan.rules.chapters import TextFacts
from lip.plan.rules.lineage import Standing
from lip.plan.rules.plans import PlanFacts


async def talk_at(
    plan: PlanFacts, chapter: UUID, language: str, text: str
) -> tuple[Sequence[ShownAmendment], Sequence[ShownRemark]]:
    """Give the public amendments and remarks to a text as it is shown."""
    wordings = await wordings_for(
        {(chapter, language): text}, line_length=plan.line_length
    )
    amendments = await amendments_of(plan.id, chapter=chapter, language=language)
    remarks = await remarks_of(plan.id, chapter=chapter, language=language)
    return (
        wordings.shown([one for one in amendments if one.public]),
        [wordings.remark(one) for one in remarks if not one.hidden],
    )


async def standing_of(
    plan: PlanFacts, text: TextFacts, amendment: UUID
) -> Standing | None:
    """Say how an open amendment would be written to a text; None where it cannot."""
    today = {(text.chapter, text.language): text.text}
    wordings = await wordings_for(today, line_length=plan.line_length)
    amendments = await amendments_of(
        plan.id, chapter=text.chapter, language=text.language
    )
    (mine,) = [one for one in amendments if one.id == amendment]
    return wordings.standing_of(mine, amendments)


async def all_amendments(plan: PlanFacts) -> Sequence[ShownAmendment]:
    """Give every amendment of a plan against the drafts as they were saved last."""
    wordings = await _wordings_of_today(plan)
    return wordings.shown(await amendments_of(plan.id))


async def all_remarks(plan: PlanFacts) -> Sequence[ShownRemark]:
    """Give every remark of a plan, hidden ones too."""
    wordings = await _wordings_of_today(plan)
    return [wordings.remark(one) for one in await remarks_of(plan.id)]


async def titles_of_texts(plan: UUID) -> Mapping[tuple[UUID, str], str]:
    """Give the titles of all chapters by chapter and language."""
    rows = await fetch(
        "SELECT t.chapter, t.language, t.title FROM chapter_text t "
        "JOIN chapter c ON c.id = t.chapter WHERE c.plan = ?",
        plan,
    )
    return {(row["chapter"], row["language"]): row["title"] for row in rows}


async def _wordings_of_today(plan: PlanFacts) -> Wordings:
    rows = await fetch(
        "SELECT t.chapter, t.language, t.text FROM chapter_text t "
        "JOIN chapter c ON c.id = t.chapter WHERE c.plan = ?",
        plan.id,
    )
    texts = {(row["chapter"], row["language"]): row["text"] for row in rows}
    return await wordings_for(texts, line_length=plan.line_length)
