"""Which column of a list means what: recognised from headings, or mapped by hand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from lip.conference.rules.column import Column
from lip.conference.rules.headings import (
    ANTRAGSGRUEN,
    BARE_NAME,
    HEADINGS,
    LEFT_OUT,
    OPENSLIDES,
    OPENSLIDES_LEFT_OUT,
    PRETIX,
    PRETIX_CHECK_IN,
    PRETIX_LEFT_OUT,
    heading_key,
)

__all__ = [
    "Column",
    "MappingProblem",
    "Preset",
    "ProblemCode",
    "Recognised",
    "check_mapping",
    "known_headings",
    "recognise",
]


class Preset(StrEnum):
    """Where a list comes from, as its headings tell."""

    PRETIX_POSITIONS = "pretix_positions"
    PRETIX_CHECK_IN = "pretix_check_in"
    OPENSLIDES = "openslides"
    ANTRAGSGRUEN = "antragsgruen"
    LIST = "list"
    UNKNOWN = "unknown"


class ProblemCode(StrEnum):
    """What is wrong with a mapping; `MappingProblem.blocks` says what stops it."""

    COLUMN_TWICE = "column_twice"
    NOTHING_MAPPED = "nothing_mapped"
    WRONG_LENGTH = "wrong_length"
    NO_NAME_COLUMN = "no_name_column"
    HEADING_TWICE = "heading_twice"


_Value = TypeVar("_Value")

_REMARKS = frozenset({ProblemCode.NO_NAME_COLUMN, ProblemCode.HEADING_TWICE})
_NAMES = frozenset(
    {Column.FULL_NAME, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.BADGE_NAME},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingProblem:
    """A remark about a mapping; `positions` count headings from zero."""

    code: ProblemCode
    column: Column | None = None
    positions: tuple[int, ...] = ()

    @property
    def blocks(self) -> bool:
        """Tell whether rows cannot be read with this mapping at all."""
        return self.code not in _REMARKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """
    What the headings tell.

    `mapping` has one column per heading. `left_out` are the positions that are
    known and deliberately not taken over (salutation, gender, passwords, prices),
    `unknown` those that a person may want to map by hand.
    """

    preset: Preset
    mapping: tuple[Column, ...]
    left_out: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def recognise(
    headings: Sequence[str], *, labels: Mapping[str, Column] | None = None
) -> Recognised:
    """
    Recognise a list by its headings.

    `labels` adds headings of our own exports in other languages. Where a column
    stands twice, the first one counts; pretix writes some headings twice, and there
    the first that is filled in counts.
    """
    keys = [heading_key(heading) for heading in headings]
    preset = _preset(frozenset(keys))
    own, left_out = _PRESETS[preset]
    named = {heading_key(label): column for label, column in (labels or {}).items()}
    known = {**HEADINGS, **named, **_bare_name(keys), **own}
    found = [
        Column.IGNORE if key in left_out else _column(heading, key, known)
        for heading, key in zip(headings, keys, strict=True)
    ]
    mapping = _first_of_each(found, keys, repeated=frozenset(own))
    if preset is Preset.LIST and not any(map(_is_taken, mapping)):
        preset = Preset.UNKNOWN
    skipped = left_out | LEFT_OUT
    return Recognised(
        preset=preset,
        mapping=mapping,
        left_out=_positions(
            key in skipped and column is Column.IGNORE
            for key, column in zip(keys, mapping, strict=True)
        ),
        unknown=_positions(
            key not in skipped and column is Column.IGNORE
            for key, column in zip(keys, mapping, strict=True)
        ),
    )


def known_headings(cells: Iterable[str]) -> int:
    """Count the cells that would be recognised as headings."""
    known = HEADINGS.keys() | LEFT_OUT | BARE_NAME | PRETIX.keys()
    return sum(heading_key(cell) in known for cell in cells if len(cell) < 100)


def check_mapping(
    mapping: Sequence[Column], headings: Sequence[str]
) -> tuple[MappingProblem, ...]:
    """Check a mapping; one column may stand twice only under the same heading."""
    if len(mapping) != len(headings):
        return (MappingProblem(code=ProblemCode.WRONG_LENGTH),)
    keys = [heading_key(heading) for heading in headings]
    problems = [
        MappingProblem(code=ProblemCode.COLUMN_TWICE, column=column, positions=places)
        for column, places in _places(mapping).items()
        if _is_taken(column) and len({keys[place] for place in places}) > 1
    ]
    problems += [
        MappingProblem(
            code=ProblemCode.HEADING_TWICE, column=mapping[places[0]], positions=places
        )
        for key, places in _places(keys).items()
        if key and len(places) > 1
        if any(_is_taken(mapping[place]) for place in places)
    ]
    if not any(map(_is_taken, mapping)):
        problems.append(MappingProblem(code=ProblemCode.NOTHING_MAPPED))
    elif _NAMES.isdisjoint(mapping):
        problems.append(MappingProblem(code=ProblemCode.NO_NAME_COLUMN))
    return tuple(problems)


_PRESETS: Mapping[Preset, tuple[Mapping[str, Column], frozenset[str]]] = {
    Preset.PRETIX_POSITIONS: (PRETIX, PRETIX_LEFT_OUT),
    Preset.PRETIX_CHECK_IN: (PRETIX_CHECK_IN, PRETIX_LEFT_OUT - PRETIX_CHECK_IN.keys()),
    Preset.OPENSLIDES: (OPENSLIDES, OPENSLIDES_LEFT_OUT),
    Preset.ANTRAGSGRUEN: (ANTRAGSGRUEN, frozenset()),
    Preset.LIST: ({}, frozenset()),
}


def _preset(keys: frozenset[str]) -> Preset:
    attendee = not keys.isdisjoint({"attendeename", "nameteilnehmerin"})
    if attendee and not keys.isdisjoint({"pseudonymizationid", "pseudonymeid"}):
        return Preset.PRETIX_POSITIONS
    if attendee and not keys.isdisjoint({"ordercode", "bestellnummer"}):
        return Preset.PRETIX_CHECK_IN
    if {"firstname", "lastname", "structurelevel", "groups"} <= keys:
        return Preset.OPENSLIDES
    if {"email", "firstname", "lastname", "organization", "groups"} <= keys:
        return Preset.ANTRAGSGRUEN
    return Preset.LIST


def _bare_name(keys: Iterable[str]) -> Mapping[str, Column]:
    columns = {HEADINGS.get(key) for key in keys}
    beside_given = Column.GIVEN_NAME in columns and Column.FAMILY_NAME not in columns
    meaning = Column.FAMILY_NAME if beside_given else Column.FULL_NAME
    return dict.fromkeys(BARE_NAME, meaning)


def _column(heading: str, key: str, known: Mapping[str, Column]) -> Column:
    if key in known:
        return known[key]
    without_brackets = heading_key(re.sub(r"\([^)]*\)|\[[^]]*\]", "", heading))
    return known.get(without_brackets, Column.IGNORE)


def _first_of_each(
    found: Sequence[Column], keys: Sequence[str], *, repeated: frozenset[str]
) -> tuple[Column, ...]:
    first: dict[Column, str] = {}
    mapping = []
    for column, key in zip(found, keys, strict=True):
        again = column in first and not (first[column] == key and key in repeated)
        mapping.append(Column.IGNORE if again else column)
        first.setdefault(column, key)
    return tuple(mapping)


def _is_taken(column: Column) -> bool:
    return column is not Column.IGNORE


def _positions(flags: Iterable[bool]) -> tuple[int, ...]:
    return tuple(position for position, flag in enumerate(flags) if flag)


def _places(values: Sequence[_Value]) -> Mapping[_Value, tuple[int, ...]]:
    places: defaultdict[_Value, list[int]] = defaultdict(list)
    for position, value in enumerate(values):
        places[value].append(position)
    return {value: tuple(found) for value, found in places.items()}
