"""Make a paper for a decision from chapters and measures, as a draft."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Final
from uuid import UUID

from lip.bodies.rules.references import references_in
from lip.errors import NotFound, Unusable
from lip.journal.rules.entries import Actor
from lip.measures.queries.measures import measures_by_id
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import GoalLine
from lip.measures.words import PERIODS
from lip.papers.actions.save_paper import add_paper
from lip.papers.rules.chapter_text import as_section
from lip.papers.rules.drafting import Piece, drafted
from lip.papers.rules.numbers import is_number
from lip.papers.rules.papers import LONGEST_SECTION, CostLine
from lip.plan.queries.chapters import chapter_by_id, text_in, texts_of
from lip.plan.rules.shown import head_of
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
    name = head_of(head.number, text.title)
    words = as_section(text.text, title=text.title)[:LONGEST_SECTION]
    return Piece(name=name, text=words, papers=_numbers_in(words))


def _of_measure(measure: MeasureFacts) -> Piece:
    sheet = measure.sheet
    words = "\n\n".join(
        filter(None, (sheet.summary.pick(LANGUAGE).text, *_goals(sheet.goals)))
    )
    name = sheet.title.pick(LANGUAGE).text
    return Piece(
        name=name,
        text=words,
        is_chapter=False,
        costs=[
            CostLine(
                label=f"{name} ({PERIODS[one.period]})",
                year=str(one.year or ""),
                cents=one.cents,
            )
            for one in sheet.costs
            if one.cents is not None
        ],
        cost_sentences=[
            text for one in sheet.costs if (text := one.sentence.pick(LANGUAGE).text)
        ],
        papers=[
            *(one.paper for one in sheet.council if is_number(one.paper)),
            *_numbers_in(words),
        ],
    )


def _goals(goals: Sequence[GoalLine]) -> Iterator[str]:
    """Give the goals in lists, those of each year under their heading."""
    for year, of_year in groupby(goals, key=attrgetter("year")):
        lines = [f"- {one.text.pick(LANGUAGE).text}" for one in of_year if one.text]
        if lines:
            yield f"**Ziele für {year}:**" if year else "**Ziele:**"
            yield "\n".join(lines)


def _numbers_in(words: str) -> Sequence[str]:
    return [one.reference for one in references_in(words)]
