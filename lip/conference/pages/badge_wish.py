"""Read which badges are wanted from an address, and offer what can be wished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lip.conference.documents.wording import format_label
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.badges import FORMATS, USUAL, BadgeFormat
from lip.conference.rules.printing import (
    Printee,
    PrintOrder,
    Selection,
    Whose,
    chosen,
    number_ranges,
    sheets_needed,
)
from lip.web.forms import Form
from lip.web.page import AnyRequest
from lip.words import _, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeWish:
    """Whose badges, on which paper, beginning where, with labels in which language."""

    selection: Selection
    format: BadgeFormat
    language: str
    first: int = 1


def query_form(request: AnyRequest) -> Form:
    """Read the query of an address as a form."""
    fields: dict[str, list[object]] = {}
    for name, value in request.query_params.multi_items():
        fields.setdefault(name, []).append(value)
    return Form(fields)


def read_wish(form: Form, conference: ConferenceFacts) -> BadgeWish:
    """Read a wish; mistakes are noted in the form."""
    whose = form.choice("whose", Whose, default=Whose.ALL)
    numbers: tuple[range, ...] = ()
    if whose is Whose.NUMBERS:
        numbers = _numbers(form)
    language = form.raw("language") or conference.language
    format_ = _format(form, conference)
    return BadgeWish(
        selection=Selection(
            whose=whose,
            role=form.text("role"),
            numbers=numbers,
            since=_moment(form.raw("since")),
            order=form.choice("order", PrintOrder, default=PrintOrder.NAME),
        ),
        format=format_,
        language=spoken(language),
        first=form.whole_number("first", least=1, most=format_.per_sheet, default=1),
    )


def _numbers(form: Form) -> tuple[range, ...]:
    numbers = number_ranges(form.text("numbers"))
    if numbers is None:
        form.refuse(
            "numbers",
            _(
                "Diese Nummern lassen sich nicht lesen. "
                "Schreiben Sie zum Beispiel „1-20, 33“."
            ),
        )
    return numbers or ()


def _format(form: Form, conference: ConferenceFacts) -> BadgeFormat:
    name = form.raw("format")
    if name and name not in FORMATS:
        form.refuse("format", _("Bitte wählen Sie einen der Werte aus der Liste."))
    return FORMATS.get(name) or format_of(conference)


def format_of(conference: ConferenceFacts) -> BadgeFormat:
    """Give the format printed last at a conference, at first the usual one."""
    return FORMATS.get(conference.badge_format, USUAL)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def counts(people: Sequence[Printee], wish: BadgeWish) -> Mapping[str, int]:
    """Count the badges of each choice, with what is typed for it."""
    return {
        whose.value: len(chosen(people, replace(wish.selection, whose=whose)))
        for whose in Whose
    }


def roles(people: Sequence[Printee]) -> Sequence[tuple[str, int]]:
    """List the roles that people have, with how many have each."""
    found: dict[str, int] = {}
    for one in chosen(people, Selection()):
        if one.role:
            found[one.role] = found.get(one.role, 0) + 1
    return sorted(found.items())


def drawn_formats(badges: int, *, first: int = 1) -> Sequence[Mapping[str, object]]:
    """Describe each format with a drawing and the sheets that so many badges need."""
    return [
        {
            "name": name,
            "label": format_label(format_),
            "page": format_.page,
            "badge": format_.badge,
            "cells": list(format_.cells()),
            "sheets": sheets_needed(
                badges + (min(first, format_.per_sheet) - 1 if badges else 0),
                per_sheet=format_.per_sheet,
            ),
        }
        for name, format_ in FORMATS.items()
    ]
