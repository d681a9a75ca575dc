"""Lists by name, for those who cannot care without knowing for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.registration.pages.field_words import value_label
from lip.registration.queries.needs import Needing
from lip.registration.rules.forms import FieldFacts
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePerson:
    """Somebody who brings children, with what she said of them."""

    number: int
    name: str
    children: int
    answers: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPerson:
    """Somebody who needs access, in her words."""

    number: int
    name: str
    access: str


def care_list(
    people: Sequence[Needing],
    fields: Sequence[FieldFacts],
    answers: Mapping[UUID, Mapping[UUID, str]],
) -> Sequence[CarePerson]:
    """List who brings children."""
    return [
        CarePerson(
            number=one.number,
            name=_named(one),
            children=one.needs.children,
            answers=answered(fields, answers.get(one.needs.participant, {})),
        )
        for one in people
        if one.needs.children
    ]


def access_list(people: Sequence[Needing]) -> Sequence[AccessPerson]:
    """List who needs access."""
    return [
        AccessPerson(number=one.number, name=_named(one), access=one.needs.access)
        for one in people
        if one.needs.access
    ]


def answered(
    fields: Sequence[FieldFacts], answers: Mapping[UUID, str]
) -> list[tuple[str, str]]:
    """Put the answers of one person into words: question and answer."""
    return [
        (field.label.pick(current_language()).text, said_answer(field, value))
        for field in fields
        if (value := answers.get(field.id))
    ]


def said_answer(field: FieldFacts, value: str) -> str:
    """Say an answer as it was chosen."""
    return ", ".join(value_label(field, part) for part in value.split("\n"))


def _named(one: Needing) -> str:
    return one.name or _("Gast %(number)s", number=one.number)
