"""Make a paper for a decision from chapters and measures, as a draft."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.errors import NotFound, Unusable
from lip.journal.rules.entries import Actor
from lip.measures.queries.measures import measures_by_id
from lip.measures.rules.measures import MeasureFacts
from lip.papers.actions.save_paper import add_paper
from lip.papers.rules.drafting import Piece, drafted
from lip.papers.rules.numbers import is_number
from lip.papers.rules.papers import LONGEST_SECTION, CostLine
from lip.plan.queries.chapters import chapter_by_id, text_in, texts_of
from lip.subjects import SubjectKind

LANGUAGE: Final = "de"
MOST: Final = 100
"""How many chapters and measures one paper may take up."""


async def draft_paper(
    subjects: Sequence[tuple[SubjectKind, UUID]],
    *,
    reference: str,
    title: str,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> UUID:
    """Make a draft from subjects in their order; the same request makes it once."""
    if not subjects:
        raise Unusable("draft_needs_subjects")
    if len(subjects) > MOST:
        raise Unusable("paper_has_too_many_parts", most=MOST)
    measures = await measures_by_id(
        [one for kind, one in subjects if kind is SubjectKind.MEASURE],
        parts={"costs", "council", "goals"},
    )
    pieces = [
        _of_measure(measures[one]) if one in measures else await _of_chapter(one)
        for _kind, one in subjects
    ]
    wish = drafted(pieces, reference=reference, title=title)
    return await add_paper(wish, by=by, now=now, request=request)


async def _of_chapter(chapter: UUID) -> Piece:
    head = await chapter_by_id(chapter)
    if head.removed:
        raise NotFound("unknown_chapter")
    tags = [one.language for one in (await texts_of([chapter])).get(chapter, ())]
    if not tags:
        return Piece(name=head.number or head.code or head.key, text="")
    text = await text_in(chapter, LANGUAGE if LANGUAGE in tags else tags[0])
    name = f"{head.number} {text.title}".strip()
    return Piece(name=name, text=text.text[:LONGEST_SECTION])


def _of_measure(measure: MeasureFacts) -> Piece:
    sheet = measure.sheet
    goals = [f"- {one.text.pick(LANGUAGE).text}" for one in sheet.goals if one.text]
    words = (sheet.summary.pick(LANGUAGE).text, "\n".join(goals))
    name = sheet.title.pick(LANGUAGE).text
    return Piece(
        name=name,
        text="\n\n".join(filter(None, words)),
        is_chapter=False,
        costs=[
            CostLine(label=name, year=str(one.year or ""), cents=one.cents)
            for one in sheet.costs
            if one.cents is not None
        ],
        cost_sentences=[
            text for one in sheet.costs if (text := one.sentence.pick(LANGUAGE).text)
        ],
        papers=_numbers(one.paper for one in sheet.council),
    )


def _numbers(papers: Iterable[str]) -> Sequence[str]:
    return [one for one in papers if is_number(one)]
