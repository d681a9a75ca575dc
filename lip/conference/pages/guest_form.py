"""The form of one guest: what stands in it, and the guest that it makes."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from lip.conference.pages.language_names import (
    read_languages,
    said_languages,
)
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.answers import email
from lip.conference.rules.column import Column
from lip.conference.rules.guest import LIMITS, Guest
from lip.conference.rules.languages import language_tag
from lip.web.forms import Form
from lip.words import _, current_language

_TEXTS = (
    *(Column.EXTERNAL_ID, Column.FULL_NAME, Column.GIVEN_NAME, Column.FAMILY_NAME),
    *(Column.BADGE_NAME, Column.ORGANISATION, Column.ROLE, Column.PHONE),
    *(Column.WORKSHOP, Column.ACCESS, Column.DIET, Column.NOTE),
)
_MOST_CHILDREN = 20


def fields_of(guest: Guest) -> Mapping[str, str]:
    """Write a guest as the texts of a form."""
    return {
        **{column.value: getattr(guest, column.value) for column in _TEXTS},
        "email": guest.email,
        "language": guest.language,
        "spoken_languages": said_languages(guest.spoken_languages),
        "interpreting": said_languages(guest.interpreting),
        "childcare": str(guest.childcare or ""),
        "may_vote": "1" if guest.may_vote else "",
        "only_on": guest.only_on.isoformat() if guest.only_on else "",
    }


def typed(form: Form) -> Mapping[str, str]:
    """Give what was typed, to show it again."""
    return {name: form.raw(name) for name in fields_of(Guest())}


def read_guest(form: Form) -> Guest:
    """Read a guest; what is wrong stands in the errors of the form."""
    texts = {
        column.value: form.text(column.value, most=LIMITS[column]) for column in _TEXTS
    }
    return Guest(
        **texts,
        email=_email(form),
        language=_language(form),
        spoken_languages=_languages(form, "spoken_languages"),
        interpreting=_languages(form, "interpreting"),
        childcare=form.whole_number("childcare", most=_MOST_CHILDREN),
        may_vote=form.ticked("may_vote"),
        only_on=form.day("only_on"),
    )


def days_offered(
    conference: ConferenceFacts, present: date | None = None
) -> list[tuple[str, str]]:
    """List the days for which a guest may be registered."""
    days = {doors.day for doors in conference.days} | ({present} - {None})
    locale = current_language().replace("-", "_")
    return [
        ("", _("an allen Tagen")),
        *(
            (day.isoformat(), format_date(day, "full", locale=locale))
            for day in sorted(filter(None, days))
        ),
    ]


def _email(form: Form) -> str:
    text = form.text("email", most=LIMITS[Column.EMAIL])
    address, findings = email(text)
    if findings:
        form.refuse("email", _("„%(text)s“ ist keine E-Mail-Adresse.", text=text))
    return address


def _language(form: Form) -> str:
    tag = form.text("language", most=35)
    if tag and language_tag(tag) != tag:
        form.refuse("language", _("Bitte wählen Sie einen der Werte aus der Liste."))
    return tag


def _languages(form: Form, name: str) -> tuple[str, ...]:
    tags, unknown = read_languages(form.text(name, most=500))
    if unknown:
        form.refuse(
            name,
            _("Die Sprache „%(name)s“ ist nicht bekannt.", name=", ".join(unknown)),
        )
    return tags
