"""Turn rows into lines of a sheet and back, by the types of their fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, get_type_hints

from lip.measures.rules import sheet as lines
from lip.partial_dates import PartialDate
from lip.said import Said

Line = TypeVar("Line")

TABLES: Final[Mapping[str, tuple[str, type[Any]]]] = {
    "goals": ("goal", lines.GoalLine),
    "timetable": ("milestone", lines.MilestoneLine),
    "places": ("location", lines.LocationLine),
    "costs": ("cost", lines.CostLine),
    "council": ("council_note", lines.CouncilLine),
    "partners": ("partner", lines.PartnerLine),
    "indicators": ("indicator", lines.IndicatorLine),
    "agreements": ("agreement", lines.AgreementLine),
    "statements": ("statement", lines.StatementLine),
    "related": ("related", lines.RelatedLine),
}
"""Where the lines under a heading are kept, and what they are."""


def line_from(kind: type[Line], row: Mapping[str, Any]) -> Line:
    """Read a line; columns that it does not know are left out."""
    ways: Ways = _ways(kind)  # type: ignore[arg-type]  # a class is hashable
    return kind(**{name: way.load(row[name]) for name, way in ways if name in row})


def columns_of(line: object) -> dict[str, Any]:
    """Write a line into columns; what has rows of its own is left out."""
    return {
        name: way.dump(getattr(line, name))
        for name, way in _ways(type(line))  # type: ignore[arg-type]
        if not isinstance(getattr(line, name), tuple)
    }


@dataclass(frozen=True, slots=True)
class Way:
    """How a value gets out of a column and into it."""

    load: Callable[[Any], Any]
    dump: Callable[[Any], Any]


Ways: TypeAlias = tuple[tuple[str, Way], ...]


@cache
def _ways(kind: type[Any]) -> Ways:
    hints = get_type_hints(kind)
    return tuple((one.name, _way(hints[one.name])) for one in fields(kind))


def _way(hint: Any) -> Way:
    if hint is Said:
        return Way(Said.load, Said.dump)
    if hint == PartialDate | None:
        return Way(_date, _code)
    if hint is bool:
        return Way(bool, bool)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Way(hint, str)
    return Way(_as_is, _as_is)


def _as_is(value: Any) -> Any:
    return value


def _date(code: str) -> PartialDate | None:
    return PartialDate.load(code) if code else None


def _code(value: PartialDate | None) -> str:
    return value.dump() if value else ""
