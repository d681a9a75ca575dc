"""Sheets that were frozen, read back as values, with the names of their time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID, uuid5

from lip.bodies.rules.bodies import BodyFacts, DistrictFacts
from lip.bodies.rules.kinds import BodyKind
from lip.fields.rules.fields import FieldFacts
from lip.measures.queries.names import Names, Titled
from lip.measures.rules.measures import MeasureFacts, StatusLine
from lip.measures.rules.sheet import IndicatorLine, Sheet
from lip.measures.rules.values import AgreementFacts, ValueLine
from lip.partial_dates import PartialDate
from lip.said import Said

T = TypeVar("T")
_NAMES: Final = UUID("6f1d4f5e-59c1-4f0e-8a52-0d3c7f1f2b11")
"""Named things have no id in a frozen sheet; equal ones get the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thawed:
    """A measure as it stood, and what everything in it was called."""

    measure: MeasureFacts
    names: Names


def thawed(measure: UUID, document: str, *, at: datetime) -> Thawed:
    """
    Read what `canonical` has written, of a version that was published `at` a time.

    What a sheet did not have yet stays empty, what it has no more is left out.
    """
    told = json.loads(document)
    reading = _Reading()
    sheet = reading.line(Sheet, told)
    numbered = [
        replace(one, id=uuid5(measure, str(place)))
        for place, one in enumerate(sheet.indicators, start=1)
    ]
    agreements = [
        replace(one, id=uuid5(measure, f"agreement {place}"))
        for place, one in enumerate(sheet.agreements, start=1)
    ]
    facts = MeasureFacts(
        id=measure,
        key=told["key"],
        sheet=replace(sheet, indicators=tuple(numbered), agreements=tuple(agreements)),
        version=0,
        created_at=at,
        changed_at=at,
        public_from=at,
        history=[reading.line(StatusLine, one) for one in told["history"]],
        values=_values(numbered, told["values"], reading),
        files={
            one.id: AgreementFacts(**line["file"])
            for one, line in zip(agreements, told.get("agreements", ()), strict=True)
            if one.id and "file" in line
        },
    )
    return Thawed(measure=facts, names=reading.names)


def _values(
    indicators: Sequence[IndicatorLine],
    told: Mapping[str, Sequence[Mapping[str, Any]]],
    reading: "_Reading",
) -> Mapping[UUID, Sequence[ValueLine]]:
    return {
        one.id: [reading.line(ValueLine, line) for line in told[str(place)]]
        for place, one in enumerate(indicators, start=1)
        if one.id and str(place) in told
    }


@dataclass(slots=True)
class _Reading:
    """Reads lines, and keeps the names that stand in them under ids of its own."""

    districts: dict[UUID, DistrictFacts] = field(default_factory=dict)
    fields: dict[UUID, FieldFacts] = field(default_factory=dict)
    bodies: dict[UUID, BodyFacts] = field(default_factory=dict)
    measures: dict[UUID, Titled] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """Give all names that were read."""
        return Names(
            districts=self.districts,
            fields=self.fields,
            bodies=self.bodies,
            measures=self.measures,
        )

    def line(self, kind: type[T], told: Mapping[str, Any]) -> T:
        """Read a line, or a whole sheet, by the fields that it has."""
        hints = get_type_hints(kind)
        names = [one.name for one in fields(kind)]  # type: ignore[arg-type]
        return kind(**{
            name: self._value(hints[name], told[name])
            for name in names
            if told.get(name) is not None
        })

    def _value(self, hint: Any, value: Any) -> Any:
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            return tuple(self._value(inner, one) for one in value if one is not None)
        kind = next((one for one in get_args(hint) if one is not type(None)), hint)
        if kind is UUID:
            return self._named(value)
        if kind is Said:
            return Said(value)
        if kind is PartialDate:
            return PartialDate.load(value)
        if kind is datetime:
            return datetime.fromisoformat(value)
        if is_dataclass(kind):
            return self.line(kind, value)  # type: ignore[arg-type]
        return kind(value) if issubclass(kind, StrEnum) else value

    def _named(self, told: Mapping[str, Any]) -> UUID:
        """Keep the name of a district, a field, a measure or a body."""
        one = uuid5(_NAMES, json.dumps(told, sort_keys=True))
        if "number" in told:
            self.districts[one] = DistrictFacts(id=one, **told)
        elif "goal" in told:
            self.fields[one] = FieldFacts(
                id=one,
                position=len(self.fields),
                name=Said(told["name"]),
                goal=Said(told["goal"]),
                words=Said(),
            )
        elif "title" in told:
            title = Said(told["title"])
            self.measures[one] = Titled(key=told["key"], title=title, public_from=None)
        else:
            name = Said(told["name"])
            kind = BodyKind.OFFICE
            self.bodies[one] = BodyFacts(id=one, key=told["key"], kind=kind, name=name)
        return one
