"""
What a registration form may ask, and how.

Nobody must have an e-mail address or a telephone, so neither may be required. What is
sensitive is never required and is deleted soon after the conference. A question may
depend on an earlier one only, so that no circle arises and nobody waits for it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.forms import SESSIONS, WITH_OPTIONS, FieldFacts
from lip.said import Said

MOST_FIELDS: Final = 60
MOST_KEPT_DAYS: Final = 3650
MOST_KEPT_SENSITIVE: Final = 90
"""So many days after the last day, sensitive answers are gone at the latest."""

_LINE, _LINES = FieldKind.LINE, FieldKind.LINES
_ONE, _SEVERAL = FieldKind.CHOICE, FieldKind.CHOICES

TARGETS: Final[Mapping[str, frozenset[FieldKind]]] = {
    "given_name": frozenset({_LINE}),
    "family_name": frozenset({_LINE}),
    "badge_name": frozenset({_LINE}),
    "organisation": frozenset({_LINE, _ONE}),
    "role": frozenset({_LINE, _ONE}),
    "email": frozenset({FieldKind.EMAIL}),
    "phone": frozenset({FieldKind.PHONE}),
    "language": frozenset({FieldKind.LANGUAGE}),
    "spoken_languages": frozenset({FieldKind.LANGUAGES}),
    "workshop": frozenset({_LINE, _ONE}),
    "note": frozenset({_LINE, _LINES}),
    SESSIONS: frozenset({_SEVERAL}),
    "interpreting": frozenset({FieldKind.LANGUAGES, FieldKind.LANGUAGE}),
    "childcare": frozenset({FieldKind.NUMBER}),
    "access": frozenset({_LINE, _LINES, _ONE, _SEVERAL}),
    "diet": frozenset({_LINE, _LINES, _ONE, _SEVERAL}),
}
"""What an answer can fill on the guest list, and which kinds of field can do so."""

YES_NO_VALUES: Final = ("yes", "no")
_KEY_LENGTH: Final = 40
_LETTERS: Final = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "ı": "i"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a field: at which part of it, and a code."""

    part: str
    code: str


def key_of(label: Said, taken: Collection[str]) -> str:
    """
    Make the key of a field from what it is called.

    >>> key_of(Said.of(de="Größe des T-Shirts"), {"groesse-des-t-shirts"})
    'groesse-des-t-shirts-2'
    """
    words = (_plain(text) for text in label.values())
    stem = next(filter(None, words), "")[:_KEY_LENGTH].strip("-") or "frage"
    key, turn = stem, 1
    while key in taken:
        turn += 1
        key = f"{stem}-{turn}"
    return key


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def problems(field: FieldFacts, others: Sequence[FieldFacts]) -> Sequence[Problem]:
    """List what is wrong with a field, beside the others in their order."""
    found = (
        *_words_missing(field),
        *_wrong_target(field, others),
        *_too_much(field),
        *_wrong_condition(field, fields_before(field, others)),
    )
    return tuple(Problem(part=part, code=code) for part, code in found)


def fields_before(
    field: FieldFacts, others: Sequence[FieldFacts]
) -> Sequence[FieldFacts]:
    """Give the fields that stand before one."""
    return [one for one in others if one.position < field.position]


def _words_missing(field: FieldFacts) -> Iterator[tuple[str, str]]:
    if not any(field.label.values()):
        yield "label", "field_needs_label"
    if not any(field.purpose.values()):
        yield "purpose", "field_needs_purpose"
    if field.kind in WITH_OPTIONS and field.target != SESSIONS:
        if len(field.options) < 2:
            yield "options", "field_needs_options"
        if len({one.value for one in field.options}) < len(field.options):
            yield "options", "field_option_twice"


def _wrong_target(
    field: FieldFacts, others: Sequence[FieldFacts]
) -> Iterator[tuple[str, str]]:
    if not field.target:
        return
    if field.kind not in TARGETS.get(field.target, frozenset()):
        yield "target", "field_target_unfit"
    if any(one.target == field.target for one in others):
        yield "target", "field_target_taken"


def _too_much(field: FieldFacts) -> Iterator[tuple[str, str]]:
    contact = {FieldKind.EMAIL, FieldKind.PHONE}
    if field.required and field.kind in contact:
        yield "required", "field_contact_required"
    if field.required and field.sensitive:
        yield "required", "field_sensitive_required"
    if field.sensitive and field.seen_by is Reader.BADGE:
        yield "seen_by", "field_sensitive_on_badge"
    if field.sensitive and not 1 <= field.kept_days <= MOST_KEPT_SENSITIVE:
        yield "kept_days", "field_sensitive_kept"


def _wrong_condition(
    field: FieldFacts, before: Sequence[FieldFacts]
) -> Iterator[tuple[str, str]]:
    if field.shown_if is None:
        return
    other = next((one for one in before if one.key == field.shown_if.key), None)
    if other is None:
        yield "shown_if", "field_condition_not_before"
        return
    known = values_of(other)
    if known and not set(field.shown_if.values) <= set(known):
        yield "shown_if", "field_condition_unknown_value"


def values_of(field: FieldFacts) -> tuple[str, ...]:
    """Give the values a field can have, if they are few and known."""
    if field.kind is FieldKind.YES_NO:
        return YES_NO_VALUES
    return tuple(one.value for one in field.options)


def depending_on(key: str, fields: Sequence[FieldFacts]) -> Sequence[FieldFacts]:
    """List the fields that are asked only if that of this key says something."""
    return [one for one in fields if one.shown_if and one.shown_if.key == key]


def moved(fields: Sequence[FieldFacts], key: str, steps: int) -> Sequence[FieldFacts]:
    """Move a field up or down; give all fields in their new order and position."""
    order = list(fields)
    place = next(place for place, one in enumerate(order) if one.key == key)
    one = order.pop(place)
    order.insert(min(max(place + steps, 0), len(order)), one)
    return [replace(each, position=at) for at, each in enumerate(order, start=1)]


def is_ordered(fields: Sequence[FieldFacts]) -> bool:
    """Tell whether every condition points to an earlier field."""
    seen: set[str] = set()
    for one in fields:
        if one.shown_if and one.shown_if.key not in seen:
            return False
        seen.add(one.key)
    return True
