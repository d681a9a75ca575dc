"""
Ask for the grant and count the answers.

Counting leaves no entry in the journal: its time would tell who answered.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.registration.queries.statistics import questions_of
from lip.registration.queries.stored import dump_options
from lip.registration.rules.forms import Option
from lip.registration.rules.statistics import (
    MOST_QUESTIONS,
    QuestionFacts,
    question_problem,
)
from lip.registration.tables import StatisticCount, StatisticQuestion
from lip.said import Said


async def add_question(
    conference: ConferenceFacts,
    text: Said,
    options: Sequence[Option],
    *,
    one: UUID,
    by: Actor,
    now: datetime,
) -> UUID:
    """Add a question with its counts at nought; the same id twice is one question."""
    if problem := question_problem(text, options):
        raise Unusable(problem)
    async with transaction():
        await lock_conference(conference)
        known = await questions_of(conference.id)
        if any(each.id == one for each in known):
            return one
        if len(known) >= MOST_QUESTIONS:
            raise Unusable("too_many_questions", most=MOST_QUESTIONS)
        position = max((each.position for each in known), default=0) + 1
        question = QuestionFacts(
            id=one, text=text, options=tuple(options), counts={}, position=position
        )
        await StatisticQuestion.insert(
            StatisticQuestion(id=one, conference=conference.id, **_columns(question))
        )
        await _make_counts(question)
        await _note(Act.QUESTION_ADDED, conference, one, by=by, now=now)
    return one


async def change_question(
    conference: ConferenceFacts,
    one: UUID,
    text: Said,
    options: Sequence[Option],
    *,
    by: Actor,
    now: datetime,
) -> None:
    """Word a question anew; once it is answered, its options stay what they are."""
    if problem := question_problem(text, options):
        raise Unusable(problem)
    async with transaction():
        await lock_conference(conference)
        there = question_in(await questions_of(conference.id), one)
        question = QuestionFacts(
            id=one,
            text=text,
            options=tuple(options),
            counts=there.counts,
            position=there.position,
        )
        if question == there:
            return
        if question.values != there.values:
            if there.total:
                raise Conflict("question_has_answers")
            await StatisticCount.delete().where(StatisticCount.question == one)
            await _make_counts(question)
        await StatisticQuestion.update(_columns(question)).where(
            StatisticQuestion.id == one
        )
        await _note(Act.QUESTION_CHANGED, conference, one, by=by, now=now)


async def remove_question(
    conference: ConferenceFacts, one: UUID, *, by: Actor, now: datetime
) -> None:
    """Remove a question with its counts."""
    async with transaction():
        await lock_conference(conference)
        question_in(await questions_of(conference.id), one)
        await StatisticQuestion.delete().where(StatisticQuestion.id == one)
        await _note(Act.QUESTION_REMOVED, conference, one, by=by, now=now)


async def count_answers(conference: UUID, chosen: Mapping[UUID, str]) -> int:
    """Count one person's answers; return how many were counted."""
    counted = 0
    async with transaction():
        for question, option in sorted(chosen.items()):
            counted += len(await _add(conference, question, option, 1))
    return counted


async def take_back(conference: UUID, question: UUID, option: str) -> bool:
    """Take back one answer that was counted by mistake; never below nought."""
    return bool(await _add(conference, question, option, -1))


def question_in(questions: Sequence[QuestionFacts], one: UUID) -> QuestionFacts:
    """Find a question among those of its conference, or raise NotFound."""
    found = next((each for each in questions if each.id == one), None)
    if found is None:
        raise NotFound("unknown_question")
    return found


async def _add(
    conference: UUID, question: UUID, option: str, number: int
) -> Sequence[Mapping[str, Any]]:
    return await fetch(
        "UPDATE statistic_count SET number = number + ? WHERE question = ? "
        "AND option = ? AND number + ? >= 0 AND EXISTS (SELECT 1 FROM "
        "statistic_question q WHERE q.id = question AND q.conference = ?) "
        "RETURNING id",
        number,
        question,
        option,
        number,
        conference,
    )


async def _make_counts(question: QuestionFacts) -> None:
    await StatisticCount.insert(
        *(
            StatisticCount(id=uuid4(), question=question.id, option=value)
            for value in question.values
        )
    )


def _columns(question: QuestionFacts) -> dict[Any, Any]:
    return {
        "text": question.text.dump(),
        "options": dump_options(question.options),
        "position": question.position,
    }


async def _note(
    act: Act, conference: ConferenceFacts, one: UUID, *, by: Actor, now: datetime
) -> None:
    await note_of(act, one, conference.key, by=by, now=now)
