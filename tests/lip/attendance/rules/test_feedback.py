"""What is an answer, and what comes out of many."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from lip.attendance.rules.feedback import (
    LONGEST_TEXT,
    Answer,
    Question,
    QuestionKind,
    accepted,
    is_open,
    results_of,
)
from lip.attendance.rules.usual_questions import USUAL
from lip.said import Said

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def question(kind: QuestionKind, *options: str) -> Question:
    return Question(
        id=uuid4(),
        kind=kind,
        label=Said.of(de="Frage"),
        options=tuple((value, Said.of(de=value)) for value in options),
    )


@pytest.mark.parametrize(
    "kind, given, taken",
    [
        (QuestionKind.SCALE, ["4"], ["4"]),
        (QuestionKind.SCALE, ["9"], []),
        (QuestionKind.SCALE, ["4", "2"], ["2"]),
        (QuestionKind.CHOICE, ["a", "b"], ["a"]),
        (QuestionKind.CHOICES, ["b", "a", "nonsense"], ["a", "b"]),
        (QuestionKind.TEXT, ["  schön  "], ["schön"]),
        (QuestionKind.TEXT, [" "], []),
        (QuestionKind.TEXT, [], []),
    ],
)
def test_only_what_was_offered_is_an_answer(kind, given, taken):
    one = question(kind, "a", "b")

    assert [each.value for each in accepted(one, given, language="ar")] == taken


def test_only_words_carry_their_language():
    words = accepted(question(QuestionKind.TEXT), ["شكرًا"], language="ar")
    tick = accepted(question(QuestionKind.SCALE), ["5"], language="ar")

    assert (words[0].language, tick[0].language) == ("ar", "")


def test_a_text_is_cut_where_it_gets_too_long():
    (answer,) = accepted(question(QuestionKind.TEXT), ["x" * 9000], language="de")

    assert len(answer.value) == LONGEST_TEXT


def test_results_name_every_value_also_those_nobody_chose():
    one = question(QuestionKind.SCALE)

    (result,) = results_of([one], {(one.id, "5"): 3, (one.id, "2"): 1}, {})

    assert result.counts == (("1", 0), ("2", 1), ("3", 0), ("4", 0), ("5", 3))
    assert result.answers == 4
    assert result.tenths == 43  # 17 : 4 = 4.25


def test_texts_stand_with_their_question():
    one = question(QuestionKind.TEXT)
    text = Answer(question=one.id, value="schön", language="de")

    (result,) = results_of([one], {}, {one.id: [text]})

    assert result.texts == (text,)
    assert result.tenths is None


@pytest.mark.parametrize(
    "opens, closes, taken",
    [
        (None, None, False),
        (-1, None, True),
        (1, None, False),
        (-2, -1, False),
        (-1, 1, True),
    ],
)
def test_feedback_is_taken_between_its_times(opens, closes, taken):
    hours = [
        None if hour is None else NOON + timedelta(hours=hour)
        for hour in (opens, closes)
    ]

    assert is_open(opens_at=hours[0], closes_at=hours[1], now=NOON) is taken


def test_the_usual_questions_are_few_and_in_three_languages():
    assert len(USUAL) == 6
    for wish in USUAL:
        assert set(wish.label) == {"de", "en", "ar"}
        assert all(set(label) == {"de", "en", "ar"} for _, label in wish.options)


def test_an_unknown_question_has_no_result():
    assert results_of([], {(UUID(int=1), "5"): 3}, {}) == ()
