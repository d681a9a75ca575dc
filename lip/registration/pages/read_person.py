"""Read the answers of one person into values; what is wrong is said at its field."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from lip.conference.pages.language_names import read_languages
from lip.conference.rules.column import Column
from lip.conference.rules.guest import LIMITS, Guest
from lip.conference.rules.languages import language_tag
from lip.mail.rules.addresses import cleaned, is_usable
from lip.registration.pages.field_names import MOST_LANGUAGES, name_of
from lip.registration.rules.asking import Values, asked, says_something
from lip.registration.rules.field_kinds import FieldKind
from lip.registration.rules.forms import SESSIONS, FieldFacts
from lip.registration.rules.registering import Entrant
from lip.web.forms import Form
from lip.words import _

MOST_CHILDREN: Final = 20
LONGEST: Final = 1000

Read = Callable[[Form, FieldFacts, str], Values]


def read_person(
    form: Form, fields: Sequence[FieldFacts], person: int
) -> tuple[Entrant, Sequence[FieldFacts]]:
    """Read one person, and say what of it is sensitive."""
    answers = {field.key: _read(form, field, person) for field in fields}
    wanted = asked(fields, answers)
    said = {field.key: answers[field.key] for field in wanted}
    for field in wanted:
        if field.required and not any(said[field.key]):
            form.refuse(
                name_of(field.key, person), _("Bitte füllen Sie dieses Feld aus.")
            )
    sensitive = [
        field for field in wanted if field.sensitive and says_something(said[field.key])
    ]
    return _entrant(wanted, said), sensitive


def values_of(guest: Guest, field: FieldFacts) -> Values:
    """Give what somebody has answered before, as her form shows it."""
    value = getattr(guest, field.target)
    if isinstance(value, tuple):
        return value
    if field.kind is FieldKind.CHOICES:
        return tuple(part for part in str(value).split(", ") if part)
    return (str(value),) if value else ()


def _entrant(wanted: Sequence[FieldFacts], said: Mapping[str, Values]) -> Entrant:
    targets = {field.target: _value(field, said[field.key]) for field in wanted}
    sessions = targets.pop(SESSIONS, ())
    targets.pop("", None)
    return Entrant(
        guest=Guest(**targets),
        answers={
            field.id: "\n".join(said[field.key])
            for field in wanted
            if not field.target and any(said[field.key])
        },
        sessions=tuple(UUID(one) for one in sessions),
    )


def _value(field: FieldFacts, values: Values) -> Any:
    match field.target:
        case "spoken_languages" | "interpreting" | "sessions":
            return values
        case "childcare":
            return int(values[0]) if values else 0
        case _:
            return ", ".join(values)


def _read(form: Form, field: FieldFacts, person: int) -> Values:
    name = name_of(field.key, person)
    if field.target == SESSIONS:
        return _uuids(form.all(name))
    return _READERS[field.kind](form, field, name)


def _uuids(texts: Sequence[str]) -> Values:
    found: dict[str, None] = {}
    for text in texts:
        try:
            found[str(UUID(text))] = None
        except ValueError:
            continue
    return tuple(found)


def _limit(field: FieldFacts) -> int:
    known = {column.value: limit for column, limit in LIMITS.items()}
    return known.get(field.target, LONGEST)


def _line(form: Form, field: FieldFacts, name: str) -> Values:
    text = form.text(name, most=_limit(field))
    return (text,) if text else ()


def _lines(form: Form, field: FieldFacts, name: str) -> Values:
    text = form.text(name, most=_limit(field), lines=True)
    return (text,) if text else ()


def _yes_no(form: Form, _field: FieldFacts, name: str) -> Values:
    text = form.raw(name)
    return (text,) if text in {"yes", "no"} else ()


def _choices(form: Form, field: FieldFacts, name: str) -> Values:
    known = [option.value for option in field.options]
    sent = [text for text in form.all(name) if text]
    if any(text not in known for text in sent):
        form.refuse(name, _("Bitte wählen Sie einen der Werte aus der Liste."))
    chosen = tuple(value for value in known if value in sent)
    return chosen if field.kind is FieldKind.CHOICES else chosen[:1]


def _number(form: Form, field: FieldFacts, name: str) -> Values:
    most = MOST_CHILDREN if field.target == "childcare" else 10_000
    value = form.whole_number(name, most=most)
    return (str(value),) if form.raw(name).strip() else ()


def _day(form: Form, _field: FieldFacts, name: str) -> Values:
    day = form.day(name)
    return (day.isoformat(),) if day else ()


def _email(form: Form, _field: FieldFacts, name: str) -> Values:
    address = cleaned(form.text(name, most=LIMITS[Column.EMAIL]))
    if address and not is_usable(address):
        form.refuse(name, _("„%(text)s“ ist keine E-Mail-Adresse.", text=address))
    return (address,) if address else ()


def _language(form: Form, _field: FieldFacts, name: str) -> Values:
    tag = form.text(name, most=35)
    if tag and language_tag(tag) != tag:
        form.refuse(name, _("Bitte wählen Sie einen der Werte aus der Liste."))
        return ()
    return (tag,) if tag else ()


def _languages(form: Form, _field: FieldFacts, name: str) -> Values:
    ticked = [tag for tag in form.all(name) if language_tag(tag) == tag]
    others, unknown = read_languages(form.text(f"{name}_more", most=200))
    if unknown:
        said = ", ".join(unknown)
        form.refuse(name, _("Die Sprache „%(name)s“ ist nicht bekannt.", name=said))
    return tuple(dict.fromkeys([*ticked, *others]))[:MOST_LANGUAGES]


_READERS: Mapping[FieldKind, Read] = {
    FieldKind.LINE: _line,
    FieldKind.LINES: _lines,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choices,
    FieldKind.CHOICES: _choices,
    FieldKind.NUMBER: _number,
    FieldKind.DAY: _day,
    FieldKind.EMAIL: _email,
    FieldKind.PHONE: _line,
    FieldKind.LANGUAGE: _language,
    FieldKind.LANGUAGES: _languages,
}
