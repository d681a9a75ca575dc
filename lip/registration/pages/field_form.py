"""The form of one field: what stands in it, and the field that it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.pages.field_words import OWN
from lip.registration.pages.sent import (
    options_sent,
    rows_of,
    typed_options,
    typed_said,
)
from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.form_building import MOST_KEPT_DAYS
from lip.registration.rules.forms import (
    SESSIONS,
    UNSAID,
    WITH_OPTIONS,
    Condition,
    FieldFacts,
)
from lip.web.forms import Form
from lip.words import _

SAID = ("label", "hint", "purpose")
_USUAL_DAYS = 30


def blank(fields: Sequence[FieldFacts]) -> FieldFacts:
    """Make an empty field behind the others."""
    last = max((one.position for one in fields), default=0)
    return FieldFacts(
        id=uuid4(),
        key="",
        kind=FieldKind.LINE,
        label=UNSAID,
        kept_days=_USUAL_DAYS,
        position=last + 1,
    )


def values_of(field: FieldFacts) -> Mapping[str, object]:
    """Write a field as the values of the form."""
    wanted = field.shown_if
    chosen = [f"{wanted.key}={value}" for value in wanted.values] if wanted else []
    return {
        "id": str(field.id),
        "kind": field.kind.value,
        "target": field.target or OWN,
        "label": field.label,
        "hint": field.hint,
        "purpose": field.purpose,
        "rows": rows_of(field.options),
        "shown_if": chosen or ([f"{wanted.key}="] if wanted else []),
        "required": field.required,
        "sensitive": field.sensitive,
        "seen_by": field.seen_by.value,
        "kept_days": str(field.kept_days),
    }


def typed(form: Form) -> Mapping[str, object]:
    """Give what was typed, to show it again."""
    return {
        "id": form.raw("id")[:40],
        **{name: form.raw(name)[:60] for name in ("kind", "target", "seen_by")},
        **{name: typed_said(form, name) for name in SAID},
        "rows": typed_options(form) or rows_of(()),
        "shown_if": form.all("shown_if"),
        "required": form.ticked("required"),
        "sensitive": form.ticked("sensitive"),
        "kept_days": form.raw("kept_days")[:10],
    }


def read_field(
    form: Form, field: FieldFacts, conference: ConferenceFacts
) -> FieldFacts | None:
    """Read what was sent over a field; None where it cannot be read."""
    kind = form.choice("kind", FieldKind, default=FieldKind.LINE)
    target = form.text("target", most=40)
    target = "" if target == OWN else target
    shown_if = _condition(form)
    with_options = kind in WITH_OPTIONS and target != SESSIONS
    draft = replace(
        field,
        id=field.id if field.key else _id(form, field),
        kind=kind,
        target=target,
        label=form.said("label", most=200),
        hint=form.said("hint", most=500),
        purpose=form.said("purpose", most=500),
        options=options_sent(form, conference.language) if with_options else (),
        shown_if=shown_if,
        required=form.ticked("required"),
        sensitive=form.ticked("sensitive"),
        seen_by=form.choice("seen_by", Reader, default=Reader.ORGANISERS),
        kept_days=form.whole_number("kept_days", most=MOST_KEPT_DAYS),
    )
    return None if form.errors else draft


def _id(form: Form, field: FieldFacts) -> UUID:
    """Take the id of a new field from its form, so that it is added once."""
    try:
        return UUID(form.raw("id"))
    except ValueError:
        return field.id


def _condition(form: Form) -> Condition | None:
    chosen = [one.partition("=") for one in form.all("shown_if") if "=" in one]
    if not chosen:
        return None
    keys = {key for key, _sign, _value in chosen}
    if len(keys) > 1:
        form.refuse(
            "shown_if",
            _("Bitte wählen Sie Antworten auf nur eine frühere Frage."),
        )
    values = tuple(value for _key, _sign, value in chosen if value)
    any_answer = any(not value for _key, _sign, value in chosen)
    return Condition(key=keys.pop(), values=() if any_answer else values)
