"""Ask for feedback: the usual questions, own ones, and from when to when."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from lip.attendance.actions.set_terms import set_terms
from lip.attendance.queries.feedback import questions_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.feedback import MOST_QUESTIONS, Question
from lip.attendance.rules.usual_questions import USUAL, QuestionWish
from lip.attendance.tables import FeedbackQuestion
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import lock_rows, transaction
from lip.errors import Conflict, NotFound
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.said import Said


async def ask_usual_questions(
    *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Take the usual questions, where there are none yet."""
    async with transaction():
        await _lock(conference)
        if await questions_of(conference):
            return False
        await _insert(USUAL, conference, first=0)
        await _record(conference, by, now)
    return True


async def save_question(
    question: UUID | None,
    wish: QuestionWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Write a new question, or change the words of one; its kind stays."""
    async with transaction():
        await _lock(conference)
        there = await questions_of(conference)
        if question is None:
            if len(there) >= MOST_QUESTIONS:
                raise Conflict("too_many_questions", most=MOST_QUESTIONS)
            await _insert([wish], conference, first=len(there))
        else:
            known = _find(there, question)
            await FeedbackQuestion.update({
                FeedbackQuestion.label: wish.label.dump(),
                FeedbackQuestion.options: _dumped(_kept(known, wish)),
            }).where(FeedbackQuestion.id == question)
        await _record(conference, by, now)


async def remove_question(
    question: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Remove a question with what was answered to it."""
    async with transaction():
        await _lock(conference)
        _find(await questions_of(conference), question)
        await FeedbackQuestion.delete().where(FeedbackQuestion.id == question)
        await _record(conference, by, now)


async def open_feedback(
    *,
    conference: ConferenceFacts,
    opens_at: datetime | None,
    closes_at: datetime | None,
    intro: Said,
    by: Actor,
    now: datetime,
) -> bool:
    """Set from when to when feedback is taken; an empty beginning closes it."""
    terms = replace(
        await terms_of(conference),
        feedback_opens_at=opens_at,
        feedback_closes_at=closes_at,
        feedback_intro=intro,
    )
    return await set_terms(terms, conference=conference, by=by, now=now)


def _find(there: Sequence[Question], question: UUID) -> Question:
    for one in there:
        if one.id == question:
            return one
    raise NotFound("unknown_question")


def _kept(known: Question, wish: QuestionWish) -> tuple[tuple[str, Said], ...]:
    """Keep the values of the options, so that answers keep their meaning."""
    values = [value for value, _ in known.options]
    fresh = iter(str(number) for number in range(1, 100) if str(number) not in values)
    return tuple(
        (values[place] if place < len(values) else next(fresh), label)
        for place, (_, label) in enumerate(wish.options)
    )


async def _lock(conference: ConferenceFacts) -> None:
    this = Conference.id == conference.id
    await lock_rows(Conference.select(Conference.id).where(this))


async def _insert(
    wishes: Sequence[QuestionWish], conference: ConferenceFacts, *, first: int
) -> None:
    rows = [
        FeedbackQuestion(
            id=uuid4(),
            conference=conference.id,
            kind=wish.kind,
            label=wish.label.dump(),
            options=_dumped(wish.options),
            position=position,
        )
        for position, wish in enumerate(wishes, start=first)
    ]
    await FeedbackQuestion.insert(*rows)


def _dumped(options: Sequence[tuple[str, Said]]) -> str:
    pairs = [[value, dict(label)] for value, label in options]
    return json.dumps(pairs, ensure_ascii=False)


async def _record(conference: ConferenceFacts, by: Actor, now: datetime) -> None:
    await note_of(Act.FEEDBACK_ASKED, conference.id, conference.key, by=by, now=now)
