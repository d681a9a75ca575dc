"""
Give feedback: answers without a sheet, a sheet without answers.

Nothing leads to a person: no ticket, no address, no time finer than the day, and no
entry in the journal, which would say the second. The key of the form is random; sent
twice, it counts once.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import SystemRandom
from uuid import UUID, uuid4

from lip.attendance.queries.feedback import questions_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.feedback import Answer, accepted, is_open
from lip.attendance.tables import FeedbackAnswer
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import TooLate


async def give_feedback(
    given: Mapping[UUID, Sequence[str]],
    *,
    conference: ConferenceFacts,
    language: str,
    now: datetime,
    request: UUID,
) -> bool:
    """Take one sheet; tell whether it was new and said anything at all."""
    terms = await terms_of(conference)
    if not is_open(
        opens_at=terms.feedback_opens_at, closes_at=terms.feedback_closes_at, now=now
    ):
        raise TooLate("feedback_closed")
    answers = [
        answer
        for question in await questions_of(conference)
        for answer in accepted(question, given.get(question.id, ()), language=language)
    ]
    if not answers:
        return False
    async with transaction():
        fresh = await fetch(
            "INSERT INTO feedback_sheet (id, conference, day) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO NOTHING RETURNING id",
            request,
            conference.id,
            now.astimezone(conference.zone).date(),
        )
        if fresh:
            await _write(answers)
    return bool(fresh)


async def _write(answers: Sequence[Answer]) -> None:
    """Write the answers in an order that says nothing."""
    rows = [
        FeedbackAnswer(
            id=uuid4(),
            question=one.question,
            value=one.value,
            language=one.language,
        )
        for one in answers
    ]
    SystemRandom().shuffle(rows)
    await FeedbackAnswer.insert(*rows)
