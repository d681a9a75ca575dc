"""The usual form, made by one click."""

from datetime import UTC, datetime

import pytest

from lip.journal.rules.entries import COMMAND
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.queries.forms import form_of
from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.forms import Condition
from tests.factories import make_conference
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)


async def test_a_conference_without_a_form_has_none(db):
    conference = await make_conference()

    assert await form_of(conference) is None


async def test_the_usual_form_asks_for_little_and_says_what_for(db):
    conference = await make_conference(needs_kept_days=10)

    made = await make_usual_form(conference, by=COMMAND, now=NOW)

    form = await form_of(conference)
    assert made
    assert [field.key for field in form.fields if field.required] == ["given_name"]
    assert all(field.purpose.pick("de") for field in form.fields)
    assert {field.key for field in form.fields if field.sensitive} == {
        "access",
        "diet",
    }
    assert {field.kept_days for field in form.fields if field.is_need} == {10}


async def test_fields_come_back_as_they_were_written(db):
    conference = await make_conference()
    await make_usual_form(conference, by=COMMAND, now=NOW)

    form = await form_of(conference)

    ages, diet = form.field("ages"), form.field("diet")
    assert ages.shown_if == Condition(key="childcare")
    assert diet.kind is FieldKind.CHOICES
    assert diet.seen_by is Reader.KITCHEN
    assert "halal" in {option.value for option in diet.options}
    assert diet.options[0].label["de"] == "vegetarisch"


async def test_making_it_twice_changes_nothing(db):
    conference = await make_conference()
    await make_usual_form(conference, by=COMMAND, now=NOW)
    before = await form_of(conference)

    again = await make_usual_form(conference, by=COMMAND, now=NOW)

    assert not again
    assert await form_of(conference) == before


async def test_a_form_is_read_in_three_queries(db):
    conference = await make_conference()
    await make_usual_form(conference, by=COMMAND, now=NOW)

    with counted_queries() as queries:
        await form_of(conference)

    assert len(queries) == 3
