"""Answers for the grant are counted, and nothing else is kept."""

import asyncio
from uuid import uuid4

import pytest

from lip.database import fetch
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.statistics import (
    add_question,
    change_question,
    count_answers,
    remove_question,
    take_back,
)
from lip.registration.queries.statistics import questions_of
from lip.registration.rules.forms import Option
from lip.said import Said
from tests.factories import make_conference
from tests.lip.registration.parties import NOW

pytestmark = pytest.mark.anyio

BY = {"by": COMMAND, "now": NOW}
TEXT = Said.of(de="Wo wohnen Sie?")


def options(*values: str) -> list[Option]:
    return [Option(value=one, label=Said.of(de=one)) for one in values]


async def a_question(place, *values: str):
    one = uuid4()
    await add_question(
        place, TEXT, options(*(values or ("Nord", "Süd"))), one=one, **BY
    )
    return one


@pytest.mark.usefixtures("db")
async def test_an_answer_raises_one_number_and_leaves_no_row_and_no_time():
    place = await make_conference("eins", now=NOW)
    one = await a_question(place)
    before = await fetch("SELECT count(*) AS n FROM statistic_count")
    journal = await fetch("SELECT count(*) AS n FROM journal_entry")

    await count_answers(place.id, {one: "Nord"})
    await count_answers(place.id, {one: "unsaid"})

    (question,) = await questions_of(place.id)
    assert question.numbers == (1, 0, 1)
    assert await fetch("SELECT count(*) AS n FROM statistic_count") == before
    assert await fetch("SELECT count(*) AS n FROM journal_entry") == journal
    (row, *_others) = await fetch("SELECT * FROM statistic_count")
    assert set(row) == {"id", "question", "option", "number"}


@pytest.mark.usefixtures("db")
async def test_what_nobody_asked_is_not_counted():
    place = await make_conference("eins", now=NOW)
    other = await make_conference("zwei", now=NOW)
    one = await a_question(place)

    assert await count_answers(place.id, {one: "West"}) == 0
    assert await count_answers(place.id, {uuid4(): "Nord"}) == 0
    assert await count_answers(other.id, {one: "Nord"}) == 0


@pytest.mark.usefixtures("db")
async def test_a_slip_is_taken_back_and_never_below_nought():
    place = await make_conference("eins", now=NOW)
    one = await a_question(place)
    await count_answers(place.id, {one: "Nord"})

    assert await take_back(place.id, one, "Nord")
    assert not await take_back(place.id, one, "Nord")

    (question,) = await questions_of(place.id)
    assert question.numbers == (0, 0, 0)


@pytest.mark.usefixtures("db")
async def test_an_answered_question_keeps_its_options_and_may_be_worded_anew():
    place = await make_conference("eins", now=NOW)
    one = await a_question(place)
    await change_question(place, one, TEXT, options("Nord", "Süd", "Mitte"), **BY)
    await count_answers(place.id, {one: "Mitte"})

    with pytest.raises(Conflict, match="question_has_answers"):
        await change_question(place, one, TEXT, options("Nord", "Süd"), **BY)
    reworded = Said.of(de="In welchem Stadtteil wohnen Sie?")
    await change_question(place, one, reworded, options("Nord", "Süd", "Mitte"), **BY)

    (question,) = await questions_of(place.id)
    assert (question.text, question.numbers) == (reworded, (0, 0, 1, 0))


@pytest.mark.usefixtures("db")
async def test_a_question_needs_words_and_different_answers():
    place = await make_conference("eins", now=NOW)

    for text, given, code in (
        (Said(), options("a", "b"), "question_needs_text"),
        (TEXT, options("a"), "question_needs_options"),
        (TEXT, options("a", "a"), "question_option_twice"),
    ):
        with pytest.raises(Unusable, match=code):
            await add_question(place, text, given, one=uuid4(), **BY)


@pytest.mark.usefixtures("db")
async def test_a_removed_question_takes_its_counts():
    place = await make_conference("eins", now=NOW)
    other = await make_conference("zwei", now=NOW)
    one = await a_question(place)

    with pytest.raises(NotFound, match="unknown_question"):
        await remove_question(other, one, **BY)
    await remove_question(place, one, **BY)

    assert await fetch("SELECT id FROM statistic_count") == []


@pytest.mark.usefixtures("committed_db")
async def test_answers_at_once_are_all_counted():
    place = await make_conference("eins", now=NOW)
    one = await a_question(place)

    await asyncio.gather(*(count_answers(place.id, {one: "Nord"}) for _ in range(40)))

    (question,) = await questions_of(place.id)
    assert question.numbers == (40, 0, 0)
