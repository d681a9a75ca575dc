"""Read a whole registration: as many people as it has, their group, their waiting."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.documents.notice import consent_words
from lip.registration.pages.field_names import name_of
from lip.registration.pages.field_views import Programme
from lip.registration.pages.read_person import read_person
from lip.registration.rules.asking import fields_for
from lip.registration.rules.forms import SESSIONS, FieldFacts, FormFacts
from lip.registration.rules.registering import Entrant, PartyWish, overlapping
from lip.web.forms import Form
from lip.words import _, current_language

Typed = Mapping[str, tuple[str, ...]]


def typed_people(form: Form, facts: FormFacts) -> Sequence[Typed]:
    """Give what was typed for each person, to show it again."""
    return [
        {
            key: tuple(value[:2000] for value in form.all(name_of(key, number)))
            for field in facts.fields
            for key in (field.key, f"{field.key}_more", "consent")
        }
        for number in range(1, people_in(form, facts) + 1)
    ]


def people_in(form: Form, facts: FormFacts) -> int:
    """Count the people of a form."""
    text = form.raw("people")
    many = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 1
    return min(max(many, 1), max(facts.most_people, 1))


def people_asked_for(form: Form, facts: FormFacts) -> Sequence[Typed] | None:
    """Add or take away a person, if a button for that was pressed; else None."""
    people = typed_people(form, facts)
    if form.raw("add_person"):
        return [*people, _next(people[0], facts)][: max(facts.most_people, 1)]
    gone = form.raw("remove_person")
    if gone.isascii() and gone.isdecimal():
        kept = [one for place, one in enumerate(people, 1) if place != int(gone)]
        return kept or [{}]
    return None


def _next(first: Typed, facts: FormFacts) -> Typed:
    """Begin a further person with what she most likely has in common."""
    common = {field.key for field in facts.fields if field.target in _COMMON}
    return {key: values for key, values in first.items() if key in common}


_COMMON = {"organisation", "language"}


def read_party(
    form: Form,
    facts: FormFacts,
    conference: ConferenceFacts,
    programme: Programme,
    *,
    organiser: str,
) -> PartyWish:
    """Read a registration; what is wrong stands in the errors of the form."""
    many = people_in(form, facts)
    people = [
        read_one(form, facts, conference, programme, number, organiser=organiser)
        for number in range(1, many + 1)
    ]
    group = _group(form, facts)
    return PartyWish(
        request=form.request_key(),
        people=tuple(people),
        group=group,
        email=people[0].guest.email,
        language=current_language(),
        may_wait=str(group or "") in form.all("full_group"),
        may_wait_for=frozenset(_uuids(form.all("full"))),
    )


def read_one(
    form: Form,
    facts: FormFacts,
    conference: ConferenceFacts,
    programme: Programme,
    number: int,
    *,
    organiser: str,
) -> Entrant:
    """Read one person with her sessions, and what she agrees to."""
    fields = fields_for(facts.fields, number)
    one, sensitive = read_person(form, fields, number)
    one = replace(one, sessions=_sessions(form, fields, one, programme, number))
    if not one.guest.language:
        one = replace(one, guest=replace(one.guest, language=current_language()))
    if not sensitive:
        return one
    name = name_of("consent", number)
    if not form.ticked(name):
        form.refuse(
            name,
            _(
                "Bitte setzen Sie hier einen Haken, oder lassen Sie diese Fragen leer: "
                "%(questions)s.",
                questions=", ".join(
                    field.label.pick(current_language(), conference.language).text
                    for field in sensitive
                ),
            ),
        )
    shown = [field for field in fields if field.sensitive]
    return replace(one, consent=consent_words(shown, conference, organiser))


def _sessions(
    form: Form,
    fields: Sequence[FieldFacts],
    one: Entrant,
    programme: Programme,
    number: int,
) -> tuple[UUID, ...]:
    """Keep the sessions that are offered; two at the same time are too many."""
    field = next((field for field in fields if field.target == SESSIONS), None)
    offered = {session.id: session for session in programme.sessions}
    chosen = tuple(session for session in one.sessions if session in offered)
    times = [(each, offered[each].starts_at, offered[each].ends_at) for each in chosen]
    if field is not None and overlapping(times):
        sentence = _(
            "Zwei dieser Programmpunkte sind zur gleichen Zeit. Bitte wählen Sie einen."
        )
        form.refuse(name_of(field.key, number), sentence)
    if field is not None and len(chosen) < len(one.sessions):
        sentence = _("Ein Programmpunkt ist weggefallen. Bitte sehen Sie noch einmal.")
        form.refuse(name_of(field.key, number), sentence)
    return chosen


def _group(form: Form, facts: FormFacts) -> UUID | None:
    groups = facts.open_groups
    if len(groups) == 1:
        return groups[0].id
    chosen = next((one.id for one in groups if str(one.id) == form.raw("group")), None)
    if groups and chosen is None:
        form.refuse("group", _("Bitte wählen Sie, zu welcher Gruppe Sie gehören."))
    return chosen


def _uuids(texts: Collection[str]) -> Sequence[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
