"""Facts of kinds in words: labels translated, days and times as people write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from lip.conference.files.wording import LABELS
from lip.conference.kept import YES
from lip.conference.pages.language_names import said_languages
from lip.conference.rules.column import Column
from lip.kept import Facts
from lip.registration.kept import HELD, WAITING
from lip.retention.queries.own_data import Stored
from lip.words import _, current_language

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*")
_TONGUES: Final = frozenset(
    LABELS[column]
    for column in (Column.LANGUAGE, Column.SPOKEN_LANGUAGES, Column.INTERPRETING)
)
_WORDS: Final = frozenset({YES, HELD, WAITING})
"""Values that are words of ours and not of the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidKind:
    """
    One kind with its facts, for a person to read.

    `of_conference` tells kinds about guests from those about the team and the house.
    """

    label: str
    rule: str
    stays: str
    rows: Sequence[Sequence[tuple[str, str]]]
    of_conference: bool


def said_kind(stored: Stored, *, zone: ZoneInfo) -> SaidKind:
    """Put what one kind holds into words."""
    return SaidKind(
        label=_(stored.kind.label),
        rule=_(stored.kind.rule),
        stays=_(stored.kind.stays) if stored.kind.stays else "",
        rows=[
            [(_(label), said_value(label, value, zone=zone)) for label, value in row]
            for row in (fact.items() for fact in stored.facts)
        ],
        of_conference=stored.kind.ahead is not None,
    )


def said_value(label: str, value: str, *, zone: ZoneInfo) -> str:
    """Write a value as people read it, in their language and at the conference."""
    locale = current_language().replace("-", "_")
    if _MOMENT.fullmatch(value):
        moment = datetime.fromisoformat(value)
        return format_datetime(moment, "medium", tzinfo=zone, locale=locale)
    if _DAY.fullmatch(value):
        return format_date(date.fromisoformat(value), "long", locale=locale)
    if label in _TONGUES:
        return said_languages(tuple(value.split()))
    return _(value) if value in _WORDS else value


def for_machines(stored: Sequence[Stored]) -> list[dict[str, Any]]:
    """
    Write everything for programs (Art. 20 GDPR).

    `kind` and `field` never change with the language; `label` is for people.
    """
    return [
        {
            "kind": one.kind.name,
            "label": _(one.kind.label),
            "kept": _(one.kind.rule),
            "rows": _rows(one.facts),
        }
        for one in stored
    ]


def _rows(facts: Facts) -> list[list[dict[str, str]]]:
    return [
        [
            {"field": label, "label": _(label), "value": value}
            for label, value in row.items()
        ]
        for row in facts
    ]
