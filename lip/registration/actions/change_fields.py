"""Add fields to a form, change, move and remove them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.registration.queries.forms import fields_of
from lip.registration.queries.stored import dump_condition, dump_options
from lip.registration.rules.form_building import (
    MOST_FIELDS,
    depending_on,
    is_ordered,
    key_of,
    moved,
    problems,
)
from lip.registration.rules.forms import FieldFacts
from lip.registration.tables import Answer, FormField


def field_in(fields: Sequence[FieldFacts], one: UUID) -> FieldFacts:
    """Find a field among those of its form, or raise NotFound."""
    found = next((field for field in fields if field.id == one), None)
    if found is None:
        raise NotFound("unknown_field")
    return found


async def answers_to(field: UUID) -> int:
    """Count the answers to a field that are kept by themselves."""
    (row,) = await fetch("SELECT count(*) AS number FROM answer WHERE field = ?", field)
    return int(row["number"])


async def add_field(
    conference: ConferenceFacts, draft: FieldFacts, *, by: Actor, now: datetime
) -> UUID:
    """Add a field at the end; its id is that of the draft, so that twice is once."""
    async with transaction():
        await lock_conference(conference)
        fields = await fields_of(conference)
        if any(one.id == draft.id for one in fields):
            return draft.id
        if len(fields) >= MOST_FIELDS:
            raise Unusable("too_many_fields", most=MOST_FIELDS)
        taken = {one.key for one in fields}
        field = replace(
            draft, key=key_of(draft.label, taken), position=_last(fields) + 1
        )
        _check(field, fields)
        row = FormField(id=field.id, conference=conference.id, **_columns(field))
        await FormField.insert(row)
        await _note(Act.FIELD_ADDED, conference, field, by=by, now=now)
    return field.id


async def change_field(
    conference: ConferenceFacts, draft: FieldFacts, *, by: Actor, now: datetime
) -> bool:
    """
    Change a field; key and place stay. Tell whether anything is different now.

    Answers keep what they say: their date of deletion follows the new number of days.
    """
    async with transaction():
        await lock_conference(conference)
        fields = await fields_of(conference)
        there = field_in(fields, draft.id)
        field = replace(draft, key=there.key, position=there.position)
        if field == there:
            return False
        _check(field, [one for one in fields if one.id != field.id])
        await _keep_answers(there, field, conference)
        await FormField.update(_columns(field)).where(FormField.id == field.id)
        await _note(Act.FIELD_CHANGED, conference, field, by=by, now=now)
    return True


async def move_field(
    conference: ConferenceFacts, one: UUID, steps: int, *, by: Actor, now: datetime
) -> None:
    """Move a field up or down; never before the one that it depends on."""
    async with transaction():
        await lock_conference(conference)
        fields = await fields_of(conference)
        field = field_in(fields, one)
        order = moved(fields, field.key, steps)
        if [each.id for each in order] == [each.id for each in fields]:
            return
        if not is_ordered(order):
            raise Conflict("field_condition_not_before")
        for each in order:
            await FormField.update({FormField.position: each.position}).where(
                FormField.id == each.id
            )
        await _note(Act.FIELD_CHANGED, conference, field, by=by, now=now)


async def remove_field(
    conference: ConferenceFacts, one: UUID, *, answers: int, by: Actor, now: datetime
) -> None:
    """
    Remove a field with its answers, of which the organiser has seen the number.

    If more have come since, nothing is removed and Conflict is raised.
    """
    async with transaction():
        await lock_conference(conference)
        fields = await fields_of(conference)
        field = field_in(fields, one)
        if depending_on(field.key, fields):
            raise Conflict("field_others_depend")
        there = await answers_to(one)
        if there > answers:
            raise Conflict("field_answered_meanwhile", answers=there)
        await FormField.delete().where(FormField.id == one)
        facts: dict[str, str | int | bool | None] = {"answers": there}
        await _note(Act.FIELD_REMOVED, conference, field, facts, by=by, now=now)


def _last(fields: Sequence[FieldFacts]) -> int:
    return max((one.position for one in fields), default=0)


def _check(field: FieldFacts, others: Sequence[FieldFacts]) -> None:
    for problem in problems(field, others):
        raise Unusable(problem.code)
    beside = sorted([*others, field], key=lambda one: one.position)
    for one in depending_on(field.key, beside):
        for problem in problems(one, [each for each in beside if each.id != one.id]):
            if problem.part == "shown_if":
                raise Conflict("field_others_depend")


async def _keep_answers(
    there: FieldFacts, field: FieldFacts, conference: ConferenceFacts
) -> None:
    """Refuse a new kind or place for answers that stand; move their last day."""
    elsewhere = (there.kind, there.target) != (field.kind, field.target)
    if elsewhere and await answers_to(field.id):
        raise Conflict("field_has_answers")
    if there.kept_days != field.kept_days:
        last = max((doors.day for doors in conference.days), default=None)
        days = timedelta(days=field.kept_days)
        until = last + days if last and field.kept_days else None
        await Answer.update({Answer.delete_on: until}).where(Answer.field == field.id)


def _columns(field: FieldFacts) -> dict[Any, Any]:
    return {
        "key": field.key,
        "kind": field.kind.value,
        "target": field.target,
        "label": field.label.dump(),
        "hint": field.hint.dump(),
        "options": dump_options(field.options),
        "shown_if": dump_condition(field.shown_if),
        "required": field.required,
        "sensitive": field.sensitive,
        "purpose": field.purpose.dump(),
        "seen_by": field.seen_by.value,
        "kept_days": field.kept_days,
        "position": field.position,
    }


async def _note(
    act: Act,
    conference: ConferenceFacts,
    field: FieldFacts,
    facts: dict[str, str | int | bool | None] | None = None,
    *,
    by: Actor,
    now: datetime,
) -> None:
    known = {"field": field.key, **(facts or {})}
    await note_of(act, field.id, conference.key, by=by, now=now, facts=known)
