"""The filters of lists of measures, as an address carries them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.measures.queries.names import Names
from lip.measures.rules.filtering import Wanted, years_of
from lip.measures.rules.kinds import StatusKind
from lip.measures.rules.measures import MeasureFacts
from lip.measures.words import STATUS
from lip.web.page import AnyRequest
from lip.words import _, current_language

CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What somebody asked for, as typed, and what can be asked for."""

    wanted: Wanted
    typed: Mapping[str, str]
    fields: Sequence[tuple[str, str]]
    districts: Sequence[tuple[str, str]]
    statuses: Sequence[tuple[str, str]]
    years: Sequence[tuple[str, str]]


def read_filters(
    request: AnyRequest, measures: Sequence[MeasureFacts], names: Names
) -> Filters:
    """Read what an address asks for; what cannot be is not asked for."""
    typed = {
        name: " ".join(request.query_params.get(name, "").split())[:100]
        for name in ("q", "field", "district", "status", "year")
    }
    return Filters(
        wanted=_wanted(typed),
        typed=typed,
        fields=_fields(names),
        districts=[
            (CITY, _("gesamtstädtisch")),
            *((str(one.id), one.name) for one in names.districts.values()),
        ],
        statuses=_statuses(measures),
        years=[
            (str(year), str(year))
            for year in sorted({
                year for one in measures for year in years_of(one.sheet)
            })
        ],
    )


def _wanted(typed: Mapping[str, str]) -> Wanted:
    status = typed["status"]
    return Wanted(
        text=typed["q"],
        field=_id(typed["field"]),
        district=_id(typed["district"]),
        citywide=typed["district"] == CITY,
        status=StatusKind(status) if status in set(StatusKind) else None,
        year=_number(typed["year"]) or None,
    )


def _fields(names: Names) -> Sequence[tuple[str, str]]:
    language = current_language()
    return [
        (str(one.id), one.name.pick(language).text) for one in names.fields.values()
    ]


def _statuses(measures: Sequence[MeasureFacts]) -> Sequence[tuple[str, str]]:
    there = {one.sheet.status_kind for one in measures}
    return [(kind.value, _(STATUS[kind])) for kind in StatusKind if kind in there]


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else 0
