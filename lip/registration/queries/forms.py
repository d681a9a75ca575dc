"""Read registration forms."""

from collections.abc import Mapping
from typing import Any

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.registration.queries.stored import load_condition, load_options
from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.forms import FieldFacts, FormFacts, GroupFacts
from lip.said import Said


async def form_of(conference: ConferenceFacts) -> FormFacts | None:
    """Read the form of a conference with its fields and groups; three queries."""
    rows = await fetch(
        "SELECT * FROM registration_form WHERE conference = ?", conference.id
    )
    if not rows:
        return None
    return _form(rows[0], await fields_of(conference), await groups_of(conference))


async def fields_of(conference: ConferenceFacts) -> tuple[FieldFacts, ...]:
    """Read the fields of a form in their order."""
    rows = await fetch(
        "SELECT * FROM form_field WHERE conference = ? ORDER BY position, key",
        conference.id,
    )
    return tuple(map(_field, rows))


async def groups_of(conference: ConferenceFacts) -> tuple[GroupFacts, ...]:
    """Read the groups of a conference in their order."""
    rows = await fetch(
        "SELECT * FROM participant_group WHERE conference = ? ORDER BY position, id",
        conference.id,
    )
    return tuple(map(_group, rows))


def _form(
    row: Mapping[str, Any],
    fields: tuple[FieldFacts, ...],
    groups: tuple[GroupFacts, ...],
) -> FormFacts:
    return FormFacts(
        conference=row["conference"],
        opens_at=row["opens_at"],
        closes_at=row["closes_at"],
        seats=row["seats"],
        waiting_list=bool(row["waiting_list"]),
        most_people=row["most_people"],
        change_until=row["change_until"],
        intro=Said.load(row["intro"]),
        notice=Said.load(row["notice"]),
        thanks=Said.load(row["thanks"]),
        invitation_subject=Said.load(row["invitation_subject"]),
        invitation_text=Said.load(row["invitation_text"]),
        remind=bool(row["remind"]),
        changed_at=row["changed_at"],
        fields=fields,
        groups=groups,
    )


def _field(row: Mapping[str, Any]) -> FieldFacts:
    return FieldFacts(
        id=row["id"],
        key=row["key"],
        kind=FieldKind(row["kind"]),
        target=row["target"],
        label=Said.load(row["label"]),
        hint=Said.load(row["hint"]),
        options=load_options(row["options"]),
        shown_if=load_condition(row["shown_if"]),
        required=bool(row["required"]),
        sensitive=bool(row["sensitive"]),
        purpose=Said.load(row["purpose"]),
        seen_by=Reader(row["seen_by"]),
        kept_days=row["kept_days"],
        position=row["position"],
    )


def _group(row: Mapping[str, Any]) -> GroupFacts:
    return GroupFacts(
        id=row["id"],
        name=Said.load(row["name"]),
        text=Said.load(row["text"]),
        seats=row["seats"],
        invited_only=bool(row["invited_only"]),
        position=row["position"],
    )
