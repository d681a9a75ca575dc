"""Organisers set, open and close the form, and build it."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.conference.rules.stages import Stage
from lip.database import fetch
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.registration.actions.change_fields import (
    add_field,
    change_field,
    move_field,
    remove_field,
)
from lip.registration.actions.change_form import (
    change_form,
    close_form,
    needed_form,
    open_form,
)
from lip.registration.actions.change_groups import (
    add_group,
    change_group,
    remove_group,
)
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.queries.forms import fields_of, form_of, groups_of
from lip.registration.rules.field_kinds import FieldKind
from lip.registration.rules.forms import Condition, FieldFacts, GroupFacts, Option
from lip.registration.rules.registering import RegisteredParty
from lip.registration.rules.settings import is_open, settings_of
from lip.registration.tables import Answer
from lip.said import Said
from tests.factories import clock, make_conference
from tests.lip.registration.parties import (
    NOW,
    make_form,
    make_group,
    registered,
    standings,
)

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("db")]

WHY = Said.of(de="Damit es klappt.")
BY = {"by": COMMAND, "now": NOW}


def question(label: str = "Größe", **parts) -> FieldFacts:
    said = {"kind": FieldKind.LINE, "label": Said.of(de=label), "purpose": WHY} | parts
    return FieldFacts(id=uuid4(), key="", **said)


async def a_conference(**said):
    return await make_conference("eins", now=NOW, **said)


async def test_more_seats_let_people_move_up_and_fewer_take_nobody_her_place():
    place = await a_conference()
    await make_form(place, seats=1)
    for minute, name in enumerate(("Ada", "Ben", "Cem")):
        await registered(place, name, now=NOW + timedelta(minutes=minute))
    form = await needed_form(place)

    moved = await change_form(place, replace(settings_of(form), seats=2), **BY)
    after_more = await standings(place)
    await change_form(place, replace(settings_of(form), seats=0), **BY)

    assert moved == 1
    assert after_more == {"Ada": "has", "Ben": "has", "Cem": "waits"}
    assert await standings(place) == after_more


async def test_opening_and_closing_now_leaves_one_moment_each():
    place = await a_conference()
    await make_form(place, closes_at=NOW - timedelta(days=1))

    await open_form(place, **BY)
    opened = await needed_form(place)
    await close_form(place, by=COMMAND, now=NOW + timedelta(hours=1))
    closed = await needed_form(place)

    assert is_open(opened, NOW)
    assert opened.closes_at is None
    assert not is_open(closed, NOW + timedelta(hours=1))


async def test_a_form_cannot_close_before_it_opens():
    place = await a_conference()
    await make_form(place)
    form = await needed_form(place)
    wrong = replace(
        settings_of(form), opens_at=NOW, closes_at=NOW - timedelta(minutes=1)
    )

    with pytest.raises(Unusable, match="registration_closes_too_early"):
        await change_form(place, wrong, **BY)


async def test_a_question_is_added_once_with_a_key_of_its_own():
    place = await a_conference()
    await make_usual_form(place, **BY)
    draft = question()

    await add_field(place, draft, **BY)
    await add_field(place, draft, **BY)
    await add_field(place, question(), **BY)

    keys = [one.key for one in await fields_of(place)]
    assert keys[-2:] == ["groesse", "groesse-2"]
    acts = [entry.act for entry in await entries(Filter(scope="eins"), limit=20)]
    assert acts.count(Act.FIELD_ADDED) == 2


async def test_a_question_stays_behind_the_one_it_depends_on():
    place = await a_conference()
    await make_form(place)
    first = question("Erste", kind=FieldKind.YES_NO)
    await add_field(place, first, **BY)
    second = question("Zweite", shown_if=Condition(key="erste", values=("yes",)))
    await add_field(place, second, **BY)

    with pytest.raises(Conflict, match="field_condition_not_before"):
        await move_field(place, second.id, -1, **BY)
    with pytest.raises(Conflict, match="field_others_depend"):
        await remove_field(place, first.id, answers=0, **BY)
    options = tuple(Option(value=one, label=Said.of(de=one)) for one in ("a", "b"))
    other = replace(first, kind=FieldKind.CHOICE, options=options)
    with pytest.raises(Conflict, match="field_others_depend"):
        await change_field(place, other, **BY)

    assert [one.key for one in await fields_of(place)] == ["erste", "zweite"]


async def test_a_removed_question_takes_as_many_answers_as_were_announced():
    place = await a_conference()
    await make_form(place)
    field = question()
    await add_field(place, field, **BY)
    party = await registered(place, "Ada")
    assert isinstance(party, RegisteredParty)
    await Answer.insert(
        Answer(id=uuid4(), participant=party.people[0], field=field.id, value="M")
    )

    with pytest.raises(Conflict, match="field_answered_meanwhile"):
        await remove_field(place, field.id, answers=0, **BY)
    await remove_field(place, field.id, answers=1, **BY)

    assert await fields_of(place) == ()
    assert await fetch("SELECT id FROM answer") == []


async def test_with_answers_the_kind_stays_and_the_last_day_moves():
    place = await a_conference()
    await make_form(place)
    field = question(kept_days=10)
    await add_field(place, field, **BY)
    party = await registered(place, "Ada")
    assert isinstance(party, RegisteredParty)
    await Answer.insert(
        Answer(id=uuid4(), participant=party.people[0], field=field.id, value="M")
    )

    with pytest.raises(Conflict, match="field_has_answers"):
        await change_field(place, replace(field, kind=FieldKind.NUMBER), **BY)
    await change_field(place, replace(field, kept_days=20), **BY)

    (row,) = await fetch("SELECT delete_on FROM answer")
    assert row["delete_on"] == place.days[-1].day + timedelta(days=20)


async def test_a_field_of_another_conference_is_not_there():
    place, other = await a_conference(), await make_conference("zwei", now=NOW)
    await make_form(place)
    field = question()
    await add_field(place, field, **BY)

    for act in (
        change_field(other, field, **BY),
        move_field(other, field.id, 1, **BY),
        remove_field(other, field.id, answers=0, **BY),
    ):
        with pytest.raises(NotFound, match="unknown_field"):
            await act


async def test_a_group_with_more_seats_lets_its_people_move_up():
    place = await a_conference()
    await make_form(place)
    group = await make_group(place, seats=1)
    await registered(place, "Ada", group=group)
    await registered(place, "Ben", group=group)
    (there,) = await groups_of(place)

    moved = await change_group(place, replace(there, seats=5), **BY)

    assert moved == 1
    assert await standings(place) == {"Ada": "has", "Ben": "has"}


async def test_a_group_that_somebody_is_in_stays():
    place = await a_conference()
    await make_form(place)
    full = await make_group(place)
    await registered(place, "Ada", group=full)
    empty = GroupFacts(id=uuid4(), name=Said.of(de="Leer"))
    await add_group(place, empty, **BY)
    await add_group(place, empty, **BY)

    with pytest.raises(Conflict, match="group_has_people"):
        await remove_group(place, full, **BY)
    await remove_group(place, empty.id, **BY)

    assert [one.id for one in await groups_of(place)] == [full]


async def test_there_is_nothing_to_set_without_a_form():
    place = await a_conference()

    with pytest.raises(NotFound, match="no_registration_form"):
        await open_form(place, by=COMMAND, now=clock())
    assert await form_of(place) is None
    assert place.stage is Stage.ANNOUNCED
