"""The registration form as it is drawn: people, their fields, sessions, groups."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from lip.conference.pages.language_names import languages_offered, said_language
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.guest import LIMITS
from lip.programme.pages.programme_words import in_brief
from lip.programme.rules.sessions import SessionFacts
from lip.registration.documents.notice import consent_words, line_of, picked
from lip.registration.pages.field_names import SIGNED, TONGUES, name_of
from lip.registration.pages.read_person import LONGEST
from lip.registration.queries.places import SessionSeats
from lip.registration.rules.asking import Values, fields_for
from lip.registration.rules.field_kinds import FieldKind
from lip.registration.rules.forms import SESSIONS, FieldFacts, FormFacts
from lip.said import Spoken
from lip.words import _, current_language, language_of, ngettext

Typed = Mapping[str, Values]
"""What one person has typed, by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOption:
    """One answer to choose."""

    value: str
    label: Spoken
    note: str = ""
    full: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """One question as it is drawn, with all that is said of it."""

    name: str
    kind: str
    label: Spoken
    hint: Spoken
    purpose: Spoken
    readers: str
    kept: str
    required: bool
    sensitive: bool
    values: Values
    error: str
    options: Sequence[ShownOption] = ()
    more: str = ""
    most: int = 0
    autocomplete: str = ""
    shown_if: str = ""
    only_if: Spoken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """One person of a form; `consent` is the sentence to agree to, if any."""

    number: int
    fields: Sequence[ShownField]
    consent: str
    consent_name: str
    consent_given: bool
    consent_error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The sessions that take sign-ups, and how many places each has left."""

    sessions: Sequence[SessionFacts] = ()
    seats: Mapping[UUID, SessionSeats] | None = None
    waiting_list: bool = True


def shown_person(
    form: FormFacts,
    conference: ConferenceFacts,
    number: int,
    typed: Typed,
    *,
    errors: Mapping[str, str],
    programme: Programme,
    organiser: str,
) -> ShownPerson:
    """Draw the questions for one person, with what has been typed."""
    fields = [
        field
        for field in fields_for(form.fields, number)
        if field.target != SESSIONS or programme.sessions
    ]
    sensitive = [field for field in fields if field.sensitive]
    consent = name_of("consent", number)
    return ShownPerson(
        number=number,
        fields=[
            _shown(field, fields, conference, number, typed, errors, programme)
            for field in fields
        ],
        consent=consent_words(sensitive, conference, organiser),
        consent_name=consent,
        consent_given=bool(typed.get("consent")),
        consent_error=errors.get(consent, ""),
    )


def _shown(
    field: FieldFacts,
    fields: Sequence[FieldFacts],
    conference: ConferenceFacts,
    number: int,
    typed: Typed,
    errors: Mapping[str, str],
    programme: Programme,
) -> ShownField:
    line = line_of(field, conference)
    name = name_of(field.key, number)
    values = typed.get(field.key, _first_values(field))
    return ShownField(
        name=name,
        kind="sessions" if field.target == SESSIONS else field.kind.value,
        label=line.label,
        hint=picked(field.hint, conference),
        purpose=line.purpose,
        readers=line.readers,
        kept=line.kept,
        required=field.required,
        sensitive=field.sensitive,
        values=values,
        error=errors.get(name, ""),
        options=_options(field, conference, values, programme),
        more=" ".join(typed.get(f"{field.key}_more", ())),
        most=_most(field),
        autocomplete=_AUTOCOMPLETE.get(field.target, "") if number == 1 else "off",
        **_condition(field, fields, conference, number),
    )


_AUTOCOMPLETE: Mapping[str, str] = {
    "given_name": "given-name",
    "family_name": "family-name",
    "organisation": "organization",
    "email": "email",
    "phone": "tel",
}


def _most(field: FieldFacts) -> int:
    known = {column.value: limit for column, limit in LIMITS.items()}
    return known.get(field.target, LONGEST)


def _first_values(field: FieldFacts) -> Values:
    return (current_language(),) if field.target == "language" else ()


def _condition(
    field: FieldFacts,
    fields: Sequence[FieldFacts],
    conference: ConferenceFacts,
    number: int,
) -> dict[str, Any]:
    condition = field.shown_if
    other = next(
        (one for one in fields if condition and one.key == condition.key), None
    )
    if condition is None or other is None:
        return {}
    wanted = [name_of(other.key, number), list(condition.values)]
    return {
        "shown_if": json.dumps(wanted, ensure_ascii=False),
        "only_if": picked(other.label, conference),
    }


def _options(
    field: FieldFacts,
    conference: ConferenceFacts,
    values: Values,
    programme: Programme,
) -> Sequence[ShownOption]:
    if field.target == SESSIONS:
        return [
            session_option(one, conference, programme) for one in programme.sessions
        ]
    match field.kind:
        case FieldKind.LANGUAGE:
            return _languages(values, current_language())
        case FieldKind.LANGUAGES:
            tags = (SIGNED, *TONGUES) if field.target == "interpreting" else TONGUES
            wanted = dict.fromkeys((*tags, *values))
            return [_tongue(tag, current_language()) for tag in wanted]
        case FieldKind.YES_NO:
            pairs = (("yes", _("Ja")), ("no", _("Nein")))
            return [
                ShownOption(value=key, label=Spoken(text=word)) for key, word in pairs
            ]
        case _:
            return [
                ShownOption(value=one.value, label=picked(one.label, conference))
                for one in field.options
            ]


@lru_cache(maxsize=64)
def _languages(values: Values, _page_language: str) -> Sequence[ShownOption]:
    """Offer all languages by the names that the reader knows them by."""
    return [
        ShownOption(value=tag, label=Spoken(text=name))
        for tag, name in languages_offered(*values)
    ]


@lru_cache(maxsize=512)
def _tongue(tag: str, _page_language: str) -> ShownOption:
    """Offer a language by its own name, and by the one that the reader knows."""
    own, known = language_of(tag).name, said_language(tag)
    return ShownOption(
        value=tag,
        label=Spoken(text=own, lang=tag),
        note=known if known.casefold() != own.casefold() else "",
    )


def session_option(
    one: SessionFacts, conference: ConferenceFacts, programme: Programme
) -> ShownOption:
    """Offer a session with its time, its room and its places."""
    said = in_brief(one, conference)
    seats = (programme.seats or {}).get(one.id)
    free = seats.free if seats else None
    parts = [f"{said.begins}–{said.ends}", said.room, places_words(free)]
    full = free == 0
    if full and programme.waiting_list:
        parts[-1] = _("voll, Sie kommen auf die Warteliste")
    return ShownOption(
        value=str(one.id),
        label=said.title,
        note=" · ".join(part for part in parts if part),
        full=full,
    )


def places_words(free: int | None) -> str:
    """Say how many places are left; nothing where nobody counts."""
    if free is None:
        return ""
    if not free:
        return _("alle Plätze vergeben")
    return ngettext("noch %(num)s Platz", "noch %(num)s Plätze", free)
