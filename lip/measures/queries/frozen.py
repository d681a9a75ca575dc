"""Sheets as canonical JSON, with every name in them, for versions of the plan."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import Names, all_names
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import AgreementLine
from lip.partial_dates import PartialDate
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDocument:
    """One sheet: the same words give the same letters; `files` are digests."""

    measure: UUID
    key: str
    document: str
    files: frozenset[str]


async def documents_of_measures(*, now: datetime) -> Sequence[MeasureDocument]:
    """Write down every measure that everybody may read, in their order."""
    names = await all_names()
    return [
        MeasureDocument(
            measure=one.id,
            key=one.key,
            document=canonical(one, names),
            files=frozenset(file.digest for file in one.files.values()),
        )
        for one in await all_measures(public_at=now)
    ]


def canonical(measure: MeasureFacts, names: Names) -> str:
    """Write a sheet as JSON with sorted keys and nothing between them."""
    return json.dumps(
        told(measure, names), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def told(measure: MeasureFacts, names: Names) -> dict[str, Any]:
    """Tell a measure in plain values; ids become the names that readers see."""
    known = _known(names)
    agreements = measure.sheet.agreements
    return {
        "key": measure.key,
        **_plain(measure.sheet, known),
        "agreements": [_agreement(one, measure, known) for one in agreements],
        "values": {
            str(place): [_plain(line, known) for line in measure.values[one.id]]
            for place, one in enumerate(measure.sheet.indicators, start=1)
            if one.id and one.id in measure.values
        },
        "history": [_plain(line, known) for line in measure.history],
    }


def _agreement(
    line: AgreementLine, measure: MeasureFacts, known: Mapping[UUID, Any]
) -> dict[str, Any]:
    """Name the file of an agreement by its digest; without one say nothing of it."""
    told: dict[str, Any] = _plain(line, known)
    file = measure.files.get(line.id) if line.id else None
    return told if file is None else {**told, "file": _plain(file, known)}


def _known(names: Names) -> Mapping[UUID, Any]:
    return {
        **{
            key: {"number": one.number, "name": one.name}
            for key, one in names.districts.items()
        },
        **{
            key: {"name": dict(one.name), "goal": dict(one.goal)}
            for key, one in names.fields.items()
        },
        **{
            key: {"key": one.key, "name": dict(one.name)}
            for key, one in names.bodies.items()
        },
        **{
            key: {"key": one.key, "title": dict(one.title)}
            for key, one in names.measures.items()
        },
    }


_HIDDEN = frozenset({"contact_email", "id"})
"""Nobody but the editors reads these."""


def _plain(value: Any, known: Mapping[UUID, Any]) -> Any:
    if is_dataclass(value) and not isinstance(value, Said | PartialDate):
        return {
            one.name: _plain(getattr(value, one.name), known)
            for one in fields(value)
            if one.name not in _HIDDEN
        }
    if isinstance(value, tuple):
        return [_plain(one, known) for one in value]
    if isinstance(value, UUID):
        return known.get(value)
    if isinstance(value, Said):
        return dict(value)
    if isinstance(value, PartialDate):
        return value.dump()
    if isinstance(value, datetime):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
