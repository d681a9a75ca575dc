"""
Opinion groups of a round in which people agreed, disagreed or passed.

Computed from what was given, without anything about who gave it. A group is shown from
five people up. Where somebody stands herself, she finds out on her own device: from her
own votes, and from the means, axes and group centres that everybody may know.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from proposals.rules.consensus import PEOPLE_TO_PUBLISH
from proposals.rules.kmeans import Floats, Labels
from proposals.rules.opinion_report import OpinionReport, report_of
from proposals.rules.opinions import (
    VOTES_TO_BE_GROUPED,
    Compass,
    compass_of,
    group_opinions,
    opinion_map,
    place_of,
)
from proposals.voting.rules.result import Line

WIDTH: Final = 1000
HEIGHT: Final = 600
_MARGIN: Final = 40
_SMALLEST: Final = 45.0
DIGITS: Final = 4
"""How exactly means and axes are published; more would tell nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a group lies on the map: an ellipse, no single person."""

    number: int
    size: int
    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What finds one's own group: means and axes by proposal, centres by group."""

    votes_needed: int
    means: tuple[float, ...]
    axes: tuple[tuple[float, float], ...]
    centres: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGroups:
    """Groups with their map; `positions` says which option each proposal is."""

    positions: tuple[int, ...]
    report: OpinionReport
    areas: tuple[Area, ...]
    guide: Guide

    @property
    def can_be_shown(self) -> bool:
        """Tell whether there are groups to be told apart."""
        return len(self.report.groups) > 1


def matrix_of(lines: Sequence[Line], positions: Sequence[int]) -> Floats:
    """Write what was given as one row a person, NaN where she said nothing."""
    column = {position: place for place, position in enumerate(positions)}
    rows = np.full((sum(line.people for line in lines), len(positions)), np.nan)
    row = 0
    for line in lines:
        for position, mark in line.marks.items():
            if position in column:
                rows[row : row + line.people, column[position]] = mark
        row += line.people
    return rows


def groups_of(
    lines: Sequence[Line],
    positions: Sequence[int],
    *,
    taken_out: Collection[int] = (),
) -> OpinionGroups:
    """
    Find the groups of a round; the order of lines changes nothing.

    What was taken out while people voted counts as passed by everybody, as in pol.is.
    """
    matrix = matrix_of(lines, positions)
    out = np.array([position in taken_out for position in positions], dtype=np.int64)
    return _groups_in(matrix[~np.isnan(matrix).all(axis=1)], positions, out)


def _groups_in(matrix: Floats, positions: Sequence[int], out: Labels) -> OpinionGroups:
    found = group_opinions(matrix, out)
    report = report_of(matrix, out, found)
    if len(matrix) < PEOPLE_TO_PUBLISH or not report.groups:
        return _none(report, positions)
    compass = compass_of(matrix, out)
    places = opinion_map(matrix[_order_of(matrix)], out)
    labels = found.labels[_order_of(matrix)]
    members = [places[labels == number] for number in range(len(report.groups))]
    return OpinionGroups(
        positions=tuple(positions),
        report=report,
        areas=_areas(members),
        guide=Guide(
            votes_needed=min(VOTES_TO_BE_GROUPED, len(positions)),
            means=_rounded(compass.means),
            axes=tuple(_pair(axis) for axis in compass.axes),
            centres=tuple(_pair(each.mean(axis=0)) for each in members),
        ),
    )


def _order_of(matrix: Floats) -> Floats:
    # as in `group_opinions`, an order that depends on the content alone
    return np.asarray(np.lexsort(np.nan_to_num(matrix, nan=2.0).T))


def _none(report: OpinionReport, positions: Sequence[int]) -> OpinionGroups:
    return OpinionGroups(
        positions=tuple(positions),
        report=report,
        areas=(),
        guide=Guide(votes_needed=VOTES_TO_BE_GROUPED, means=(), axes=(), centres=()),
    )


def _rounded(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), DIGITS) for value in values)


def _pair(values: Floats) -> tuple[float, float]:
    first, *rest = _rounded(values)
    return first, rest[0] if rest else 0.0


def _areas(members: Sequence[Floats]) -> tuple[Area, ...]:
    """Draw each group as an ellipse around its middle, all within the map."""
    flat = [np.c_[each, np.zeros(len(each))][:, :2] for each in members]
    middles = np.array([each.mean(axis=0) for each in flat])
    spreads = np.array([1.3 * each.std(axis=0) for each in flat])
    low, high = (middles - spreads).min(axis=0), (middles + spreads).max(axis=0)
    room = np.array([WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN], dtype=float)
    scale = float((room / np.maximum(high - low, 1e-9)).min())
    used = (high - low) * scale
    start = _MARGIN + (room - used) / 2
    at = (middles - low) * scale + start
    sizes = np.maximum(spreads * scale, _SMALLEST)
    return tuple(
        Area(
            number=number,
            size=len(each),
            x=round(float(x), 1),
            y=round(float(y), 1),
            wide=round(float(wide), 1),
            high=round(float(tall), 1),
        )
        for number, (each, (x, y), (wide, tall)) in enumerate(
            zip(flat, at, sizes, strict=True), 1
        )
    )


def own_group(
    marks: Mapping[int, int], positions: Sequence[int], guide: Guide
) -> int | None:
    """Find the group nearest to somebody's own votes; None with too few votes."""
    own = matrix_of([Line(marks=marks)], positions)[0]
    if not guide.centres or (~np.isnan(own)).sum() < guide.votes_needed:
        return None
    compass = _compass(guide)
    place = place_of(own, compass)
    distances = [
        float(((place - np.array(centre)[: len(place)]) ** 2).sum())
        for centre in guide.centres
    ]
    return 1 + distances.index(min(distances))


def _compass(guide: Guide) -> Compass:
    return Compass(np.array(guide.means), np.array(guide.axes))
