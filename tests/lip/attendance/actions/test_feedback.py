"""Feedback: nothing of it leads to a person, and one form counts once."""

import inspect
import json
from uuid import uuid4

import pytest

from lip.attendance import tables
from lip.attendance.actions.ask_feedback import (
    ask_usual_questions,
    open_feedback,
    remove_question,
    save_question,
)
from lip.attendance.actions.give_feedback import give_feedback
from lip.attendance.queries.feedback import feedback_of, questions_of
from lip.attendance.rules.feedback import MOST_QUESTIONS, QuestionKind
from lip.attendance.rules.usual_questions import QuestionWish
from lip.database import fetch
from lip.errors import Conflict, NotFound, TooLate
from lip.journal.queries import Filter, number_of_entries
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio


@pytest.fixture
async def conference(db):
    """Feedback is open, with the usual questions."""
    place = await make_conference()
    now = clock()
    await ask_usual_questions(conference=place, by=COMMAND, now=now)
    await open_feedback(
        conference=place,
        opens_at=now,
        closes_at=None,
        intro=Said(),
        by=COMMAND,
        now=now,
    )
    return place


async def a_sheet(place, *, key=None, text: str = "", language: str = "de") -> bool:
    questions = await questions_of(place)
    given = {one.id: [one.values[0]] for one in questions if one.values}
    given |= {one.id: [text] for one in questions if not one.values}
    return await give_feedback(
        given,
        conference=place,
        language=language,
        now=clock(),
        request=key or uuid4(),
    )


async def test_answers_are_counted_and_texts_keep_their_language(conference):
    await a_sheet(conference, text="شكرًا", language="ar")
    await a_sheet(conference)

    feedback = await feedback_of(conference)

    assert feedback.sheets == 2
    assert [one.answers for one in feedback.results] == [2, 2, 2, 2, 2, 1]
    (text,) = feedback.results[-1].texts
    assert (text.value, text.language) == ("شكرًا", "ar")


async def test_one_form_sent_twice_counts_once(conference):
    key = uuid4()

    fresh = [await a_sheet(conference, key=key) for _ in range(2)]

    assert fresh == [True, False]
    assert (await feedback_of(conference)).sheets == 1


async def test_an_empty_sheet_is_none(conference):
    taken = await give_feedback(
        {}, conference=conference, language="de", now=clock(), request=uuid4()
    )

    assert taken is False
    assert (await feedback_of(conference)).sheets == 0


async def test_nothing_stored_is_finer_than_a_day_or_names_anybody(conference):
    before = await number_of_entries(Filter())

    await a_sheet(conference, text="schön")

    assert await number_of_entries(Filter()) == before
    (sheet,) = await fetch("SELECT * FROM feedback_sheet")
    answers = await fetch("SELECT * FROM feedback_answer")
    assert set(sheet) == {"id", "conference", "day"}
    assert all(set(one) == {"id", "question", "value", "language"} for one in answers)
    assert len({one["id"] for one in answers} | {sheet["id"]}) == len(answers) + 1


def test_the_tables_have_no_column_that_could_lead_to_a_person():
    columns = {
        column._meta.name
        for name in ("FeedbackSheet", "FeedbackAnswer")
        for column in getattr(tables, name).all_columns()
    }

    assert columns == {"id", "conference", "day", "question", "value", "language"}
    assert "record" not in inspect.getsource(give_feedback)


async def test_nothing_is_taken_before_and_after(conference):
    now = clock()
    await open_feedback(
        conference=conference,
        opens_at=None,
        closes_at=None,
        intro=Said(),
        by=COMMAND,
        now=now,
    )

    with pytest.raises(TooLate, match="feedback_closed"):
        await a_sheet(conference)


async def test_the_usual_questions_are_taken_once(conference):
    again = await ask_usual_questions(conference=conference, by=COMMAND, now=clock())

    assert again is False
    assert len(await questions_of(conference)) == 6


async def test_options_keep_their_meaning_when_their_words_change(conference):
    await a_sheet(conference)
    choice = (await questions_of(conference))[4]
    words = tuple((value, Said.of(de=f"neu {value}")) for value in ("1", "2", "3", "4"))
    wish = QuestionWish(kind=choice.kind, label=Said.of(de="Neu?"), options=words)

    await save_question(choice.id, wish, conference=conference, by=COMMAND, now=clock())

    result = (await feedback_of(conference)).results[4]
    assert result.counts == (("1", 1), ("2", 0), ("3", 0), ("4", 0))
    assert result.question.options[0][1]["de"] == "neu 1"


async def test_a_removed_question_takes_its_answers_along(conference):
    await a_sheet(conference, text="schön")
    question = (await questions_of(conference))[-1]

    await remove_question(question.id, conference=conference, by=COMMAND, now=clock())

    assert len((await feedback_of(conference)).results) == 5
    with pytest.raises(NotFound, match="unknown_question"):
        await remove_question(
            question.id, conference=conference, by=COMMAND, now=clock()
        )


async def test_there_are_never_too_many_questions(conference):
    wish = QuestionWish(kind=QuestionKind.TEXT, label=Said.of(de="Noch was?"))
    for _ in range(MOST_QUESTIONS - 6):
        await save_question(None, wish, conference=conference, by=COMMAND, now=clock())

    with pytest.raises(Conflict, match="too_many_questions"):
        await save_question(None, wish, conference=conference, by=COMMAND, now=clock())


async def test_questions_are_stored_with_all_their_languages(conference):
    (row,) = await fetch("SELECT options FROM feedback_question WHERE kind = 'choice'")

    assert json.loads(row["options"])[0] == [
        "1",
        {"de": "Ja", "en": "Yes", "ar": "نعم"},
    ]
