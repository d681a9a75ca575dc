"""Where the points of a line chart lie, in per cent of its width and height."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lip.measures.rules.values import ValueLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value: `x` from the beginning, `y` from above."""

    x: float
    y: float
    line: ValueLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """The points in their order; `target` is the height of the goal, if any."""

    points: Sequence[Point]
    target: float | None

    @property
    def steps(self) -> Sequence[tuple[Point, Point]]:
        """Give what lies between two points."""
        return list(pairwise(self.points))


def line_chart(values: Sequence[ValueLine], target: str) -> LineChart:
    """Lay out values over time, from nothing up to the largest."""
    goal = Decimal(target) if target else None
    numbers = [Decimal(one.value) for one in values]
    known = [*numbers, *([goal] if goal is not None else []), Decimal(0)]
    low, high = min(known), max(known)
    days = [one.at.last.toordinal() for one in values]
    first, last = min(days, default=0), max(days, default=0)
    points = [
        Point(
            x=_share(day - first, last - first) if last > first else 50.0,
            y=_height(number, low, high),
            line=line,
        )
        for day, number, line in zip(days, numbers, values, strict=True)
    ]
    height = _height(goal, low, high) if goal is not None else None
    return LineChart(points=points, target=height)


def _height(number: Decimal, low: Decimal, high: Decimal) -> float:
    if high == low:
        return 100.0
    return round(100 - float((number - low) / (high - low) * 100), 2)


def _share(part: int, whole: int) -> float:
    return round(part / whole * 100, 2)
