"""Fields of a form in words: kinds, readers, targets, conditions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lip.conference.files.wording import label as column_label
from lip.conference.rules.column import Column
from lip.registration.documents.notice import READERS
from lip.registration.rules.field_kinds import FieldKind
from lip.registration.rules.form_building import TARGETS, values_of
from lip.registration.rules.forms import SESSIONS, FieldFacts
from lip.words import N_, _, current_language

KINDS: Final[Mapping[FieldKind, str]] = {
    FieldKind.LINE: N_("eine Zeile Text"),
    FieldKind.LINES: N_("mehrere Zeilen Text"),
    FieldKind.YES_NO: N_("ja oder nein"),
    FieldKind.CHOICE: N_("eine Antwort aus einer Liste"),
    FieldKind.CHOICES: N_("mehrere Antworten aus einer Liste"),
    FieldKind.NUMBER: N_("eine Zahl"),
    FieldKind.DAY: N_("ein Datum"),
    FieldKind.EMAIL: N_("eine E-Mail-Adresse"),
    FieldKind.PHONE: N_("eine Telefonnummer"),
    FieldKind.LANGUAGE: N_("eine Sprache"),
    FieldKind.LANGUAGES: N_("mehrere Sprachen"),
}


OWN: Final = "own"
"""How the form says that an answer fills no column of the guest list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """A field as it stands in the list."""

    field: FieldFacts
    kind: str
    target: str
    seen_by: str
    condition: str
    options: Sequence[tuple[str, str]]
    first: bool
    last: bool


def kinds() -> list[tuple[str, str]]:
    """Offer the kinds of fields."""
    return [(kind.value, _(word)) for kind, word in KINDS.items()]


def readers() -> list[tuple[str, str]]:
    """Offer who may see an answer."""
    return [(reader.value, _(word)) for reader, word in READERS.items()]


def targets() -> list[tuple[str, str]]:
    """Offer what an answer can fill on the guest list."""
    return [(OWN, _("eigene Frage")), *((one, target_label(one)) for one in TARGETS)]


def target_label(target: str) -> str:
    """Name the place on the guest list that an answer fills."""
    if not target:
        return ""
    if target == SESSIONS:
        return _("Programmpunkte")
    return column_label(Column(target))


def conditions(before: Sequence[FieldFacts]) -> list[tuple[str, str]]:
    """Offer the answers to earlier fields on which a field may depend."""
    offered: list[tuple[str, str]] = []
    for field in before:
        name = field.label.pick(current_language()).text
        known = values_of(field)
        offered.append((f"{field.key}=", _("„%(field)s“ ist beantwortet", field=name)))
        offered.extend(
            (f"{field.key}={value}", _condition(name, value_label(field, value)))
            for value in known
        )
    return offered


def condition_of(field: FieldFacts, fields: Sequence[FieldFacts]) -> str:
    """Say when a field is asked; empty where it always is."""
    if field.shown_if is None:
        return ""
    wanted = field.shown_if
    other = next((one for one in fields if one.key == wanted.key), None)
    if other is None:
        return ""
    name = other.label.pick(current_language()).text
    if not wanted.values:
        return _("„%(field)s“ ist beantwortet", field=name)
    values = ", ".join(value_label(other, value) for value in wanted.values)
    return _condition(name, values)


def value_label(field: FieldFacts, value: str) -> str:
    """Say a stored value as people chose it."""
    if field.kind is FieldKind.YES_NO:
        return _("ja") if value == "yes" else _("nein")
    found = next((one for one in field.options if one.value == value), None)
    return found.label.pick(current_language()).text if found else value


def lines_of(fields: Sequence[FieldFacts]) -> Sequence[FieldLine]:
    """Put all fields of a form into lines."""
    return [
        FieldLine(
            field=field,
            kind=_(KINDS[field.kind]),
            target=target_label(field.target),
            seen_by=_(READERS[field.seen_by]),
            condition=condition_of(field, fields),
            options=[
                (one.value, value_label(field, one.value)) for one in field.options
            ],
            first=place == 0,
            last=place == len(fields) - 1,
        )
        for place, field in enumerate(fields)
    ]


def _condition(field: str, values: str) -> str:
    return _("„%(field)s“ ist: %(values)s", field=field, values=values)
